from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from portal.core.districts.queries import CityPlan
from surveys.models.waves import WaveState
from surveys.queries import LivePoint, LiveShare
from surveys.templatetags.shares import digits

register = template.Library()

LOOK = {
    WaveState.OPEN: "w-status survey-open",
    WaveState.PAUSED: "w-status survey-paused",
}


@register.filter
def one_decimal(percent: float) -> str:
    """ "42.3%", as the reader's language writes it."""
    return _("%(percent)s%%") % {"percent": _rounded(percent)}


register.filter("digits", digits)


@register.filter
def two_decimals(number: Decimal) -> str:
    """ "3.75", "12": as the reader's language writes it, without zeros at the end."""
    rounded = round(number, 2).normalize()
    return number_format(f"{rounded:f}", force_grouping=True)


@register.filter
def likely_range(share: LiveShare) -> str:
    limits = {"low": _rounded(share.low), "high": _rounded(share.high)}
    return _("%(low)s to %(high)s%%") % limits


def _rounded(number: float) -> str:
    # Formatting alone would cut the digits off.
    return number_format(round(number, 1), 1)


@register.filter
def width(percent: float) -> str:
    """A length for a drawing, which knows the decimal point only."""
    return f"{percent:.2f}%"


@register.filter
def spread(share: LiveShare) -> str:
    return width(share.high - share.low)


@register.filter
def status_class(state: WaveState) -> str:
    return LOOK.get(state, "w-status")


@register.filter
def of_versions(texts: Mapping[int, list[str]], version_ids: Sequence[int]) -> list[str]:
    return [text for version in version_ids for text in texts.get(version, [])]


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    radius: int


@dataclass(frozen=True)
class Marks:
    """The points of a question: `people` set them, `outside` of them where the plan does not reach."""

    dots: tuple[Dot, ...]
    people: int
    outside: int


@register.simple_tag
def points_on(
    plan: CityPlan | None, points: Mapping[int, list[LivePoint]], version_ids: Sequence[int]
) -> Marks:
    found = [point for version in version_ids for point in points.get(version, ())]
    dots, outside = [], 0
    for point in found:
        x, y = plan.spot((float(point.longitude), float(point.latitude))) if plan else (-1, -1)
        if plan and 0 <= x <= plan.width and 0 <= y <= plan.height:
            # The area of a dot grows with the people.
            dots.append(Dot(x, y, round(5 * sqrt(point.people))))
        else:
            outside += point.people
    return Marks(tuple(dots), sum(point.people for point in found), outside)
