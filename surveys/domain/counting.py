"""Under which codes an answer is counted, and which figures a question has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from surveys.domain.answers import CELL
from surveys.domain.kinds import ORDERED, Kind
from surveys.domain.questions import DONT_KNOW, Choice, Question

# The people who answered the question at all.
EVERYONE = ""
FIRST = "1"
SEVERAL_BANDS = 8


@dataclass(frozen=True)
class Part:
    """One set of shares. `base` is the code of the people it rests on, `choices` carry the codes that are counted.

    Most questions have one part; a matrix has one for each row, a ranking one for the first places.
    """

    code: str
    label: str
    base: str
    choices: tuple[Choice, ...]
    several: bool = False

    @property
    def opinions(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.opinion)


def parts_of(question: Question) -> tuple[Part, ...]:
    """None for words, and for numbers without bands: only how many answered is counted then."""
    if not question.asks or question.takes_words:
        return ()
    if question.kind is Kind.MATRIX:
        return tuple(_row(question, row) for row in question.rows)
    if question.kind is Kind.RANKING:
        return (
            Part(
                FIRST,
                "",
                EVERYONE,
                tuple(
                    Choice(f"{choice.code}{CELL}{FIRST}", choice.label, picture=choice.picture)
                    for choice in question.choices
                ),
            ),
        )
    if question.kind is Kind.NUMBER:
        bands = bands_of(question)
        return (Part("", "", EVERYONE, bands),) if bands else ()
    if question.kind is Kind.DATE:
        return ()
    return (Part("", "", EVERYONE, question.choices, several=question.several),)


def _row(question: Question, row: Choice) -> Part:
    choices = tuple(
        Choice(f"{row.code}{CELL}{column.code}", column.label, column.opinion) for column in question.choices
    )
    return Part(row.code, row.label, f"{row.code}{CELL}", choices)


def counted_codes(question: Question, codes: Iterable[str]) -> tuple[str, ...]:
    """The codes to add one to for an answer with `codes` on its sheet, EVERYONE first."""
    return (EVERYONE, *_counted(question, tuple(codes)))


def _counted(question: Question, codes: tuple[str, ...]) -> Iterator[str]:
    if question.kind is Kind.MATRIX:
        for code in codes:
            yield f"{code.split(CELL)[0]}{CELL}"
            yield code
    elif question.kind is Kind.RANKING:
        for place, code in enumerate(codes, start=1):
            yield f"{code}{CELL}{place}"
    elif question.kind is Kind.NUMBER:
        for code in codes:
            yield from _band(question, code)
    elif question.kind is Kind.DATE:
        for code in codes:
            yield code[:7]
    elif not question.takes_words:
        yield from codes


def _band(question: Question, code: str) -> Iterator[str]:
    number = Decimal(code)
    limits = band_limits(question)
    if limits:
        below = [limit for limit in limits if limit <= number]
        yield band_code(below[-1] if below else None)


def all_codes(question: Question) -> tuple[str, ...]:
    """Every code that can be known before anybody answers, EVERYONE first."""
    if not question.asks:
        return ()
    if question.kind is Kind.RANKING:
        places = range(1, len(question.choices) + 1)
        return (EVERYONE, *(f"{code}{CELL}{place}" for code in question.codes for place in places))
    codes = [code for part in parts_of(question) for code in (part.base, *(c.code for c in part.choices))]
    return tuple(dict.fromkeys([EVERYONE, *codes]))


def band_limits(question: Question) -> tuple[Decimal, ...]:
    """The lower limits of the bands. Without any of its own, a question with both bounds has up to eight."""
    settings = question.settings
    if settings.bands:
        return settings.bands
    low, high = settings.minimum, settings.maximum
    if low is None or high is None or high <= low:
        return ()
    if not settings.decimals and high - low < SEVERAL_BANDS:
        return tuple(low + step for step in range(int(high - low) + 1))
    width = _round_width((high - low) / SEVERAL_BANDS, whole=not settings.decimals)
    start = (low / width).to_integral_value(rounding="ROUND_FLOOR") * width
    count = int((high - start) / width) + 1
    return tuple(start + step * width for step in range(count))


def _round_width(width: Decimal, *, whole: bool) -> Decimal:
    """The next larger of 1, 2, 2.5, 5 times a power of ten: limits that people read at a glance."""
    power = Decimal(10) ** (width.adjusted())
    steps = [Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10)]
    if whole and power <= 1:
        steps.remove(Decimal("2.5"))
    found = next(step * power for step in steps if step * power >= width)
    return max(found, Decimal(1)) if whole else found


def band_code(lower: Decimal | None) -> str:
    return f"b{lower:f}" if lower is not None else "below"


def bands_of(question: Question) -> tuple[Choice, ...]:
    """The groups in which numbers are shown, from the lowest; "18–29" for whole numbers."""
    limits = band_limits(question)
    if not limits:
        return ()
    settings = question.settings
    found = []
    if settings.bands and (settings.minimum is None or settings.minimum < limits[0]):
        found.append(Choice(band_code(None), f"< {limits[0]:f}"))
    for place, lower in enumerate(limits):
        upper = limits[place + 1] if place + 1 < len(limits) else None
        found.append(Choice(band_code(lower), _band_label(lower, upper, settings.decimals, settings.maximum)))
    return tuple(found)


def _band_label(lower: Decimal, upper: Decimal | None, decimals: bool, maximum: Decimal | None) -> str:
    if upper is None:
        return f"{lower:f}" if maximum == lower else f"≥ {lower:f}"
    last = upper if decimals else upper - 1
    return f"{lower:f}" if last == lower else f"{lower:f}\u2013{last:f}"


def has_size(question: Question) -> bool:
    """Whether a mean of its answers says something."""
    return question.kind in ORDERED and question.kind is not Kind.DATE


def number_of(question: Question, code: str) -> Decimal | None:
    """The size of an answer; None for "don't know"."""
    return None if code == DONT_KNOW or not has_size(question) else Decimal(code)
