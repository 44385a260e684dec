"""Reads of this app that join several models."""

from __future__ import annotations

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
    "Figure",
    "QuestionResult",
    "Share",
    "SheetColumns",
    "StaffFigure",
    "answer_columns",
    "figure_of",
    "iter_answer_rows",
    "iter_text_rows",
    "results_of",
    "staff_results",
]
