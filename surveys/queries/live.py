"""One wave of a survey as its staff watch it: exact figures, in their language, while answers arrive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from surveys.domain.counting import AveragePlace, Part, average_places, counts_in, mean_of, median_of
from surveys.domain.questions import Question
from surveys.models import PlaceAnswer, Survey, Tally, TextAnswer, Wave
from surveys.queries.figures import tallies_by_question_and_wave
from surveys.queries.labels import worded_parts
from surveys.queries.numbers import Numbers, numbers_in
from surveys.queries.series import Series, series_of
from surveys.queries.staff import WITH_OPINION, StaffFigure, figures_of, people_with_opinion
from surveys.queries.varying import Varying, varying_in

TEXTS_SHOWN = 20


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
    counted with it; `current` tells whether it is still asked. `version_ids` are all that its texts may come from.

    `mean` is that of a rating or scale, `middle` the group of the median number, `numbers` what they come to exactly;
    `places` are a ranking's average places; `varying` what differed from person to person.
    """

    version_ids: tuple[int, ...]
    question: Question
    number: int
    current: bool
    answered: int
    parts: tuple[LivePart, ...]
    earlier: tuple[str, ...] = ()
    confidential: bool = False
    mean: Decimal | None = None
    middle: str = ""
    numbers: Numbers | None = None
    places: tuple[AveragePlace, ...] = ()
    varying: Varying | None = None

    @property
    def takes_texts(self) -> bool:
        return self.question.takes_words or self.question.takes_other


@dataclass(frozen=True)
class _Found:
    """What the database says about a wave, by the id that a question is counted under."""

    tallies: Mapping[tuple[int, int], Mapping[str, Tally]]
    mixed: Mapping[tuple[int, int], int]
    numbers: Mapping[int, Numbers]
    varying: Mapping[int, Varying]


def live_figures(survey: Survey, wave: Wave, language: str) -> list[LiveQuestion]:
    """What is asked now, and what else was answered in `wave`.

    Two queries; one more for each of these, where the survey has any: a multiple choice with a choice that is no
    opinion, a number, a question that differs from person to person.
    """
    series = [one for one in series_of(survey) if one.newest.asks]
    found = _Found(
        tallies_by_question_and_wave(Tally.objects.filter(wave=wave)),
        people_with_opinion([wave], series),
        numbers_in(wave, series),
        varying_in(wave, series, language),
    )
    questions = [_question(one, wave, found, language) for one in series]
    return [question for question in questions if question.current or question.answered]


def _question(series: Series, wave: Wave, found: _Found, language: str) -> LiveQuestion:
    tallies = found.tallies.get((series.head, wave.pk), {})
    counts = {code: tally.count for code, tally in tallies.items()}
    question = series.counted(language)
    parts = worded_parts(question, {code for code, count in counts.items() if count})
    opinion = found.mixed.get((series.head, wave.pk))
    medians = (median_of(question, part, counts_in(part, counts)) for part in parts)
    return LiveQuestion(
        version_ids=tuple(version.pk for version in series.versions),
        question=question,
        number=series.newest.number,
        current=series.newest.is_current,
        answered=counts.get(Tally.EVERYONE, 0),
        parts=tuple(
            LivePart(part.label, tuple(_bases(figures_of("", part, str(wave), counts, opinion), part)))
            for part in parts
        ),
        earlier=series.earlier_wordings(language),
        confidential=series.confidential,
        mean=mean_of(question, counts),
        middle=next((choice.label for choice in medians if choice), ""),
        numbers=found.numbers.get(series.head),
        places=average_places(question, counts),
        varying=found.varying.get(series.head),
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
    """Question version id → free texts of `wave`, in an order that says nothing; at most TEXTS_SHOWN of each."""
    found: dict[int, list[str]] = {}
    place = Window(RowNumber(), partition_by=F("question_version"), order_by=F("pk").asc())
    texts = TextAnswer.objects.filter(wave=wave).annotate(place=place).filter(place__lte=TEXTS_SHOWN)
    for version_id, text in texts.order_by("pk").values_list("question_version", "text"):
        found.setdefault(version_id, []).append(text)
    return found


@dataclass(frozen=True)
class LivePoint:
    """Where `people` set a point, rounded to about a hundred metres."""

    longitude: Decimal
    latitude: Decimal
    people: int


def points_in(wave: Wave) -> dict[int, list[LivePoint]]:
    """Question version id → points of `wave`, those of one place together. One query."""
    found: dict[int, list[LivePoint]] = {}
    points = PlaceAnswer.objects.filter(wave=wave).order_by("question_version", "longitude", "latitude")
    places = points.values_list("question_version", "longitude", "latitude").annotate(people=Count("pk"))
    for version, longitude, latitude, people in places:
        found.setdefault(version, []).append(LivePoint(longitude, latitude, people))
    return found
