from __future__ import annotations

from dataclasses import dataclass

from portal.core.districts.geojson import Point, polygons_of
from portal.core.districts.plan import Area, Extent, draw_plan
from portal.core.models import District


@dataclass(frozen=True)
class PlannedDistrict:
    """A district on the plan, with its name in the active language."""

    name: str
    area: Area


@dataclass(frozen=True)
class CityPlan:
    """`width` and `height` are those of the drawing, which shows `extent`; `districts` are in the city's order."""

    width: int
    height: int
    districts: tuple[PlannedDistrict, ...]
    extent: Extent

    def spot(self, point: Point) -> tuple[int, int]:
        """Where a point in longitude and latitude lies on the drawing."""
        x, y = self.extent.place(point, self.width, self.height)
        return round(x), round(y)


def city_plan() -> CityPlan | None:
    """The plan of all districts that have an outline; None without any. One query."""
    districts = {district.code: district for district in District.objects.exclude(outline=None)}
    plan = draw_plan({code: polygons_of(district.outline) for code, district in districts.items()})
    if plan is None:
        return None
    named = (PlannedDistrict(str(districts[area.code]), area) for area in plan.areas)
    return CityPlan(plan.width, plan.height, tuple(named), plan.extent)
