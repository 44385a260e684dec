"""The plan of the city beside a question about a place."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from portal.core.districts.plan import Area
from portal.core.districts.queries import CityPlan, city_plan
from surveys.domain.questions import Question


@dataclass(frozen=True)
class NumberedDistrict:
    """A district that may be chosen; `number` is its place in the list beside the plan, from 1 on."""

    number: int
    name: str
    area: Area
    chosen: bool = False


@dataclass(frozen=True)
class PlanOfPlaces:
    """`marker` is where the point that was set lies on the drawing of `width` by `height`, None without one.

    `edges` says to the browser which degrees the drawing shows: west, south, east and north.
    """

    width: int
    height: int
    edges: str
    districts: tuple[NumberedDistrict, ...]
    marker: tuple[int, int] | None = None


def plan_of_places(question: Question, chosen: str = "", point: str = "") -> PlanOfPlaces | None:
    """The districts that `question` offers, as far as they have an outline; None without any. One query."""
    plan = city_plan()
    if plan is None:
        return None
    areas = {district.area.code: district.area for district in plan.districts}
    numbered = tuple(
        NumberedDistrict(number, choice.label, areas[choice.code], choice.code == chosen)
        for number, choice in enumerate(question.answers, start=1)
        if choice.code in areas
    )
    extent = plan.extent
    edges = f"{extent.west} {extent.south} {extent.east} {extent.north}"
    return PlanOfPlaces(plan.width, plan.height, edges, numbered, _marker(plan, point)) if numbered else None


def _marker(plan: CityPlan, point: str) -> tuple[int, int] | None:
    try:
        longitude, latitude = (float(part) for part in point.split(","))
    except ValueError:
        return None
    if not (isfinite(longitude) and isfinite(latitude)):
        return None
    return plan.spot((longitude, latitude))
