"""Results as everyone may see them: published counts only, from thirty people on, in whole percents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil, floor

from django.utils import timezone
from django.utils.translation import get_language

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
from surveys.domain.questions import Choice, Kind, Question
from surveys.models import QuestionVersion, Survey, Tally, Wave

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
class Figure:
    """One question in one wave. `shares` is empty until enough people answered.

    `people` is rounded down. `opinion` is the same of those with an opinion, where many had none.
    """

    wave: str
    opens_at: datetime
    closes_at: datetime | None
    people: PeopleWord
    shares: tuple[Share, ...] = ()
    opinion: Figure | None = None

    @property
    def published(self) -> bool:
        return bool(self.shares)

    @property
    def early(self) -> bool:
        return self.people.standing is Standing.EARLY


@dataclass(frozen=True)
class QuestionResult:
    """A question in the reader's language; its figures, the newest wave first."""

    question: Question
    figures: tuple[Figure, ...]

    @property
    def published(self) -> bool:
        return any(figure.published for figure in self.figures)


Counts = Mapping[str, Tally]


def results_of(survey: Survey, language: str, now: datetime | None = None) -> list[QuestionResult]:
    """Every question that has been asked, over all languages together, in the page's order and the earlier
    versions after it. Three queries, whatever the number of questions and waves."""
    waves = list(Wave.objects.shown().filter(survey=survey, opens_at__lte=now or timezone.now()))
    counts = tallies_by_question_and_wave(Tally.objects.filter(wave__in=waves))
    versions = survey.question_versions.order_by("-is_current", "position", "pk")
    results = []
    for version in versions:
        question = version.in_language(language)
        figures = [
            figure_from(wave, question, counts[version.pk, wave.pk])
            for wave in waves
            if (version.pk, wave.pk) in counts and question.kind is not Kind.TEXT
        ]
        if figures:
            results.append(QuestionResult(question, tuple(figures)))
    return results


def figure_of(version: QuestionVersion, now: datetime, language: str | None = None) -> Figure | None:
    """What was published last about a question: of the newest wave that has a figure, else the newest
    wave's "not yet"; None when no wave has opened. Two queries."""
    tallies = Tally.objects.filter(question_version=version)
    waves = list(
        Wave.objects.shown()
        .filter(survey_id=version.survey_id, opens_at__lte=now, tallies__in=tallies)
        .distinct()
    )
    counts = tallies_by_question_and_wave(tallies.filter(wave__in=waves))
    question = version.in_language(language or get_language() or "")
    figures = [figure_from(wave, question, counts[version.pk, wave.pk]) for wave in waves]
    return next((figure for figure in figures if figure.published), next(iter(figures), None))


def tallies_by_question_and_wave(tallies: Iterable[Tally]) -> dict[tuple[int, int], dict[str, Tally]]:
    """(question version id, wave id) → code → tally. One query."""
    found: dict[tuple[int, int], dict[str, Tally]] = {}
    for tally in tallies:
        found.setdefault((tally.question_version_id, tally.wave_id), {})[tally.code] = tally
    return found


def figure_from(wave: Wave, question: Question, counts: Counts) -> Figure:
    everyone = counts.get(Tally.EVERYONE) or Tally()
    people = everyone.published
    # Until enough are published, only how many answered so far, to the ten.
    shown = people if publishable(people) else min(everyone.count, MINIMUM_PEOPLE - 1)
    figure = Figure(str(wave), wave.opens_at, wave.closes_at, people_word(shown))
    if not publishable(people):
        return figure
    published = {code: tally.published for code, tally in counts.items()}
    return replace(
        figure,
        shares=shares_of(question.choices, published, people),
        opinion=opinion_figure(figure, question, published, people),
    )


def opinion_figure(
    figure: Figure, question: Question, published: Mapping[str, int], people: int
) -> Figure | None:
    """None for a multiple choice as well: each of its choices is a share of all who answered."""
    if question.kind is Kind.MULTIPLE:
        return None
    choices = [choice for choice in question.choices if choice.opinion]
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
