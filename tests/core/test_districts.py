from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.core.districts.geojson import Fault, InvalidGeoJsonError, polygons_of, read_shapes
from portal.core.districts.plan import Extent, doubled_area, draw_plan, point_inside, simplified
from portal.core.districts.queries import city_plan
from portal.core.districts.services import import_districts
from portal.core.fields import Translated
from portal.core.models import District

SQUARE = [[[3.0, 53.0], [3.1, 53.0], [3.1, 53.1], [3.0, 53.1], [3.0, 53.0]]]
EAST = [[[3.1, 53.0], [3.2, 53.0], [3.2, 53.1], [3.1, 53.1], [3.1, 53.0]]]
NORTHMERE = Path("home/demo/content/districts.geojson")


def feature(coordinates=SQUARE, kind="Polygon", **properties):
    return {
        "type": "Feature",
        "properties": properties or {"code": "mill"},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def changed(place, value):
    square = json.loads(json.dumps(SQUARE))
    square[0][place] = value
    return collection(feature(square))


def test_a_file_gives_codes_names_and_outlines():
    [mill, island] = read_shapes(
        collection(
            feature(code="mill", name="Mill", name_es="Molino", population=12000),
            feature([SQUARE, EAST], "MultiPolygon", code="island"),
        )
    )
    assert (mill.code, dict(mill.names)) == ("mill", {"": "Mill", "es": "Molino"})
    assert mill.geometry() == {"type": "Polygon", "coordinates": SQUARE}
    assert island.geometry() == {"type": "MultiPolygon", "coordinates": [SQUARE, EAST]}


def test_a_mark_at_the_head_of_the_file_and_heights_do_no_harm():
    high = [[[*point, 12.5] for point in SQUARE[0]]]
    [shape] = read_shapes(b"\xef\xbb\xbf" + collection(feature(high)))
    assert shape.geometry()["coordinates"] == SQUARE


@pytest.mark.parametrize(
    ("data", "fault", "number"),
    [
        pytest.param(b"", Fault.NOT_JSON, 0, id="empty_file"),
        pytest.param(b"code,name\nmill,Mill", Fault.NOT_JSON, 0, id="a_table"),
        pytest.param(b"\xff\xfe{}", Fault.NOT_JSON, 0, id="broken_encoding"),
        pytest.param(b"[" * 100_000, Fault.NOT_JSON, 0, id="very_deep"),
        pytest.param(b"[]", Fault.NO_COLLECTION, 0, id="a_list"),
        pytest.param(json.dumps(feature()).encode(), Fault.NO_COLLECTION, 0, id="one_feature"),
        pytest.param(collection(), Fault.EMPTY, 0, id="no_features"),
        pytest.param(collection(*[feature()] * 501), Fault.TOO_MANY, 0, id="too_many_features"),
        pytest.param(b" " * 10_485_761, Fault.TOO_LARGE, 0, id="too_large"),
        pytest.param(collection(feature(), feature(name="Mill")), Fault.NO_CODE, 2, id="no_code"),
        pytest.param(collection(feature(code="")), Fault.NO_CODE, 1, id="empty_code"),
        pytest.param(collection(feature(), feature()), Fault.CODE_TWICE, 2, id="code_twice"),
        pytest.param(collection(feature([3.0, 53.0], "Point", code="a")), Fault.NO_AREA, 1, id="a_point"),
        pytest.param(collection({**feature(), "geometry": None}), Fault.NO_AREA, 1, id="no_geometry"),
        pytest.param(collection("mill"), Fault.NO_AREA, 1, id="no_feature"),
        pytest.param(collection(feature([])), Fault.NO_AREA, 1, id="no_rings"),
        pytest.param(changed(0, [3.0]), Fault.NO_AREA, 1, id="half_a_point"),
        pytest.param(changed(1, ["3", "53"]), Fault.NO_AREA, 1, id="numbers_in_quotes"),
        pytest.param(changed(1, [True, False]), Fault.NO_AREA, 1, id="yes_and_no"),
        pytest.param(changed(4, [3.0, 53.05]), Fault.OPEN_RING, 1, id="open_ring"),
        pytest.param(collection(feature([SQUARE[0][:1] * 3])), Fault.OPEN_RING, 1, id="three_points"),
        pytest.param(changed(1, [450_000.0, 5_900_000.0]), Fault.NO_DEGREES, 1, id="metres"),
        pytest.param(changed(1, [float("nan"), 53.0]), Fault.NO_AREA, 1, id="not_a_number"),
    ],
)
def test_a_file_with_a_fault_is_refused_and_the_fault_is_named(data, fault, number):
    with pytest.raises(InvalidGeoJsonError) as caught:
        read_shapes(data)
    assert (caught.value.fault, caught.value.feature) == (fault, number)


def test_the_plan_has_the_citys_proportions_and_north_is_up():
    plan = draw_plan({"west": polygons_of({"type": "Polygon", "coordinates": SQUARE})}, width=600)
    # A tenth of a degree of longitude at 53.05° north is 0.601 of one of latitude.
    assert plan.width == 541
    assert plan.height == 900
    assert plan.areas[0].path == "M0 900l541 0l0 -900l-541 0z"
    assert (plan.areas[0].x, plan.areas[0].y) == (271, 450)


def test_a_point_keeps_its_place_between_the_city_and_its_plan():
    plan = draw_plan({"west": polygons_of({"type": "Polygon", "coordinates": SQUARE})}, width=600)
    assert plan.extent == Extent(west=3.0, south=53.0, east=3.1, north=53.1)
    assert plan.extent.place((3.0, 53.1), plan.width, plan.height) == (0, 0)
    quarter = plan.extent.place((3.025, 53.075), plan.width, plan.height)
    assert quarter == pytest.approx((541 / 4, 900 / 4))
    assert plan.extent.degrees(quarter, plan.width, plan.height) == pytest.approx((3.025, 53.075))


def test_the_plan_of_the_city_says_where_a_point_lies(db):
    import_districts(data=collection(feature(code="west"), feature(EAST, code="east")))
    plan = city_plan()
    assert plan.spot((3.0, 53.1)) == (0, 0)
    assert plan.spot((3.2, 53.0)) == (plan.width, plan.height)


def test_neighbours_share_their_border_on_the_plan():
    outlines = {"west": polygons_of({"type": "Polygon", "coordinates": SQUARE})}
    outlines["east"] = polygons_of({"type": "Polygon", "coordinates": EAST})
    plan = draw_plan(outlines)
    assert [area.path for area in plan.areas] == [
        "M0 499l300 0l0 -499l-300 0z",
        "M300 499l300 0l0 -499l-300 0z",
    ]


@pytest.mark.parametrize(
    "outlines",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"dot": ((((3.0, 53.0),) * 4,),)}, id="a_dot"),
    ],
)
def test_there_is_no_plan_of_nothing(outlines):
    assert draw_plan(outlines) is None


def test_a_straight_line_keeps_its_ends_only_and_a_bay_stays():
    ring = ((0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (5.0, 4.0), (0.0, 10.0), (0.0, 0.0))
    assert simplified(ring, 0.5) == tuple(point for point in ring if point != (5.0, 0.1))


def test_simplifying_a_dense_circle_keeps_its_area():
    from math import cos, pi, sin

    circle = tuple((100 * cos(2 * pi * step / 720), 100 * sin(2 * pi * step / 720)) for step in range(720))
    circle += circle[:1]
    few = simplified(circle)
    assert len(few) < 60
    assert doubled_area(few) == pytest.approx(doubled_area(circle), rel=0.01)


def test_a_name_stands_inside_even_in_a_bent_district():
    bow = ((0, 0), (10, 0), (10, 10), (0, 10), (0, 9), (9, 9), (9, 1), (0, 1), (0, 0))
    x, y = point_inside(bow)
    assert 9 <= x <= 10
    assert 0 <= y <= 10


def test_the_plan_of_the_demo_city_is_small(db):
    import_districts(data=NORTHMERE.read_bytes())
    plan = city_plan()
    assert len(plan.districts) == 8
    assert sum(len(district.area.path) for district in plan.districts) < 5_000


def test_new_districts_are_made_and_known_ones_get_their_outline(db, gus):
    District.objects.create(code="mill", name=Translated(en="Mill Quarter", ar="الطاحونة"), order=3)
    District.objects.create(code="park", name=Translated(en="Park"), order=1)
    done = import_districts(
        data=collection(feature(code="mill", name_es="Molino"), feature(EAST, code="east", name="Eastgate")),
        user=gus,
    )
    assert (done.created, done.updated, done.untouched) == (("east",), ("mill",), ("park",))
    mill, east = District.objects.get(code="mill"), District.objects.get(code="east")
    assert mill.name == {"en": "Mill Quarter", "ar": "الطاحونة", "es": "Molino"}
    assert mill.outline == {"type": "Polygon", "coordinates": SQUARE}
    assert (str(east), east.order) == ("Eastgate", 4)


def test_a_district_without_a_name_is_called_by_its_code(db):
    import_districts(data=collection(feature()))
    assert str(District.objects.get()) == "mill"


@pytest.mark.parametrize("code", ["old town", "a" * 41, "alt/stadt", "<b>"])
def test_a_code_must_be_fit_for_addresses(db, code):
    with pytest.raises(InvalidGeoJsonError) as caught:
        import_districts(data=collection(feature(), feature(EAST, code=code)))
    assert (caught.value.fault, caught.value.feature, caught.value.detail) == (Fault.NO_CODE, 2, code)
    assert not District.objects.exists()


def test_the_same_file_again_changes_nothing(db):
    data = NORTHMERE.read_bytes()
    import_districts(data=data)
    before = list(District.objects.values())
    assert import_districts(data=data).created == ()
    assert list(District.objects.values()) == before
