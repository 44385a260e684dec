"""QUESTIONS.csv and CHOICES.csv: what was asked, and the codes an answer may have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, TypeAlias

from surveys.domain.kinds import Kind
from surveys.domain.questions import DONT_KNOW, Choice
from surveys.domain.sheets.faults import Fault, SheetFault
from surveys.domain.sheets.table import Table
from surveys.domain.sheets.values import CONTROL, code_fault

QUESTION_COLUMNS = ("name", "type", "scale", "label")
CHOICE_COLUMNS = ("scale", "value", "label", "substantive")
RESERVED_NAMES = frozenset({"response", "wave", "channel"})
MAX_QUESTIONS = 1_000
MAX_CHOICES = 10_000
# As long as the editor's blocks take, so that the words of an imported survey can be edited later.
MAX_QUESTION = 200
MAX_LABEL = 120
# Past surveys ask longer lists (a city's districts, say) than the editor offers.
MIN_SCALE = 2
MAX_SCALE = 30
# All codes of a multiple choice, ticked together, must fit into one answer.
MAX_CODES = 500

Scales: TypeAlias = dict[str, tuple[Choice, ...]]


class AskedQuestion(NamedTuple):
    """A row of QUESTIONS.csv with its choices in order; a short text has none."""

    name: str
    kind: Kind
    text: str
    choices: tuple[Choice, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)


# What the format of past surveys knows.
IMPORTED = (Kind.SINGLE, Kind.MULTIPLE, Kind.RATING, Kind.YES_NO, Kind.TEXT)
# A rating or a yes/no without a scale of its own has these.
USUAL_SCALES = {
    Kind.RATING: tuple(Choice(str(step), str(step), True) for step in range(1, 6)),
    Kind.YES_NO: (Choice("yes", "Yes", True), Choice("no", "No", True)),
}


def read_scales(file: str, stream: BinaryIO) -> Scales:
    """Each scale's choices, in the order of the file."""
    table = Table(file, stream)
    scales: dict[str, dict[str, Choice]] = {}
    for scale, code, label, substantive in records(table, CHOICE_COLUMNS, MAX_CHOICES):
        require_code(table, "scale", scale)
        require_code(table, "value", code)
        require_text(table, "label", label, MAX_LABEL)
        if substantive not in ("yes", "no"):
            raise table.fault(Fault.BAD_SUBSTANTIVE, "substantive", found=substantive)
        choices = scales.setdefault(scale, {})
        if code in choices:
            raise table.fault(Fault.DUPLICATE_CHOICE, "value", found=code, scale=scale)
        if code == DONT_KNOW and substantive == "yes":
            raise table.fault(Fault.RESERVED_NAME, "value", found=code)
        if len(choices) >= MAX_SCALE:
            raise table.fault(Fault.TOO_MANY_CHOICES, "scale", found=scale, limit=MAX_SCALE)
        choices[code] = Choice(code, label, substantive == "yes")
    # "I don't know" stands last wherever it is offered.
    return {
        scale: tuple(sorted(choices.values(), key=lambda choice: choice.code == DONT_KNOW))
        for scale, choices in scales.items()
    }


def read_questions(file: str, stream: BinaryIO, scales: Scales) -> list[AskedQuestion]:
    """The questions in the order of the file."""
    table = Table(file, stream)
    questions: dict[str, AskedQuestion] = {}
    for name, kind, scale, label in records(table, QUESTION_COLUMNS, MAX_QUESTIONS):
        require_code(table, "name", name)
        require_text(table, "label", label, MAX_QUESTION)
        if name in RESERVED_NAMES:
            raise table.fault(Fault.RESERVED_NAME, "name", found=name)
        if name in questions:
            raise table.fault(Fault.DUPLICATE_QUESTION, "name", found=name)
        if kind not in IMPORTED:
            raise table.fault(Fault.UNKNOWN_TYPE, "type", found=kind, allowed=", ".join(IMPORTED))
        choices = choices_of(table, Kind(kind), scale, scales)
        questions[name] = AskedQuestion(name, Kind(kind), label, choices)
    if not questions:
        raise SheetFault(Fault.NO_ROWS, file=file)
    return list(questions.values())


def choices_of(table: Table, kind: Kind, scale: str, scales: Scales) -> tuple[Choice, ...]:
    if kind is Kind.TEXT:
        if scale:
            raise table.fault(Fault.NEEDLESS_SCALE, "scale", found=scale)
        return ()
    if not scale:
        if kind not in USUAL_SCALES:
            raise table.fault(Fault.BLANK_CELL, "scale")
        return USUAL_SCALES[kind]
    if scale not in scales:
        raise table.fault(Fault.UNKNOWN_SCALE, "scale", found=scale, allowed=", ".join(scales))
    if sum(choice.code != DONT_KNOW for choice in scales[scale]) < MIN_SCALE:
        raise table.fault(Fault.TOO_FEW_CHOICES, "scale", found=scale, limit=MIN_SCALE)
    length = len(" ".join(choice.code for choice in scales[scale]))
    if kind is Kind.MULTIPLE and length > MAX_CODES:
        raise table.fault(Fault.FIELD_TOO_LONG, "scale", length=length, limit=MAX_CODES)
    return scales[scale]


def records(table: Table, columns: tuple[str, ...], limit: int) -> Iterator[list[str]]:
    """The rows with their cells trimmed and in the order of `columns`."""
    for name in columns:
        if name not in table.header:
            raise table.fault(Fault.MISSING_HEADER, name)
    for name in table.header:
        if name not in columns:
            raise table.fault(Fault.UNKNOWN_HEADER, name, allowed=", ".join(columns))
    places = [table.header.index(name) for name in columns]
    for count, row in enumerate(table.rows(), start=1):
        if count > limit:
            raise table.fault(Fault.TOO_MANY_ROWS, limit=limit)
        yield [row.cells[place].strip() for place in places]


def require_code(table: Table, column: str, code: str) -> None:
    if not code:
        raise table.fault(Fault.BLANK_CELL, column)
    fault = code_fault(code)
    if fault:
        raise table.fault(fault, column, found=code)


def require_text(table: Table, column: str, text: str, limit: int) -> None:
    if not text:
        raise table.fault(Fault.BLANK_CELL, column)
    if CONTROL.search(text):
        raise table.fault(Fault.CONTROL_CHARACTER, column)
    if len(text) > limit:
        raise table.fault(Fault.FIELD_TOO_LONG, column, length=len(text), limit=limit)
