"""Reads of this app that join several models."""

from __future__ import annotations

from surveys.queries.fielding import (
    SurveyStanding,
    WaveStanding,
    open_standings,
    pages_of,
    pages_that_waves_need,
    sheets_today,
    standings,
    wave_standings,
    with_state,
)
from surveys.queries.listing import SurveyEntry, foremost, running_or_last_wave, survey_listing
from surveys.queries.live import (
    TEXTS_SHOWN,
    LiveBase,
    LivePoint,
    LiveQuestion,
    LiveShare,
    live_figures,
    points_in,
    some_texts,
)
from surveys.queries.names import (
    AmbiguousSlugError,
    UnknownDepartmentError,
    UnknownSurveyError,
    department_called,
    page_called,
    survey_called,
)
from surveys.queries.public import (
    Figure,
    PartResult,
    QuestionResult,
    Share,
    figure_of,
    results_of,
    withheld_questions,
)
from surveys.queries.sheets import (
    SheetColumns,
    answer_columns,
    iter_answer_rows,
    iter_point_rows,
    iter_text_rows,
)
from surveys.queries.staff import StaffFigure, staff_results

__all__ = [
    "TEXTS_SHOWN",
    "AmbiguousSlugError",
    "Figure",
    "LiveBase",
    "LivePoint",
    "LiveQuestion",
    "LiveShare",
    "PartResult",
    "QuestionResult",
    "Share",
    "SheetColumns",
    "StaffFigure",
    "SurveyEntry",
    "SurveyStanding",
    "UnknownDepartmentError",
    "UnknownSurveyError",
    "WaveStanding",
    "answer_columns",
    "department_called",
    "figure_of",
    "foremost",
    "iter_answer_rows",
    "iter_point_rows",
    "iter_text_rows",
    "live_figures",
    "open_standings",
    "page_called",
    "pages_of",
    "pages_that_waves_need",
    "points_in",
    "results_of",
    "running_or_last_wave",
    "sheets_today",
    "some_texts",
    "staff_results",
    "standings",
    "survey_called",
    "survey_listing",
    "wave_standings",
    "with_state",
    "withheld_questions",
]
