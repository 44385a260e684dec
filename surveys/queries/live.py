"""One wave of a survey as its staff watch it: exact figures, in their language, while answers arrive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from surveys.domain.questions import Kind, Question
from surveys.models import QuestionVersion, Survey, Tally, TextAnswer, Wave
from surveys.queries.public import tallies_by_question_and_wave
from surveys.queries.staff import WITH_OPINION, StaffFigure, figures_of, people_with_opinion

TEXTS_SHOWN = 50


@dataclass(frozen=True)
class LiveShare:
    """One choice; `share`, `low` and `high` in per cent."""

    label: str
    count: int
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class LiveBase:
    """The shares of the `people` who answered, or of those among them with an opinion."""

    people: int
    opinion: bool
    shares: tuple[LiveShare, ...]


@dataclass(frozen=True)
class LiveQuestion:
    """A question in the reader's language. `number` counts its wordings; `current` is what is asked now."""

    version_id: int
    question: Question
    number: int
    current: bool
    answered: int
    bases: tuple[LiveBase, ...]

    @property
    def is_text(self) -> bool:
        return self.question.kind is Kind.TEXT


def live_figures(survey: Survey, wave: Wave, language: str) -> list[LiveQuestion]:
    """What is asked now, and what else was answered in `wave`. Two queries; a third when a multiple choice has a
    choice that is no opinion."""
    versions = list(
        survey.question_versions.select_related("survey").order_by("-is_current", "position", "pk")
    )
    counts = tallies_by_question_and_wave(Tally.objects.filter(wave=wave))
    mixed = people_with_opinion([wave], versions)
    found = [
        _question(version, wave, counts.get((version.pk, wave.pk), {}), mixed, language)
        for version in versions
    ]
    return [question for question in found if question.current or question.answered]


def _question(
    version: QuestionVersion,
    wave: Wave,
    tallies: Mapping[str, Tally],
    mixed: Mapping[tuple[int, int], int],
    language: str,
) -> LiveQuestion:
    counts = {code: tally.count for code, tally in tallies.items()}
    question = version.in_language(language)
    figures = figures_of(version, str(wave), counts, mixed.get((version.pk, wave.pk)))
    return LiveQuestion(
        version_id=version.pk,
        question=question,
        number=version.number,
        current=version.is_current,
        answered=counts.get(Tally.EVERYONE, 0),
        bases=tuple(_bases(figures, question)),
    )


def _bases(figures: Iterator[StaffFigure], question: Question) -> Iterator[LiveBase]:
    for (base, people), group in groupby(figures, key=lambda figure: (figure.base, figure.n)):
        shares = tuple(
            LiveShare(
                question.label_of(figure.choice),
                figure.count,
                100 * figure.share,
                100 * figure.wilson_low,
                100 * figure.wilson_high,
            )
            for figure in group
        )
        yield LiveBase(people, base == WITH_OPINION, shares)


def some_texts(wave: Wave) -> dict[int, list[str]]:
    """Question version id → free texts of `wave`, in an order that says nothing; at most TEXTS_SHOWN in all."""
    found: dict[int, list[str]] = {}
    texts = TextAnswer.objects.filter(wave=wave).order_by("pk")[:TEXTS_SHOWN]
    for version_id, text in texts.values_list("question_version", "text"):
        found.setdefault(version_id, []).append(text)
    return found
