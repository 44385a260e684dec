from __future__ import annotations

from surveys.models.pages import SurveyIndexPage, SurveyPage
from surveys.models.responses import (
    Answer,
    DeviceMark,
    ImportBatch,
    Response,
    SegmentCell,
    Submission,
    Tally,
    TextAnswer,
)
from surveys.models.surveys import QuestionVersion, Survey
from surveys.models.waves import Wave

__all__ = [
    "Answer",
    "DeviceMark",
    "ImportBatch",
    "QuestionVersion",
    "Response",
    "SegmentCell",
    "Submission",
    "Survey",
    "SurveyIndexPage",
    "SurveyPage",
    "Tally",
    "TextAnswer",
    "Wave",
]
