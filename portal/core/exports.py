"""CSV and XLSX files that are safe to open in a spreadsheet.

A spreadsheet runs a cell that begins with = + - @, a tab or a line break as a formula, also
after spaces or in full-width form. Such a text gets an apostrophe in front, and so does such a
text that already begins with apostrophes. So the rule can be taken back without a loss: where a
text begins with apostrophes, then perhaps spaces, then one of those characters, take one
apostrophe away. Numbers are written as numbers, also negative ones.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

Cell: TypeAlias = str | int | float | Decimal | bool | date | datetime | None

BYTE_ORDER_MARK = "\ufeff"
# Spaces of all scripts, and the marks of no width that a spreadsheet passes over.
BLANK = r"[\s\u200b-\u200f\u2060\ufeff]*"
TRIGGER = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
FORMULA = re.compile(f"'*{BLANK}{TRIGGER}")
DEFUSED = re.compile(f"'+{BLANK}{TRIGGER}")


def defuse(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text


def restore(text: str) -> str:
    """The text that `defuse` was given."""
    return text[1:] if DEFUSED.match(text) else text


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, mark: bool = False) -> Iterator[str]:
    """The lines of a CSV file (RFC 4180), one by one, so that a file of any length streams.

    With `mark` a byte order mark leads the file: spreadsheets then read it as UTF-8.
    """
    writer = csv.writer(Line())
    if mark:
        yield BYTE_ORDER_MARK
    yield writer.writerow([cell_text(name) for name in header])
    for row in rows:
        yield writer.writerow([cell_text(cell) for cell in row])


def xlsx_file(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook of one sheet with the same cells. It is made in memory: for lists, not for a million rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (header, *rows):
        sheet.append([_storable(cell_text(cell)) for cell in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _storable(value: str | int | float | Decimal) -> str | int | float | Decimal:
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


class Line:
    """The place a csv writer writes to: hands the line back as writerow's answer."""

    def write(self, text: str) -> str:
        return text


def cell_text(cell: Cell) -> str | int | float | Decimal:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float | Decimal):
        return cell
    if isinstance(cell, date):
        return cell.isoformat()
    return defuse(str(cell))
