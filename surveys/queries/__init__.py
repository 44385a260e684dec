"""Reads of this app that join several models."""

from __future__ import annotations

from surveys.queries.listing import SurveyEntry, foremost, running_or_last_wave, survey_listing
from surveys.queries.names import (
    AmbiguousSlugError,
    UnknownDepartmentError,
    UnknownSurveyError,
    department_called,
    survey_called,
)
from surveys.queries.public import Figure, QuestionResult, Share, figure_of, results_of
from surveys.queries.staff import (
    SheetColumns,
    StaffFigure,
    answer_columns,
    iter_answer_rows,
    iter_text_rows,
    staff_results,
)

__all__ = [
    "AmbiguousSlugError",
    "Figure",
    "QuestionResult",
    "Share",
    "SheetColumns",
    "StaffFigure",
    "SurveyEntry",
    "UnknownDepartmentError",
    "UnknownSurveyError",
    "answer_columns",
    "department_called",
    "figure_of",
    "foremost",
    "iter_answer_rows",
    "iter_text_rows",
    "results_of",
    "running_or_last_wave",
    "staff_results",
    "survey_called",
    "survey_listing",
]
