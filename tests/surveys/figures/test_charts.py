"""Where the drawings of results stand on the page. Plain values, no database."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from portal.core.districts.plan import Area, Extent
from portal.core.districts.queries import CityPlan, PlannedDistrict
from surveys.domain.counting import Part
from surveys.domain.disclosure import Bound, people_word
from surveys.queries import Figure, LivePoint, PartResult, Share
from surveys.templatetags.charts import columns_of, mixes, shading_of, tenths_text
from surveys.templatetags.shares import digits
from surveys.templatetags.staff_figures import points_on, two_decimals


def share(code, percent, *, opinion=True, bound=Bound.ABOUT):
    return Share(code, f"Answer {code}", opinion, percent, bound, max(percent - 5, 0), min(percent + 5, 100))


def figure(*shares, people=200):
    return Figure("2026-10", datetime(2026, 10, 1, tzinfo=UTC), None, people_word(people), shares)


def row(code, *figures):
    return PartResult(Part(code, f"Row {code}", f"{code}:", ()), figures)


def places(columns):
    return [float(column.middle.rstrip("%")) for column in columns]


@pytest.mark.parametrize(("language", "expected"), [("en", [25, 75]), ("ar", [75, 25])])
def test_columns_follow_the_direction_of_reading(language, expected):
    with translation.override(language):
        chart = columns_of(figure(share("0", 40), share("1", 60)))
    assert places(chart.columns) == expected


def test_the_tallest_range_reaches_the_top_and_every_column_stands_on_the_ground():
    chart = columns_of(figure(share("0", 10), share("1", 45), share("dk", 45, opinion=False)))
    assert [one.share.code for one in chart.columns] == ["0", "1"]
    assert [one.code for one in chart.beside] == ["dk"]
    assert {one.top + one.height for one in chart.columns} == {chart.ground}
    assert min(one.high for one in chart.columns) == 24
    assert chart.columns[0].height * 4 < chart.columns[1].height


def test_many_columns_say_the_largest_value_alone():
    chart = columns_of(figure(*(share(f"2026-{month}", 5 + month % 3) for month in range(14))))
    assert chart.thin
    assert [one.value for one in chart.columns if one.value] == ["7"]


def test_the_parts_of_a_stacked_bar_fill_it_and_grow_darker():
    [mix] = mixes([row("a", figure(share("1", 20), share("2", 30), share("dk", 47, opinion=False)))])
    segments = mix.rows[0].segments
    assert sum(float(one.width.rstrip("%")) for one in segments) == pytest.approx(100, abs=0.05)
    assert [one.shade for one in segments] == ["0.20", "1.00", ""]
    assert mix.key == segments


def test_a_wave_without_any_row_to_show_has_no_bars():
    few, many = figure(people=20), figure(share("1", 60), share("2", 40))
    [mix] = mixes([row("a", few, many), row("b", few, few)])
    assert [bool(one.segments) for one in mix.rows] == [True, False]
    assert mixes([row("a", few), row("b", few)]) == []


@pytest.fixture
def plan():
    areas = (Area(code, "M0 0l9 0 0 9z", 3, 3) for code in ("mill", "hill", "dale"))
    districts = tuple(PlannedDistrict(area.code.title(), area) for area in areas)
    return CityPlan(600, 300, districts, Extent(0, 0, 2, 1))


def test_a_district_with_twice_the_share_is_never_lighter(plan):
    shading = shading_of(figure(share("mill", 10), share("hill", 40), share("dk", 50, opinion=False)), plan)
    shades = {one.district.area.code: float(one.shade) for one in shading.districts}
    assert shades["mill"] < shades["hill"] == 1
    assert shades["dale"] == 0
    assert [(low, high) for low, high, _ in shading.key] == [(0, 10), (11, 21), (22, 32), (33, 43)]


def test_dots_lie_where_people_set_them_and_what_lies_outside_is_told(plan):
    points = {7: [LivePoint(1, 0.5, 4), LivePoint(5, 5, 2)], 8: [LivePoint(0, 0, 1)]}
    marks = points_on(plan, points, [7])
    assert [(dot.x, dot.y, dot.radius) for dot in marks.dots] == [(300, 150, 10)]
    assert (marks.people, marks.outside) == (6, 2)
    assert points_on(None, points, [7, 8]).outside == 7


def test_ranges_of_digits_keep_their_order_and_nothing_else_is_touched():
    assert digits("18–29") == '<bdi dir="ltr">18–29</bdi>'
    assert digits("1,000–1,999") == '<bdi dir="ltr">1,000–1,999</bdi>'
    assert [digits(label) for label in ("Good", "18 or more", "7")] == ["Good", "18 or more", "7"]


def test_numbers_are_written_as_the_language_does():
    assert (tenths_text(73), two_decimals(Decimal("3.754")), two_decimals(Decimal(1200))) == (
        "7.3",
        "3.75",
        "1,200",
    )
    with translation.override("es"):
        assert tenths_text(73) == "7,3"
