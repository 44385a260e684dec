"""The smallest files of a past survey, in memory."""

from __future__ import annotations

import io
from datetime import date

from surveys.domain.sheets import ResponseSheets, read_questions, read_scales

TODAY = date(2026, 1, 10)
CHOICES = """\
scale,value,label,substantive
quality,1,Poor,yes
quality,2,Good,yes
quality,9,Don't know,no
rooms,reading,Reading room,yes
rooms,cafe,Café,yes
lonely,1,Only this,yes
"""
QUESTIONS = """\
name,type,scale,label
place,single_choice,quality,"How is it here, all in all?"
rooms,multiple_choice,rooms,Which rooms?
staff,rating,,How is the staff?
friend,yes_no,,Would you tell a friend?
wish,short_text,,One wish?
"""
RESPONSES = """\
response,wave,channel,district,place,rooms,staff,friend,wish
1,2025-03,web,harbour,1,reading;cafe,5,yes,A bench
2,2025-03,,,9,,,,
"""


def stream(text):
    return io.BytesIO(text if isinstance(text, bytes) else text.encode())


def scales(text=CHOICES):
    return read_scales("choices.csv", stream(text))


def questions(text=QUESTIONS):
    return read_questions("questions.csv", stream(text), scales())


def sheets(text=RESPONSES, asked=None):
    return ResponseSheets("responses.csv", stream(text), asked or questions(), today=TODAY)


def replaced(text, row, column, cell):
    """The text with one cell replaced; `row` as a spreadsheet counts."""
    lines = [line.split(",") for line in text.strip().split("\n")]
    lines[row - 1][lines[0].index(column)] = cell
    return "\n".join(",".join(line) for line in lines) + "\n"
