"""Figures as everyone may see them: published counts only, from thirty people on, in whole percents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor

from surveys.domain.counting import Part, average_places, counts_in, mean_of, median_of
from surveys.domain.disclosure import (
    MINIMUM_PEOPLE,
    Bound,
    PeopleWord,
    Standing,
    people_word,
    percent_word,
    publishable,
    whole_percent,
)
from surveys.domain.estimates import wilson
from surveys.domain.questions import Choice, Question
from surveys.models import Tally, Wave

# "Don't know" beyond this share gets a second figure, of those with an opinion.
MANY_WITHOUT_OPINION = 0.05


@dataclass(frozen=True)
class Share:
    """One choice. `percent`, `low` and `high` are whole percents; `bound` tells "under 1%" and "over 99%"."""

    code: str
    label: str
    opinion: bool
    percent: int
    bound: Bound
    low: int
    high: int


@dataclass(frozen=True)
class Place:
    """A choice of a ranking with its average place in tenths (23 is 2.3), and how many ranked it at all."""

    code: str
    label: str
    tenths: int
    people: PeopleWord


@dataclass(frozen=True)
class Figure:
    """One question in one wave. `shares` is empty until enough people answered.

    `people` is rounded down. `opinion` is the same of those with an opinion, where many had none. `tenths` is the
    mean of a rating or scale in tenths (73 is 7.3), `middle` the group in which the middle number lies, `places` the
    average places of a ranking, the best first: those that enough people gave.
    """

    wave: str
    opens_at: datetime
    closes_at: datetime | None
    people: PeopleWord
    shares: tuple[Share, ...] = ()
    opinion: Figure | None = None
    tenths: int | None = None
    middle: str = ""
    places: tuple[Place, ...] = ()

    @property
    def published(self) -> bool:
        return bool(self.shares)

    @property
    def early(self) -> bool:
        return self.people.standing is Standing.EARLY


Counts = Mapping[str, Tally]


def tallies_by_question_and_wave(tallies: Iterable[Tally]) -> dict[tuple[int, int], dict[str, Tally]]:
    """(question version id, wave id) → code → tally. One query."""
    found: dict[tuple[int, int], dict[str, Tally]] = {}
    for tally in tallies:
        found.setdefault((tally.question_version_id, tally.wave_id), {})[tally.code] = tally
    return found


def figure_from(wave: Wave, question: Question, part: Part, counts: Counts) -> Figure:
    everyone = counts.get(part.base) or Tally()
    people = everyone.published
    # Until enough are published, only how many answered so far, to the ten.
    shown = people if publishable(people) else min(everyone.count, MINIMUM_PEOPLE - 1)
    figure = Figure(str(wave), wave.opens_at, wave.closes_at, people_word(shown))
    if not publishable(people):
        return figure
    every = {code: tally.published for code, tally in counts.items()}
    published = counts_in(part, every)
    mean, middle = mean_of(question, published), median_of(question, part, published)
    return replace(
        figure,
        shares=shares_of(part.choices, published, people),
        opinion=opinion_figure(figure, part, published, people),
        tenths=in_tenths(mean) if mean is not None and _enough_opinions(part, published) else None,
        middle=middle.label if middle else "",
        places=tuple(
            Place(one.choice.code, one.choice.label, in_tenths(one.mean), people_word(one.people))
            for one in average_places(question, every)
            if publishable(one.people)
        ),
    )


def in_tenths(number: Decimal) -> int:
    """Half rounded up."""
    return int((number * 10).to_integral_value(ROUND_HALF_UP))


def _enough_opinions(part: Part, published: Mapping[str, int]) -> bool:
    return publishable(sum(published.get(choice.code, 0) for choice in part.opinions))


def opinion_figure(figure: Figure, part: Part, published: Mapping[str, int], people: int) -> Figure | None:
    """None where several may be chosen: each of the choices is a share of all who answered."""
    if part.several:
        return None
    choices = part.opinions
    with_opinion = sum(published.get(choice.code, 0) for choice in choices)
    if people - with_opinion <= MANY_WITHOUT_OPINION * people or not publishable(with_opinion):
        return None
    return replace(
        figure, people=people_word(with_opinion), shares=shares_of(choices, published, with_opinion)
    )


def shares_of(choices: Sequence[Choice], published: Mapping[str, int], people: int) -> tuple[Share, ...]:
    return tuple(share_of(choice, published.get(choice.code, 0), people) for choice in choices)


def share_of(choice: Choice, count: int, people: int) -> Share:
    # The range is rounded outwards, so that it never looks surer than it is.
    low, high = wilson(count, people) or (0.0, 1.0)
    word = percent_word(count / people)
    percent = whole_percent(count / people) if word.bound is Bound.ABOUT else word.number
    return Share(
        code=choice.code,
        label=choice.label,
        opinion=choice.opinion,
        percent=percent,
        bound=word.bound,
        low=floor(low * 100),
        high=ceil(high * 100),
    )
