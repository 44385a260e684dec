"""The sheets of a form: their columns under one name each, and their rows with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyxform import aliases
from pyxform.parsing.sheet_headers import process_header
from pyxform.question import MultipleChoiceQuestion, Option
from pyxform.survey import Survey
from pyxform.xls2json_backends import RE_WHITESPACE

from surveys.xlsforms.files import CHOICES, SETTINGS, SURVEY, Cells, letter_of
from surveys.xlsforms.reports import FormRefusedError, Place, Wrong, fault

# What pyxform makes of a header → the one name by which the portal knows the column.
KEYS = {
    ("bind", "relevant"): "relevant",
    ("bind", "constraint"): "constraint",
    ("bind", "required"): "required",
    ("bind", "readonly"): "read_only",
    ("bind", "calculate"): "calculation",
    ("bind", "jr:constraintMsg"): "constraint_message",
    ("bind", "jr:requiredMsg"): "required_message",
    ("control", "appearance"): "appearance",
    ("control", "rows"): "rows",
    ("control", "jr:count"): "repeat_count",
    ("media", "image"): "image",
    ("media", "big-image"): "big-image",
    ("media", "audio"): "audio",
    ("media", "video"): "video",
    ("list name",): "list_name",
    ("title",): "form_title",
    ("id_string",): "form_id",
}
OWN = "portal"
_ALIASES = {
    SURVEY: (aliases.survey_header, set(MultipleChoiceQuestion.get_slot_names())),
    CHOICES: (aliases.list_header, set(Option.get_slot_names())),
    SETTINGS: (aliases.settings_header, set(Survey.get_slot_names())),
}
MEDIA = frozenset({"image", "big-image", "audio", "video"})
_IN_EVERY_LANGUAGE = MEDIA | {"label", "hint", "guidance_hint", "constraint_message", "required_message"}


@dataclass(frozen=True)
class Column:
    """`language` is what stands after the last colons of a header such as "label::English (en)", or empty."""

    header: str
    letter: str
    key: str
    language: str = ""


@dataclass(frozen=True)
class Row:
    sheet: str
    number: int
    cells: Mapping[Column, str]

    def get(self, key: str) -> str:
        """The cell of a column that has no languages, or its words without one; empty when it is not filled."""
        return next(
            (value for column, value in self.cells.items() if column.key == key and not column.language), ""
        )

    def words(self, key: str) -> dict[str, str]:
        """What stands in the columns `key`, by the language that each header names."""
        return {column.language: value for column, value in self.cells.items() if column.key == key}

    def place(self, key: str = "", language: str | None = None) -> Place:
        """Of the cell in the column `key`; of the row where it has none."""
        for column in self.cells:
            if column.key == key and (language is None or column.language == language):
                return Place(self.sheet, self.number, column.header, column.letter)
        return Place(self.sheet, self.number)


@dataclass(frozen=True)
class Sheet:
    """`unread` is the last filled row where a gap keeps it from being read, else None."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unread: int | None = None

    def place_of(self, key: str) -> Place:
        """Of the header of the column `key`, or of the sheet."""
        found = next((column for column in self.columns if column.key == key), None)
        return Place(self.name, 1, found.header, found.letter) if found else Place(self.name, 1)


@dataclass(frozen=True)
class Workbook:
    """`others` are the names of the sheets that are none of the three; `definition` is pyxform's reading."""

    survey: Sheet
    choices: Sheet
    settings: Sheet
    others: tuple[str, ...]
    definition: dict[str, Any]

    @property
    def sheets(self) -> tuple[Sheet, Sheet, Sheet]:
        return self.survey, self.choices, self.settings


def workbook_of(cells: Cells) -> Workbook:
    """FormRefusedError when two columns mean the same."""
    alone = cells.names[0] if len(cells.names) == 1 else ""
    found, wrong = {}, []
    for key in _ALIASES:
        written = next((name for name in cells.names if name.lower() == key), key)
        # A workbook of one sheet is the survey, whatever the sheet is called.
        if key == SURVEY and alone:
            written = alone
        columns = _columns(key, cells.headers.get(written.lower(), ()))
        wrong += list(_same(written, columns))
        cells_below = cells.definition.get(key) or ()
        last = cells.last.get(written.lower(), 0)
        unread = last if last > len(cells_below) + 1 else None
        found[key] = Sheet(written, tuple(columns), tuple(_rows(written, columns, cells_below)), unread)
    if wrong:
        raise FormRefusedError(wrong)
    known = {sheet.name for sheet in found.values()}
    others = tuple(name for name in cells.names if name not in known and not name.startswith("_"))
    return Workbook(found[SURVEY], found[CHOICES], found[SETTINGS], others, cells.definition)


def _columns(sheet: str, headers: Iterable[str]) -> list[Column]:
    clean = [RE_WHITESPACE.sub(" ", header.strip()) for header in headers]
    double = any("::" in header for header in clean)
    known_as, known = _ALIASES[sheet]
    found = []
    for number, header in enumerate(clean):
        if header:
            _new, tokens = process_header(header, double, known_as, known)
            key, language = _key(tuple(tokens))
            found.append(Column(header, letter_of(number), key, language))
    return found


def _key(tokens: tuple[str, ...]) -> tuple[str, str]:
    for length in (2, 1):
        key = KEYS.get(tokens[:length]) or (tokens[0] if length == 1 else "")
        rest = tokens[length:]
        if key in _IN_EVERY_LANGUAGE and len(rest) <= 1:
            return key, rest[0] if rest else ""
        if key and key in KEYS.values() and not rest:
            return key, ""
    if tokens[0].lower() == OWN and len(tokens) in (2, 3):
        return f"{OWN}::{tokens[1]}", tokens[2] if len(tokens) == 3 else ""
    return "::".join(tokens), ""


def _same(sheet: str, columns: list[Column]) -> Iterator[Any]:
    seen: dict[tuple[str, str], Column] = {}
    for column in columns:
        other = seen.setdefault((column.key, column.language), column)
        if other is not column:
            yield fault(Place(sheet, 1, column.header, column.letter), Wrong.SAME_COLUMN, other=other.header)


def _rows(sheet: str, columns: list[Column], rows: Iterable[Mapping[str, str]]) -> Iterator[Row]:
    """pyxform keeps empty rows, so that they can be counted."""
    by_header = {column.header: column for column in columns}
    for number, row in enumerate(rows, start=2):
        cells = {by_header[header]: value for header, value in row.items() if header in by_header and value}
        if cells:
            yield Row(sheet, number, cells)
