"""One wave of a survey as its staff watch it: exact figures, in their language, while answers arrive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from surveys.domain.counting import Part, parts_of
from surveys.domain.questions import Question
from surveys.models import Survey, Tally, TextAnswer, Wave
from surveys.queries.public import tallies_by_question_and_wave
from surveys.queries.series import Series, series_of
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
class LivePart:
    """A question of one part, or a row of a matrix with its label."""

    label: str
    bases: tuple[LiveBase, ...]


@dataclass(frozen=True)
class LiveQuestion:
    """A question in the reader's language, as it is worded now. `number` counts its wordings, `earlier` are those
    counted with it; `current` tells whether it is still asked. `version_ids` are all that its texts may come from."""

    version_ids: tuple[int, ...]
    question: Question
    number: int
    current: bool
    answered: int
    parts: tuple[LivePart, ...]
    earlier: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        return self.question.takes_words


def live_figures(survey: Survey, wave: Wave, language: str) -> list[LiveQuestion]:
    """What is asked now, and what else was answered in `wave`. Two queries; a third when a multiple choice has a
    choice that is no opinion."""
    series = series_of(survey)
    counts = tallies_by_question_and_wave(Tally.objects.filter(wave=wave))
    mixed = people_with_opinion([wave], series)
    found = [
        _question(one, wave, counts.get((one.head, wave.pk), {}), mixed, language)
        for one in series
        if one.newest.asks
    ]
    return [question for question in found if question.current or question.answered]


def _question(
    series: Series,
    wave: Wave,
    tallies: Mapping[str, Tally],
    mixed: Mapping[tuple[int, int], int],
    language: str,
) -> LiveQuestion:
    counts = {code: tally.count for code, tally in tallies.items()}
    question = series.newest.in_language(language)
    return LiveQuestion(
        version_ids=tuple(version.pk for version in series.versions),
        question=question,
        number=series.newest.number,
        current=series.newest.is_current,
        answered=counts.get(Tally.EVERYONE, 0),
        parts=tuple(
            LivePart(
                part.label,
                tuple(
                    _bases(figures_of("", part, str(wave), counts, mixed.get((series.head, wave.pk))), part)
                ),
            )
            for part in parts_of(question)
        ),
        earlier=series.earlier_wordings(language),
    )


def _bases(figures: Iterator[StaffFigure], part: Part) -> Iterator[LiveBase]:
    labels = {choice.code: choice.label for choice in part.choices}
    for (base, people), group in groupby(figures, key=lambda figure: (figure.base, figure.n)):
        shares = tuple(
            LiveShare(
                labels[figure.choice],
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
