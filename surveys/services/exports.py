"""Files that staff take away. Each one is noted in the survey's audit log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from portal.core.exports import Cell, csv_lines
from surveys.models import Survey, SurveyPage
from surveys.queries import (
    StaffFigure,
    answer_columns,
    iter_answer_rows,
    iter_point_rows,
    iter_text_rows,
    staff_results,
)
from surveys.services.audit import note

if TYPE_CHECKING:
    from portal.accounts.models import User

TEXT_HEADER = ("wave", "question", "language", "text")
POINT_HEADER = ("wave", "question", "longitude", "latitude")


@dataclass(frozen=True)
class ExportFile:
    """A CSV file that is written line by line while it is sent."""

    name: str
    lines: Iterator[str]


def export_answers(*, survey: Survey, by: User, today: date) -> ExportFile:
    """The counted answer sheets with their segments, one row each. Memory stays flat."""
    columns = answer_columns(survey)
    return _file(survey, by, today, "answers", columns.header, iter_answer_rows(survey, columns))


def export_texts(*, survey: Survey, by: User, today: date) -> ExportFile:
    """The free texts, and what was written beside "Other", apart from the sheets that they came with."""
    return _file(survey, by, today, "texts", TEXT_HEADER, iter_text_rows(survey))


def export_points(*, survey: Survey, by: User, today: date) -> ExportFile:
    """The points that were set on the plan, apart from the sheets that they came with."""
    return _file(survey, by, today, "points", POINT_HEADER, iter_point_rows(survey))


def export_figures(*, survey: Survey, by: User, today: date) -> ExportFile:
    """Every choice of every question in every wave, with its likely range, on both bases."""
    return _file(survey, by, today, "figures", StaffFigure._fields, staff_results(survey))


def _file(
    survey: Survey,
    by: User,
    today: date,
    kind: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
) -> ExportFile:
    note(survey=survey, action="surveys.export_answers", by=by, file=kind)
    slugs = (
        SurveyPage.objects.filter(translation_key=survey.key).order_by("pk").values_list("slug", flat=True)
    )
    department = survey.department.code if survey.department else "city"
    name = f"{department}-{slugs.first() or survey.code.lower()}-{kind}-{today.isoformat()}.csv"
    return ExportFile(name, csv_lines(header, rows, mark=True))
