from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from surveys.models.waves import WaveState
from surveys.queries import LiveShare

register = template.Library()

LOOK = {
    WaveState.OPEN: "w-status survey-open",
    WaveState.PAUSED: "w-status survey-paused",
}


@register.filter
def one_decimal(percent: float) -> str:
    """ "42.3%", as the reader's language writes it."""
    return _("%(percent)s%%") % {"percent": _rounded(percent)}


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
