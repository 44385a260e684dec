"""The groups in which numbers and days are counted and shown. Limits only: their words depend on the language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from surveys.domain.questions import Question

SEVERAL_BANDS = 8
# More bars than this are not read any more.
MOST_PERIODS = 24
BELOW = "below"
# Where a number may be anything: 0, 1, 2, 5, 10, 20, 50, … 1,000,000.
OPEN_LIMITS = (
    Decimal(0),
    *(step * Decimal(10) ** power for power in range(6) for step in (Decimal(1), Decimal(2), Decimal(5))),
    Decimal(10) ** 6,
)
MONTH = 7
YEAR = 4


@dataclass(frozen=True)
class Band:
    """The numbers from `lower` on that are less than `upper`; None where it has no end. `whole` numbers only have a
    `last` one that is in it."""

    code: str
    lower: Decimal | None
    upper: Decimal | None
    whole: bool

    @property
    def last(self) -> Decimal | None:
        return self.upper - 1 if self.whole and self.upper is not None else None


def is_open(question: Question) -> bool:
    """Whether nobody said within which bounds its numbers lie, or how to group them."""
    settings = question.settings
    return not settings.bands and (
        settings.minimum is None or settings.maximum is None or settings.maximum <= settings.minimum
    )


def band_limits(question: Question) -> tuple[Decimal, ...]:
    """The lower limits of the bands: its own, else up to eight within its bounds, else steps of 1, 2 and 5."""
    settings = question.settings
    if settings.bands:
        return settings.bands
    low, high = settings.minimum, settings.maximum
    if low is None or high is None or high <= low:
        return _open_limits(low, high)
    if not settings.decimals and high - low < SEVERAL_BANDS:
        return tuple(low + step for step in range(int(high - low) + 1))
    width = _round_width((high - low) / SEVERAL_BANDS, whole=not settings.decimals)
    start = (low / width).to_integral_value(rounding="ROUND_FLOOR") * width
    # The largest number belongs to the last band rather than to one of its own.
    count = int(((high - start) / width).to_integral_value(rounding="ROUND_CEILING"))
    return tuple(start + step * width for step in range(count))


def _open_limits(low: Decimal | None, high: Decimal | None) -> tuple[Decimal, ...]:
    limits = [limit for limit in OPEN_LIMITS if high is None or limit <= high]
    if low is not None:
        first = max((limit for limit in limits if limit <= low), default=None)
        limits = [limit for limit in limits if first is None or limit >= first]
    return tuple(limits) or (Decimal(0),)


def _round_width(width: Decimal, *, whole: bool) -> Decimal:
    """The next larger of 1, 2, 2.5, 5 times a power of ten: limits that people read at a glance."""
    power = Decimal(10) ** (width.adjusted())
    steps = [Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10)]
    if whole and power <= 1:
        steps.remove(Decimal("2.5"))
    found = next(step * power for step in steps if step * power >= width)
    return max(found, Decimal(1)) if whole else found


def band_code(lower: Decimal | None) -> str:
    return f"b{lower:f}" if lower is not None else BELOW


def code_of_number(question: Question, number: Decimal) -> str:
    """The code of the band in which `number` lies."""
    below = [limit for limit in band_limits(question) if limit <= number]
    return band_code(below[-1] if below else None)


def bands_of(question: Question) -> tuple[Band, ...]:
    """From the lowest. Numbers below the first limit have a band where there can be any."""
    settings, limits = question.settings, band_limits(question)
    whole, low, high = not settings.decimals, settings.minimum, settings.maximum
    found = []
    if low is None or low < limits[0]:
        found.append(Band(BELOW, None, limits[0], whole))
    for place, lower in enumerate(limits):
        first = max(lower, low) if low is not None and place == 0 else lower
        found.append(Band(band_code(lower), first, _upper(question, limits, place), whole))
    return tuple(band for band in found if high is None or band.lower is None or band.lower <= high)


def _upper(question: Question, limits: tuple[Decimal, ...], place: int) -> Decimal | None:
    if place + 1 < len(limits):
        return limits[place + 1]
    settings = question.settings
    ends = settings.maximum is not None and not settings.bands and not settings.decimals
    return settings.maximum + 1 if ends and settings.maximum is not None else None


def between(codes: Iterable[str], seen: Iterable[str]) -> tuple[str, ...]:
    """Of `codes`, in order, those from the first that is among `seen` to the last."""
    ordered, wanted = list(codes), set(seen)
    places = [place for place, code in enumerate(ordered) if code in wanted]
    return tuple(ordered[places[0] : places[-1] + 1]) if places else ()


def periods_of(months: Iterable[str]) -> tuple[str, ...]:
    """Every month ("2026-10") from the first to the last; where they are more than 24, the years ("2026") instead,
    or the decades ("202"), and so on. The code of a period is how its months begin."""
    ordered = sorted(months)
    if not ordered:
        return ()
    first, last = ordered[0], ordered[-1]
    for length in (MONTH, YEAR, YEAR - 1, YEAR - 2):
        start, end = _index(first, length), _index(last, length)
        if end - start < MOST_PERIODS:
            return tuple(_period(index, length) for index in range(start, end + 1))
    return tuple(sorted({month[: YEAR - 3] for month in ordered}))


def _index(month: str, length: int) -> int:
    if length == MONTH:
        return 12 * int(month[:YEAR]) + int(month[YEAR + 1 :]) - 1
    return int(month[:length])


def _period(index: int, length: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}" if length == MONTH else f"{index:0{length}d}"
