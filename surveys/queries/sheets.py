"""Answer sheets, free texts and points, row by row, for the files that staff take away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from portal.core.exports import Cell
from surveys.domain.answers import CELL
from surveys.domain.kinds import SILENT, WORDS, Kind
from surveys.models import (
    Answer,
    PlaceAnswer,
    QuestionVersion,
    Response,
    SegmentCell,
    Survey,
    TextAnswer,
    Wave,
)
from surveys.queries.staff import name_of

SHEETS_AT_ONCE = 2_000


@dataclass(frozen=True)
class SheetColumn:
    """Where `field` of an answer to a version stands; of a matrix the column that was chosen in `row`."""

    heading: str
    version: int
    field: str = "codes"
    row: str = ""
    number: bool = False

    def cell_of(self, answer: Mapping[str, str]) -> Cell:
        if self.number:
            # As text, a number below zero would be taken for a formula.
            return Decimal(answer[self.field])
        if not self.row:
            return answer[self.field]
        cells = (code.split(CELL) for code in answer["codes"].split())
        return next((column for row, column in cells if row == self.row), "")


@dataclass(frozen=True)
class SheetColumns:
    """The columns of an export: those of the format that `import_survey` reads, and for kinds that it does not know
    `question.row` for each row of a matrix, `question.arm` (the wording) and `question.positions` (where the chosen
    answers stood) where a question differs from person to person."""

    segments: tuple[str, ...]
    columns: tuple[SheetColumn, ...]

    @property
    def header(self) -> list[str]:
        headings = (column.heading for column in self.columns)
        return ["response", "wave", "channel", *self.segments, *headings]


def answer_columns(survey: Survey) -> SheetColumns:
    sheets = Response.objects.counted().filter(wave__in=Wave.objects.shown().filter(survey=survey))
    cells = SegmentCell.objects.filter(pk__in=sheets.order_by().values("cell").distinct())
    segments = {name for values in cells.values_list("values", flat=True) for name in values}
    versions = (
        survey.question_versions.exclude(kind__in=[*WORDS, *SILENT])
        .select_related("survey")
        .order_by("-is_current", "position", "pk")
    )
    columns = (column for version in versions for column in _columns(version, survey.source_language))
    return SheetColumns(tuple(sorted(segments)), tuple(columns))


def _columns(version: QuestionVersion, language: str) -> Iterator[SheetColumn]:
    question, name = version.in_language(language), name_of(version)
    if question.kind is Kind.MATRIX:
        for row in question.rows:
            yield SheetColumn(f"{name}.{row.code}", version.pk, row=row.code)
    else:
        yield SheetColumn(name, version.pk, number=question.kind is Kind.NUMBER)
    settings, rows = question.settings, {row.code for row in question.rows}
    # A row of a matrix may be called like one of them.
    if len(question.wordings) > 1:
        yield SheetColumn(f"{name}.{'arm_' if 'arm' in rows else 'arm'}", version.pk, "arm")
    if settings.shuffle or settings.reverse:
        yield SheetColumn(f"{name}.positions", version.pk, "positions")


def iter_answer_rows(survey: Survey, columns: SheetColumns) -> Iterator[list[Cell]]:
    """The counted answer sheets, one row each, in an order that says nothing; free texts stand apart.

    Memory is flat. Two queries for each SHEETS_AT_ONCE sheets.
    """
    of_version: dict[int, list[tuple[int, SheetColumn]]] = {}
    for place, column in enumerate(columns.columns):
        of_version.setdefault(column.version, []).append((place, column))
    waves = {wave.pk: str(wave) for wave in Wave.objects.shown().filter(survey=survey)}
    cells: dict[int | None, list[str]] = {None: [""] * len(columns.segments)}
    sheets = Response.objects.counted().filter(wave__in=waves).order_by("pk")
    stream = sheets.values_list("pk", "wave_id", "source", "cell_id").iterator(chunk_size=SHEETS_AT_ONCE)
    number = 0
    while batch := list(islice(stream, SHEETS_AT_ONCE)):
        missing = {cell for *_, cell in batch} - cells.keys()
        for cell in SegmentCell.objects.filter(pk__in=missing):
            cells[cell.pk] = [str(cell.values.get(name, "")) for name in columns.segments]
        rows: dict[int, list[Cell]] = {pk: [""] * len(columns.columns) for pk, *_ in batch}
        answers = Answer.objects.filter(response__in=list(rows), question_version__in=of_version)
        for answer in answers.values("response_id", "question_version_id", "codes", "arm", "positions"):
            for place, column in of_version[answer["question_version_id"]]:
                rows[answer["response_id"]][place] = column.cell_of(answer)
        for pk, wave, source, cell in batch:
            number += 1
            yield [number, waves[wave], source, *cells[cell], *rows[pk]]


def iter_text_rows(survey: Survey) -> Iterator[list[str]]:
    """Wave, question, language and text of every free text, in an order that says nothing. What was written beside
    "Other" belongs to `question.other`."""
    texts = TextAnswer.objects.filter(wave__in=Wave.objects.shown().filter(survey=survey))
    for text in texts.select_related("wave", "question_version").order_by("pk").iterator(SHEETS_AT_ONCE):
        version = text.question_version
        name = name_of(version) if version.kind in WORDS else f"{name_of(version)}.other"
        yield [str(text.wave), name, text.language, text.text]


def iter_point_rows(survey: Survey) -> Iterator[list[Cell]]:
    """Wave, question, longitude and latitude of every point, in an order that says nothing."""
    points = PlaceAnswer.objects.filter(wave__in=Wave.objects.shown().filter(survey=survey))
    for point in points.select_related("wave", "question_version").order_by("pk").iterator(SHEETS_AT_ONCE):
        yield [str(point.wave), name_of(point.question_version), point.longitude, point.latitude]
