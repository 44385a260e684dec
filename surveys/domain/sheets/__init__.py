"""The format of a past survey: three CSV files, checked and read in flat memory."""

from __future__ import annotations

from surveys.domain.sheets.faults import Fault, SheetFault
from surveys.domain.sheets.questions import AskedQuestion, read_questions, read_scales
from surveys.domain.sheets.responses import AnswerSheet, ResponseSheets
from surveys.domain.sheets.values import Span, parse_wave

__all__ = [
    "AnswerSheet",
    "AskedQuestion",
    "Fault",
    "ResponseSheets",
    "SheetFault",
    "Span",
    "parse_wave",
    "read_questions",
    "read_scales",
]
