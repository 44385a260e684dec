"""Results as everyone may see them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import get_language

from surveys.domain.counting import Part
from surveys.domain.kinds import Kind
from surveys.domain.questions import Question
from surveys.models import QuestionVersion, Survey, Tally, Wave
from surveys.queries.figures import Counts, Figure, Share, figure_from, tallies_by_question_and_wave
from surveys.queries.labels import worded_parts
from surveys.queries.series import series_of

__all__ = [
    "Figure",
    "PartResult",
    "QuestionResult",
    "Share",
    "figure_of",
    "results_of",
    "withheld_questions",
]

CONFIDENTIAL = Q(settings__confidential=True)
# The most common answer says something by itself.
HEADLINED = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.IMAGES, Kind.RATING, Kind.YES_NO, Kind.PLACE})
ByQuestionAndWave = Mapping[tuple[int, int], Counts]


@dataclass(frozen=True)
class PartResult:
    """The figures of a question, or of one row of it; the newest wave first."""

    part: Part
    figures: tuple[Figure, ...]

    @property
    def published(self) -> bool:
        return self.newest is not None

    @property
    def newest(self) -> Figure | None:
        """The newest figure that may be shown."""
        return next((figure for figure in self.figures if figure.published), None)


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

    @property
    def headlined(self) -> bool:
        return self.question.kind in HEADLINED


def results_of(survey: Survey, language: str, now: datetime | None = None) -> list[QuestionResult]:
    """Every question that has been asked, over all languages together, in the page's order and what is asked no more
    after it. Three queries, whatever the number of questions and waves."""
    waves = list(Wave.objects.shown().filter(survey=survey, opens_at__lte=now or timezone.now()))
    counts = tallies_by_question_and_wave(Tally.objects.filter(wave__in=waves))
    results = []
    for series in series_of(survey):
        if series.confidential:
            continue
        counted = series.counted(language)
        parts = tuple(
            PartResult(part, figures)
            for part in worded_parts(counted, published_codes(counts, series.head))
            if (figures := _figures(counted, part, waves, counts, series.head))
        )
        if parts:
            question, ended = series.worded(language)[0], not series.newest.is_current
            results.append(QuestionResult(question, parts, series.earlier_wordings(language), ended))
    return results


def withheld_questions(survey: Survey, now: datetime) -> int:
    """How many of the questions that were asked are never published. One query."""
    asked = Tally.objects.filter(
        wave__survey=survey, wave__opens_at__lte=now, wave__in=Wave.objects.shown().filter(survey=survey)
    )
    versions = QuestionVersion.objects.filter(CONFIDENTIAL, survey=survey)
    counted = versions.filter(
        Exists(asked.filter(Q(question_version=OuterRef("pk")) | Q(question_version=OuterRef("series"))))
    )
    return counted.order_by().values("question_id").distinct().count()


def published_codes(counts: ByQuestionAndWave, head: int) -> Collection[str]:
    return {
        code
        for (version, _wave), found in counts.items()
        if version == head
        for code, tally in found.items()
        if tally.published
    }


def _figures(
    question: Question, part: Part, waves: Sequence[Wave], counts: ByQuestionAndWave, head: int
) -> tuple[Figure, ...]:
    return tuple(
        figure_from(wave, question, part, counts[head, wave.pk])
        for wave in waves
        if (head, wave.pk) in counts
    )


def figure_of(version: QuestionVersion, now: datetime, language: str | None = None) -> Figure | None:
    """What was published last about a question whose answers are one set of shares: of the newest wave that has a
    figure, else the newest wave's "not yet"; None when no wave has opened, and for a question that is never
    published. Two queries."""
    head = version.counted_as
    secret = QuestionVersion.objects.filter(CONFIDENTIAL, Q(pk=head) | Q(series=head))
    tallies = Tally.objects.filter(~Exists(secret), question_version=head)
    waves = list(
        Wave.objects.shown()
        .filter(survey_id=version.survey_id, opens_at__lte=now, tallies__in=tallies)
        .distinct()
    )
    counts = tallies_by_question_and_wave(tallies.filter(wave__in=waves))
    question = version.in_language(language or get_language() or "")
    parts = worded_parts(question, published_codes(counts, head))
    if len(parts) != 1 or question.kind is Kind.RANKING:
        return None
    figures = _figures(question, parts[0], waves, counts, head)
    return next((figure for figure in figures if figure.published), next(iter(figures), None))
