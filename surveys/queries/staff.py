"""Results and answer sheets as the staff of a survey's department see them: exact, and of every size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from django.db.models import Count

from surveys.domain.counting import Part, parts_of
from surveys.domain.estimates import share, wilson
from surveys.domain.kinds import SILENT, WORDS, Kind
from surveys.models import Answer, QuestionVersion, Response, SegmentCell, Survey, Tally, TextAnswer, Wave
from surveys.queries.public import tallies_by_question_and_wave
from surveys.queries.series import Series, series_of

EVERYONE = "all who answered"
WITH_OPINION = "with an opinion"
SHEETS_AT_ONCE = 2_000


class StaffFigure(NamedTuple):
    """`n` people are the base of the share and of its likely range."""

    question: str
    wave: str
    base: str
    n: int
    choice: str
    count: int
    share: float
    wilson_low: float
    wilson_high: float


def staff_results(survey: Survey) -> list[StaffFigure]:
    """Every choice of every question in every wave, the oldest first, on both bases. What was counted together is one
    question; the rows of a matrix are questions of their own, named `question.row`.

    Three queries; a fourth when a multiple choice has a choice that is no opinion.
    """
    waves = list(Wave.objects.shown().filter(survey=survey).order_by("opens_at", "label", "pk"))
    series = series_of(survey)
    counts = tallies_by_question_and_wave(Tally.objects.filter(wave__in=waves))
    mixed = people_with_opinion(waves, series)
    figures: list[StaffFigure] = []
    for one in series:
        question = one.newest.in_language(survey.source_language)
        for part in parts_of(question):
            name = name_of(one.newest) + (f".{part.code}" if part.label else "")
            for wave in waves:
                people = {code: tally.count for code, tally in counts.get((one.head, wave.pk), {}).items()}
                opinion = mixed.get((one.head, wave.pk))
                figures.extend(figures_of(name, part, str(wave), people, opinion))
    return figures


def figures_of(
    name: str, part: Part, wave: str, counts: Mapping[str, int], opinion: int | None
) -> Iterator[StaffFigure]:
    """`opinion` is the number of people with an opinion where it is no sum of the counts."""
    people = counts.get(part.base, 0)
    bases = [(EVERYONE, people, part.choices)]
    if len(part.opinions) < len(part.choices):
        n = sum(counts.get(choice.code, 0) for choice in part.opinions) if opinion is None else opinion
        bases.append((WITH_OPINION, n, part.opinions))
    for base, n, shown in bases:
        for choice in shown:
            count = counts.get(choice.code, 0)
            portion, limits = share(count, n), wilson(count, n)
            if portion is not None and limits is not None:
                yield StaffFigure(name, wave, base, n, choice.code, count, portion, *limits)


def people_with_opinion(waves: Iterable[Wave], series: Iterable[Series]) -> dict[tuple[int, int], int]:
    """(id counted under, wave id) → people who ticked at least one choice that is an opinion."""
    mixed = {
        one.head: {code for version in one.versions for code in version.opinion_codes}
        for one in series
        if one.newest.kind == Kind.MULTIPLE and len(one.newest.opinion_codes) < len(one.newest.choices)
    }
    if not mixed:
        return {}
    people = {(head, wave.pk): 0 for head in mixed for wave in waves}
    heads = {version.pk: one.head for one in series for version in one.versions if one.head in mixed}
    ticked = Answer.objects.filter(
        question_version__in=heads, response__wave__in=waves, response__state=Response.State.COUNTED
    )
    sets = ticked.values_list("question_version_id", "response__wave_id", "codes").annotate(Count("pk"))
    for version, wave, codes, number in sets:
        if mixed[heads[version]].intersection(codes.split()):
            people[heads[version], wave] += number
    return people


def name_of(version: QuestionVersion) -> str:
    return version.name if version.is_current else f"{version.name}@{version.number}"


@dataclass(frozen=True)
class SheetColumns:
    """The columns of an export: those of the format that `import_survey` reads."""

    segments: tuple[str, ...]
    versions: tuple[QuestionVersion, ...]

    @property
    def header(self) -> list[str]:
        return [
            "response",
            "wave",
            "channel",
            *self.segments,
            *(name_of(version) for version in self.versions),
        ]


def answer_columns(survey: Survey) -> SheetColumns:
    sheets = Response.objects.counted().filter(wave__in=Wave.objects.shown().filter(survey=survey))
    cells = SegmentCell.objects.filter(pk__in=sheets.order_by().values("cell").distinct())
    segments = {name for values in cells.values_list("values", flat=True) for name in values}
    versions = survey.question_versions.exclude(kind__in=[*WORDS, *SILENT]).order_by(
        "-is_current", "position", "pk"
    )
    return SheetColumns(tuple(sorted(segments)), tuple(versions))


def iter_answer_rows(survey: Survey, columns: SheetColumns) -> Iterator[list[str | int]]:
    """The counted answer sheets, one row each, in an order that says nothing; free texts stand apart.

    Memory is flat. Two queries for each SHEETS_AT_ONCE sheets.
    """
    places = {version.pk: place for place, version in enumerate(columns.versions)}
    waves = {wave.pk: str(wave) for wave in Wave.objects.shown().filter(survey=survey)}
    cells: dict[int | None, list[str]] = {None: [""] * len(columns.segments)}
    sheets = Response.objects.counted().filter(wave__in=waves).order_by("pk")
    stream = sheets.values_list("pk", "wave_id", "source", "cell_id").iterator(chunk_size=SHEETS_AT_ONCE)
    number = 0
    while batch := list(islice(stream, SHEETS_AT_ONCE)):
        missing = {cell for *_, cell in batch} - cells.keys()
        for cell in SegmentCell.objects.filter(pk__in=missing):
            cells[cell.pk] = [str(cell.values.get(name, "")) for name in columns.segments]
        rows = {pk: [""] * len(places) for pk, *_ in batch}
        answers = Answer.objects.filter(response__in=list(rows), question_version__in=places)
        for pk, version, codes in answers.values_list("response_id", "question_version_id", "codes"):
            rows[pk][places[version]] = codes
        for pk, wave, source, cell in batch:
            number += 1
            yield [number, waves[wave], source, *cells[cell], *rows[pk]]


def iter_text_rows(survey: Survey) -> Iterator[list[str]]:
    """Wave, question, language and text of every free text, in an order that says nothing."""
    texts = TextAnswer.objects.filter(wave__in=Wave.objects.shown().filter(survey=survey))
    for text in texts.select_related("wave", "question_version").order_by("pk").iterator(SHEETS_AT_ONCE):
        yield [str(text.wave), name_of(text.question_version), text.language, text.text]
