"""What may be shown to everyone, and how coarsely: statistics stay, single people disappear."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

MINIMUM_PEOPLE = 30
SETTLED_PEOPLE = 100
STEP = 10


class Standing(StrEnum):
    """How much may be said about a figure that rests on so many people."""

    TOO_FEW = "too_few"
    COLLECTING = "collecting"
    EARLY = "early"
    SETTLED = "settled"


class PeopleWord(NamedTuple):
    """`number` is rounded down, so "more than" and "from" are true of it."""

    standing: Standing
    number: int


class Bound(StrEnum):
    UNDER = "under"
    ABOUT = "about"
    OVER = "over"


class PercentWord(NamedTuple):
    """A whole percent and how to read it: "under 1%", "42%", "over 99%"."""

    bound: Bound
    number: int


def publishable(people: int) -> bool:
    return people >= MINIMUM_PEOPLE


def refresh_due(people: int, published: int) -> bool:
    """Whether a published figure may be renewed: only after a step, so that no single answer
    can be read off two successive figures. Fewer people than published (an import undone,
    answers set aside) count as news too."""
    return abs(people - published) >= STEP


def rounded_people(people: int) -> int:
    """Rounded down: to ten below 1,000, to two digits above (1,284 becomes 1,200)."""
    unit = STEP if people < 1000 else 10 ** (len(str(people)) - 2)
    return people - people % unit


def people_word(people: int) -> PeopleWord:
    if people < STEP:
        standing = Standing.TOO_FEW
    elif not publishable(people):
        standing = Standing.COLLECTING
    else:
        standing = Standing.EARLY if people < SETTLED_PEOPLE else Standing.SETTLED
    return PeopleWord(standing, rounded_people(people))


def percent_word(share: float) -> PercentWord:
    """Whole percents, half rounded up. Nothing (0) is "under 1%" and everyone "over 99%":
    a flat "nobody" or "everybody" would tell each person's answer."""
    if share < 0.01:
        return PercentWord(Bound.UNDER, 1)
    if share > 0.99:
        return PercentWord(Bound.OVER, 99)
    return PercentWord(Bound.ABOUT, whole_percent(share))


def whole_percent(share: float) -> int:
    return int(share * 100 + 0.5)
