from __future__ import annotations

from surveys.models.pages import SurveyIndexPage, SurveyPage
from surveys.models.responses import (
    Answer,
    DeviceMark,
    ImportBatch,
    PlaceAnswer,
    Response,
    SegmentCell,
    Submission,
    Tally,
    TextAnswer,
)
from surveys.models.surveys import Survey
from surveys.models.versions import Correction, QuestionVersion
from surveys.models.waves import Wave

__all__ = [
    "Answer",
    "Correction",
    "DeviceMark",
    "ImportBatch",
    "PlaceAnswer",
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
