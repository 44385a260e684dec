"""Under which codes an answer is counted, and which figures a question has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from surveys.domain.answers import CELL
from surveys.domain.bands import MONTH, bands_of, between, code_of_number, is_open, periods_of
from surveys.domain.kinds import Kind
from surveys.domain.questions import DONT_KNOW, Choice, Question

# The people who answered the question at all.
EVERYONE = ""
FIRST = "1"
# Their choices are sizes, so that a mean says something.
RATED = frozenset({Kind.RATING, Kind.SCALE})
# Counted by heads alone: words are no shares, and everybody who consents consents.
UNSHARED = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.CONSENT})


@dataclass(frozen=True)
class Part:
    """One set of shares. `base` is the code of the people it rests on, `choices` carry the codes that are counted.

    Most questions have one part; a matrix has one for each row, a ranking one for the first places. The choices of
    numbers and days are groups without words. `gathers` says that a choice stands for all counted codes that begin
    with its own, as a year for its months.
    """

    code: str
    label: str
    base: str
    choices: tuple[Choice, ...]
    several: bool = False
    gathers: bool = False

    @property
    def opinions(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.opinion)


def parts_of(question: Question, seen: Collection[str] = ()) -> tuple[Part, ...]:
    """None for words and consent: only how many answered is counted then.

    `seen` are the counted codes that anybody has: they say which months there are, and which numbers where nobody
    set bounds. Without any, such a question has no part.
    """
    if not question.asks or question.kind in UNSHARED:
        return ()
    if question.kind is Kind.MATRIX:
        return tuple(_row(question, row) for row in question.rows)
    if question.kind is Kind.RANKING:
        return (Part(FIRST, "", EVERYONE, _at_place(question, FIRST)),)
    gathers = question.kind is Kind.DATE
    choices = _choices(question, seen)
    return (Part("", "", EVERYONE, choices, question.several, gathers),) if choices else ()


def _choices(question: Question, seen: Collection[str]) -> tuple[Choice, ...]:
    if question.kind is Kind.DATE:
        return tuple(Choice(code, "") for code in periods_of(code for code in seen if len(code) == MONTH))
    if question.kind is not Kind.NUMBER:
        return question.choices
    codes = [band.code for band in bands_of(question)]
    return tuple(Choice(code, "") for code in (between(codes, seen) if is_open(question) else codes))


def _at_place(question: Question, place: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"{choice.code}{CELL}{place}", choice.label, picture=choice.picture)
        for choice in question.choices
    )


def _row(question: Question, row: Choice) -> Part:
    choices = tuple(
        Choice(f"{row.code}{CELL}{column.code}", column.label, column.opinion) for column in question.choices
    )
    return Part(row.code, row.label, f"{row.code}{CELL}", choices)


def is_row_base(code: str) -> bool:
    """Whether `code` counts the people who answered one row of a matrix."""
    return code.endswith(CELL)


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
            yield code_of_number(question, Decimal(code))
    elif question.kind is Kind.DATE:
        for code in codes:
            yield code[:MONTH]
    elif question.kind not in UNSHARED:
        yield from codes


def all_codes(question: Question) -> tuple[str, ...]:
    """Every code that can be known before anybody answers, EVERYONE first."""
    if not question.asks:
        return ()
    if question.kind is Kind.RANKING:
        return (EVERYONE, *(choice.code for choice in places_of(question).choices))
    if question.kind is Kind.NUMBER:
        return (EVERYONE, *(band.code for band in bands_of(question)))
    codes = [code for part in parts_of(question) for code in (part.base, *(c.code for c in part.choices))]
    return tuple(dict.fromkeys([EVERYONE, *codes]))


def places_of(question: Question) -> Part:
    """Every choice of a ranking at every place, with the shares of all who answered."""
    places = [str(place) for place in range(1, len(question.choices) + 1)]
    return Part("", "", EVERYONE, tuple(choice for place in places for choice in _at_place(question, place)))


def counts_in(part: Part, counts: Mapping[str, int]) -> dict[str, int]:
    """How many each of the part's choices has, by its code."""
    if not part.gathers:
        return {choice.code: counts.get(choice.code, 0) for choice in part.choices}
    return {
        choice.code: sum(count for code, count in counts.items() if code.startswith(choice.code))
        for choice in part.choices
    }


@dataclass(frozen=True)
class AveragePlace:
    """`mean` is the average place that the `people` who ranked the choice gave it: 1 is the best."""

    choice: Choice
    people: int
    mean: Decimal


def average_places(question: Question, counts: Mapping[str, int]) -> tuple[AveragePlace, ...]:
    """The choices that anybody ranked, the best average first. None where the question is no ranking."""
    if question.kind is not Kind.RANKING:
        return ()
    found = []
    for choice in question.choices:
        at = {p: counts.get(f"{choice.code}{CELL}{p}", 0) for p in range(1, len(question.choices) + 1)}
        people = sum(at.values())
        if people:
            mean = Decimal(sum(place * count for place, count in at.items())) / people
            found.append(AveragePlace(choice, people, mean))
    return tuple(sorted(found, key=lambda place: place.mean))


def mean_of(question: Question, counts: Mapping[str, int]) -> Decimal | None:
    """Of a rating or scale, over those with an opinion; None for other questions and where there are none."""
    if question.kind not in RATED:
        return None
    sizes = {choice.code: int(choice.code) for choice in question.choices if choice.code != DONT_KNOW}
    people = sum(counts.get(code, 0) for code in sizes)
    return (
        Decimal(sum(size * counts.get(code, 0) for code, size in sizes.items())) / people if people else None
    )


def median_of(question: Question, part: Part, counts: Mapping[str, int]) -> Choice | None:
    """The group of numbers in which the middle answer lies (of two in the middle the smaller one)."""
    if question.kind is not Kind.NUMBER:
        return None
    people, reached = sum(counts.get(choice.code, 0) for choice in part.choices), 0
    for choice in part.choices:
        reached += counts.get(choice.code, 0)
        if reached and 2 * reached >= people:
            return choice
    return None
