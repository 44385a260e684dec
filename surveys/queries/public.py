"""Results as everyone may see them: published counts only, from thirty people on, in whole percents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil, floor

from django.utils import timezone
from django.utils.translation import get_language

from surveys.domain.counting import Part, parts_of
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
from surveys.models import QuestionVersion, Survey, Tally, Wave
from surveys.queries.series import series_of

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
class PartResult:
    """The figures of a question, or of one row of it; the newest wave first."""

    part: Part
    figures: tuple[Figure, ...]

    @property
    def published(self) -> bool:
        return any(figure.published for figure in self.figures)


@dataclass(frozen=True)
class QuestionResult:
    """A question in the reader's language, as it is worded now. `earlier` are the wordings that were counted with it;
    `ended` says that it is asked no more in this way: it was changed into another, or taken away."""

    question: Question
    parts: tuple[PartResult, ...]
    earlier: tuple[str, ...] = ()
    ended: bool = False

    @property
    def published(self) -> bool:
        return any(part.published for part in self.parts)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.parts[0].figures if self.parts else ()


Counts = Mapping[str, Tally]


def results_of(survey: Survey, language: str, now: datetime | None = None) -> list[QuestionResult]:
    """Every question that has been asked, over all languages together, in the page's order and what is asked no more
    after it. Three queries, whatever the number of questions and waves."""
    waves = list(Wave.objects.shown().filter(survey=survey, opens_at__lte=now or timezone.now()))
    counts = tallies_by_question_and_wave(Tally.objects.filter(wave__in=waves))
    results = []
    for series in series_of(survey):
        question = series.newest.in_language(language)
        if question.settings.confidential or question.takes_words:
            continue
        parts = tuple(
            PartResult(part, figures)
            for part in parts_of(question)
            if (figures := _figures(part, waves, counts, series.head))
        )
        if parts:
            ended = not series.newest.is_current
            results.append(QuestionResult(question, parts, series.earlier_wordings(language), ended))
    return results


def _figures(
    part: Part, waves: Sequence[Wave], counts: Mapping[tuple[int, int], Counts], head: int
) -> tuple[Figure, ...]:
    return tuple(
        figure_from(wave, part, counts[head, wave.pk]) for wave in waves if (head, wave.pk) in counts
    )


def figure_of(version: QuestionVersion, now: datetime, language: str | None = None) -> Figure | None:
    """What was published last about a question of one part: of the newest wave that has a figure, else the newest
    wave's "not yet"; None when no wave has opened. Two queries."""
    parts = parts_of(version.in_language(language or get_language() or ""))
    if len(parts) != 1:
        return None
    tallies = Tally.objects.filter(question_version=version.counted_as)
    waves = list(
        Wave.objects.shown()
        .filter(survey_id=version.survey_id, opens_at__lte=now, tallies__in=tallies)
        .distinct()
    )
    counts = tallies_by_question_and_wave(tallies.filter(wave__in=waves))
    figures = _figures(parts[0], waves, counts, version.counted_as)
    return next((figure for figure in figures if figure.published), next(iter(figures), None))


def tallies_by_question_and_wave(tallies: Iterable[Tally]) -> dict[tuple[int, int], dict[str, Tally]]:
    """(question version id, wave id) → code → tally. One query."""
    found: dict[tuple[int, int], dict[str, Tally]] = {}
    for tally in tallies:
        found.setdefault((tally.question_version_id, tally.wave_id), {})[tally.code] = tally
    return found


def figure_from(wave: Wave, part: Part, counts: Counts) -> Figure:
    everyone = counts.get(part.base) or Tally()
    people = everyone.published
    # Until enough are published, only how many answered so far, to the ten.
    shown = people if publishable(people) else min(everyone.count, MINIMUM_PEOPLE - 1)
    figure = Figure(str(wave), wave.opens_at, wave.closes_at, people_word(shown))
    if not publishable(people):
        return figure
    published = {code: tally.published for code, tally in counts.items()}
    return replace(
        figure,
        shares=shares_of(part.choices, published, people),
        opinion=opinion_figure(figure, part, published, people),
    )


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
