"""The format of a past survey: three CSV files, checked and read in flat memory.

All are UTF-8 (a byte order mark may lead), separated by commas, with a header; columns may stand in
any order, and spaces around a cell do not matter. Names and codes are 1 to 40 of A-Z, a-z, 0-9, - and _.

QUESTIONS  name, type, scale, label. Types: single_choice, multiple_choice, rating, yes_no, short_text.
           A rating without a scale has the codes 1 to 5, a yes_no without one has yes and no; a
           short_text has none.
CHOICES    scale, value, label, substantive (yes, or no for "don't know" and its like). The value dk
           means "I don't know" everywhere: it is never substantive and always stands last.
RESPONSES  response (a whole number, each once), wave (YYYY, YYYY-MM or YYYY-MM-DD, begun before
           today), channel (may be blank), and a column for each question with a code, or a text.
           Several codes of a multiple_choice stand between semicolons or spaces, in any order. Every
           other column is a segment. Blank means not answered, or not said.
"""

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
