from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from surveys.domain.disclosure import Bound
from surveys.queries import Figure, Share, SurveyEntry

register = template.Library()

BAR = 22
GAP = 2
# "18–29", "1,000–1,999": read from right to left, the larger number would come first.
RANGE = re.compile(r"\d[\d.,\s]*[-–]\s*\d[\d.,\s]*")


@dataclass(frozen=True)
class Bar:
    """One share as it is drawn: `top`, `middle` and `whisker` in pixels, `width` of the range in per cent."""

    share: Share
    wave: str
    early: bool
    before: bool
    top: int

    @property
    def middle(self) -> int:
        return self.top + BAR // 2

    @property
    def whisker(self) -> int:
        return self.middle - 2

    @property
    def width(self) -> int:
        return self.share.high - self.share.low


@dataclass(frozen=True)
class Chart:
    """Up to two waves, the earlier one first. A row is a choice's label and its bars."""

    figures: Sequence[Figure]
    rows: Sequence[tuple[str, Sequence[Bar]]]
    height: int

    @property
    def compares(self) -> bool:
        return len(self.figures) > 1


@register.simple_tag
def chart_of(figures: Sequence[Figure]) -> Chart:
    """The two newest of `figures` (newest first) that have shares, ready to be drawn."""
    shown = [figure for figure in figures if figure.published][:2][::-1]
    rows: dict[str, tuple[str, list[Bar]]] = {}
    for place, figure in enumerate(shown):
        for share in figure.shares:
            _label, bars = rows.setdefault(share.code, (share.label, []))
            before = place < len(shown) - 1
            bars.append(Bar(share, figure.wave, figure.early, before, place * (BAR + GAP)))
    return Chart(shown, list(rows.values()), len(shown) * (BAR + GAP) - GAP)


@register.filter
def percent_text(share: Share) -> str:
    texts = {
        Bound.UNDER: _("under %(percent)s%%"),
        Bound.ABOUT: _("%(percent)s%%"),
        Bound.OVER: _("over %(percent)s%%"),
    }
    return texts[share.bound] % {"percent": share.percent}


@register.filter
def digits(label: str) -> str:
    """A range of numbers keeps its order in languages that run from the right; other labels stay as they are."""
    return format_html('<bdi dir="ltr">{}</bdi>', label) if RANGE.fullmatch(label) else label


@register.filter
def leading(shares: Sequence[Share]) -> Share | None:
    """The choice that most people made, those without an opinion left aside."""
    opinions = [share for share in shares if share.opinion]
    return max(opinions, key=lambda share: share.percent, default=None)


@register.filter
def wave_name(label: str) -> str:
    """A wave that is named after its month ("2026-10") is read as one: "October 2026"."""
    try:
        month = datetime.strptime(label, "%Y-%m")  # noqa: DTZ007  (a month has no time zone)
    except ValueError:
        return label
    return date_format(month, "YEAR_MONTH_FORMAT")


@register.filter
def is_past(moment: datetime | None) -> bool:
    return moment is not None and moment <= timezone.now()


@register.filter
def last_day(closes_at: datetime) -> date:
    """The last day on which answers are taken: a wave that closes at midnight ends the day before."""
    return timezone.localtime(closes_at - timedelta(microseconds=1)).date()


@register.filter
def in_states(entries: Sequence[SurveyEntry], states: str) -> list[SurveyEntry]:
    """Those in one of the states, which stand in `states` between spaces."""
    return [entry for entry in entries if entry.state in states.split()]


@register.filter
def join_text(text: str, more: object) -> str:
    return f"{text}{more}"
