"""From the bytes of a file to the cells of its sheets, as pyxform reads them. Nothing is unpacked unchecked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NoReturn, TypeAlias
from zipfile import BadZipFile, ZipFile

import xlrd
from openpyxl import load_workbook
from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import is_empty, xls_to_dict, xlsx_to_dict

from surveys.xlsforms.reports import FormRefusedError, Place, Wrong, fault

LARGEST_FILE = 5 * 1024 * 1024
# The older format is not packed: a form of a thousand questions is far smaller than this.
LARGEST_XLS = 2 * 1024 * 1024
LARGEST_UNPACKED = 16 * 1024 * 1024
# The part with the texts is taken apart as a whole, and twice.
LARGEST_TEXTS = 8 * 1024 * 1024
MOST_PARTS = 500
MOST_SHEETS = 30
MOST_COLUMNS = 300
MOST_ROWS = 12_000
MOST_CELLS = 3_000_000
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
Headers = Mapping[str, Sequence[str]]
SheetRows: TypeAlias = tuple[str, Iterator[Sequence[Any]]]


@dataclass(frozen=True)
class Cells:
    """`definition` is pyxform's reading: sheet → rows, and "<sheet>_header". `names` are the sheets in order as they
    are written, `headers` their first rows with the gaps, by small-letter name; `last` their last filled row."""

    definition: dict[str, Any]
    names: tuple[str, ...]
    headers: Headers
    last: Mapping[str, int]


def cells_of(content: bytes) -> Cells:
    """FormRefusedError when it is no workbook, too large, or broken."""
    if len(content) > LARGEST_FILE:
        refuse(Wrong.TOO_LARGE, limit=LARGEST_FILE // 1024 // 1024)
    if content.startswith(ZIP):
        return _read(content, _rows_of_xlsx, xlsx_to_dict)
    if content.startswith(OLE):
        if len(content) > LARGEST_XLS:
            refuse(Wrong.TOO_LARGE, limit=LARGEST_XLS // 1024 // 1024)
        return _read(content, _rows_of_xls, xls_to_dict)
    refuse(Wrong.NO_WORKBOOK)


def refuse(wrong: Wrong, place: Place | None = None, **details: object) -> NoReturn:
    raise FormRefusedError([fault(place or Place(), wrong, **details)])


def _read(content: bytes, rows_of: Any, to_dict: Any) -> Cells:
    try:
        headers, last = _outline(rows_of(content))
        _check_headers(headers)
        definition = to_dict(content)
    except FormRefusedError:
        raise
    except PyXFormError as error:
        refuse(Wrong.JUDGED, message=str(error))
    except Exception as error:
        # The libraries fail in many ways over a damaged file: none of them is this program's fault.
        raise FormRefusedError([fault(Place(), Wrong.BROKEN)]) from error
    return Cells(definition, tuple(definition["sheet_names"]), headers, last)


def _outline(sheets: Iterator[SheetRows]) -> tuple[dict[str, list[str]], dict[str, int]]:
    headers: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for name, rows in sheets:
        header = ["" if is_empty(value) else str(value) for value in next(rows, ())]
        headers[name], last[name] = header, 1
        for number, row in enumerate(rows, start=2):
            # What stands below no header is a note beside the form.
            if any(title and not is_empty(value) for title, value in zip(header, row, strict=False)):
                if number > MOST_ROWS:
                    refuse(Wrong.TOO_MANY_ROWS, Place(name, number), limit=MOST_ROWS)
                last[name] = number
    return headers, last


def _check_headers(headers: Headers) -> None:
    found = [
        fault(place_of(sheet, 1, header, number), Wrong.HEADER_TWICE)
        for sheet, row in headers.items()
        for number, header in enumerate(row)
        if header.strip() and header.strip() in [one.strip() for one in row[:number]]
    ]
    if found:
        raise FormRefusedError(found)


def place_of(sheet: str, row: int, header: str, number: int) -> Place:
    """`number` counts the columns from 0."""
    return Place(sheet, row, header.strip(), letter_of(number))


def letter_of(number: int) -> str:
    """Of a column counted from 0: A, B, … Z, AA, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rows_of_xlsx(content: bytes) -> Iterator[SheetRows]:
    _check_parts(content)
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    try:
        _check_number_of_sheets(len(book.worksheets))
        for sheet in book.worksheets:
            if is_read(sheet.title, len(book.worksheets)):
                yield sheet.title.lower(), _filled(sheet)
    finally:
        book.close()


def _filled(sheet: Any) -> Iterator[Sequence[Any]]:
    """The header and what stands below it: a sheet may claim to be far wider than it is."""
    first = next(sheet.iter_rows(values_only=True, max_row=1, max_col=MOST_COLUMNS), ())
    width = max((number for number, value in enumerate(first, start=1) if not is_empty(value)), default=1)
    yield first[:width]
    yield from sheet.iter_rows(values_only=True, min_row=2, max_row=MOST_ROWS + 1, max_col=width)


def is_read(sheet: str, number_of_sheets: int) -> bool:
    """A workbook of one sheet is the survey, whatever the sheet is called."""
    return sheet.lower() in (SURVEY, CHOICES, SETTINGS) or number_of_sheets == 1


def _check_parts(content: bytes) -> None:
    """By what the archive itself says of its parts; no more than that is ever read of one."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except BadZipFile as error:
        raise FormRefusedError([fault(Place(), Wrong.BROKEN)]) from error
    texts = sum(part.file_size for part in parts if "sharedstrings" in part.filename.lower())
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > LARGEST_UNPACKED or texts > LARGEST_TEXTS:
        refuse(Wrong.UNPACKS_TOO_LARGE, limit=LARGEST_UNPACKED // 1024 // 1024)


def _rows_of_xls(content: bytes) -> Iterator[SheetRows]:
    # Ragged, and one sheet at a time: a single cell in the last corner must not become a full sheet in memory.
    with xlrd.open_workbook(file_contents=content, on_demand=True, ragged_rows=True) as book:
        _check_number_of_sheets(book.nsheets)
        cells = 0
        for number, name in enumerate(book.sheet_names()):
            sheet = book.sheet_by_index(number)
            cells += sheet.nrows * sheet.ncols
            if sheet.nrows > MOST_ROWS or sheet.ncols > MOST_COLUMNS:
                refuse(Wrong.TOO_MANY_ROWS, Place(name), limit=MOST_ROWS)
            if cells > MOST_CELLS:
                refuse(Wrong.UNPACKS_TOO_LARGE, limit=LARGEST_UNPACKED // 1024 // 1024)
            if is_read(name, book.nsheets):
                yield name.lower(), (sheet.row_values(row) for row in range(sheet.nrows))
            book.unload_sheet(number)


def _check_number_of_sheets(number: int) -> None:
    if number > MOST_SHEETS:
        refuse(Wrong.TOO_MANY_SHEETS, limit=MOST_SHEETS)
