"""Drawings of results that are more than rows of bars. Numbers come in, lengths and places go out.

Plots that carry text cannot be mirrored by the stylesheet: where the reader's language runs from the right, their
places are counted from the right here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language_bidi

from portal.core.districts.queries import CityPlan, PlannedDistrict
from surveys.domain.disclosure import Bound
from surveys.queries import Figure, PartResult, Share

register = template.Library()

# In pixels: room for values above the columns and for their names below.
ABOVE, PLOT, BELOW = 24, 116, 26
# More columns than this leave no room for a value on each.
VALUES_ON_ALL = 12
# A part of a stacked bar needs so many per cent of it to hold its number.
NARROWEST = 8
STEPS = 4


@dataclass(frozen=True)
class Column:
    """`x`, `middle` and `width` in per cent of the plot, the rest in pixels from its upper edge."""

    share: Share
    x: str
    middle: str
    width: str
    top: int
    height: int
    low: int
    high: int
    value: str

    @property
    def spread(self) -> int:
        return self.low - self.high

    @property
    def value_at(self) -> int:
        return min(self.top, self.high) - 6


@dataclass(frozen=True)
class Columns:
    """`beside` are the shares that are no opinion, which have no place on the scale. `first` and `last` are the ends
    of the scale as they are read."""

    figure: Figure
    columns: tuple[Column, ...]
    beside: tuple[Share, ...]
    height: int
    ground: int

    @property
    def thin(self) -> bool:
        return len(self.columns) > VALUES_ON_ALL

    @property
    def first(self) -> Share:
        return self.columns[0].share

    @property
    def last(self) -> Share:
        return self.columns[-1].share


def _length(percent: float) -> str:
    return f"{percent:.2f}%"


def _start(percent: float, width: float = 0) -> float:
    """From the left edge, whatever the direction of reading."""
    return 100 - percent - width if get_language_bidi() else percent


@register.simple_tag
def columns_of(figure: Figure) -> Columns:
    """One wave of a scale or of days, ready to be drawn as columns."""
    shown = [share for share in figure.shares if share.opinion]
    tallest = max(share.high for share in shown)
    most = max(shown, key=lambda share: share.percent)
    slot = 100 / len(shown)

    def y(percent: int) -> int:
        return ABOVE + round(PLOT * (1 - percent / tallest))

    columns = tuple(
        Column(
            share=share,
            x=_length(_start(slot * (place + 0.1), slot * 0.8)),
            middle=_length(_start(slot * (place + 0.5))),
            width=_length(slot * 0.8),
            top=y(share.percent),
            height=ABOVE + PLOT - y(share.percent),
            low=y(share.low),
            high=y(share.high),
            value=_value(share) if len(shown) <= VALUES_ON_ALL or share is most else "",
        )
        for place, share in enumerate(shown)
    )
    beside = tuple(share for share in figure.shares if not share.opinion)
    return Columns(figure, columns, beside, ABOVE + PLOT + BELOW, ABOVE + PLOT)


def _value(share: Share) -> str:
    return "" if share.bound is Bound.UNDER else str(share.percent)


@dataclass(frozen=True)
class Segment:
    """A part of a stacked bar; `shade` between 0 and 1, the later in the list of answers the darker."""

    share: Share
    x: str
    middle: str
    width: str
    shade: str
    value: str


@dataclass(frozen=True)
class MixRow:
    part: PartResult
    figure: Figure
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Mix:
    """The rows of a matrix in one wave, each with a stacked bar of the same length; `key` is that of all of them."""

    figure: Figure
    rows: tuple[MixRow, ...]

    @property
    def key(self) -> tuple[Segment, ...]:
        return next((row.segments for row in self.rows if row.segments), ())


@register.filter
def mixes(parts: Sequence[PartResult]) -> list[Mix]:
    """One for each wave in which any row may be shown, the newest first."""
    waves = zip(*(part.figures for part in parts), strict=True)
    return [
        Mix(
            figures[0],
            tuple(
                MixRow(part, figure, tuple(_segments(figure)))
                for part, figure in zip(parts, figures, strict=True)
            ),
        )
        for figures in waves
        if any(figure.published for figure in figures)
    ]


def _segments(figure: Figure) -> Iterator[Segment]:
    whole = sum(share.percent for share in figure.shares) or 1
    opinions = [share for share in figure.shares if share.opinion]
    reached = 0.0
    for share in figure.shares:
        width = 100 * share.percent / whole
        place = opinions.index(share) if share.opinion else 0
        yield Segment(
            share,
            _length(_start(reached, width)),
            _length(_start(reached + width / 2)),
            _length(width),
            f"{0.2 + 0.8 * place / max(len(opinions) - 1, 1):.2f}" if share.opinion else "",
            _value(share) if width >= NARROWEST else "",
        )
        reached += width


@dataclass(frozen=True)
class Shaded:
    district: PlannedDistrict
    share: Share | None
    shade: str
    value: str


@dataclass(frozen=True)
class Shading:
    """The city's plan with the shares of a figure. `key` are the steps: from, to, in per cent, and their shade."""

    plan: CityPlan
    districts: tuple[Shaded, ...]
    key: tuple[tuple[int, int, str], ...]


@register.simple_tag
def shading_of(figure: Figure, plan: CityPlan) -> Shading:
    shares = {share.code: share for share in figure.shares if share.opinion}
    # The steps are as wide as each other, so that twice as dark is about twice as many.
    width = max(1, ceil((max((share.percent for share in shares.values()), default=0) + 1) / STEPS))
    shades = [f"{0.15 + 0.85 * step / (STEPS - 1):.2f}" for step in range(STEPS)]
    districts = []
    for district in plan.districts:
        share = shares.get(district.area.code)
        shade = shades[min(share.percent // width, STEPS - 1)] if share else "0"
        districts.append(Shaded(district, share, shade, _value(share) if share else ""))
    key = [(step * width, (step + 1) * width - 1, shade) for step, shade in enumerate(shades)]
    return Shading(plan, tuple(districts), tuple(key))


@register.filter
def tenths_text(tenths: int) -> str:
    """73 as "7.3", as the reader's language writes it."""
    return number_format(Decimal(tenths) / 10, 1)
