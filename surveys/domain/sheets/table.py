"""One CSV file, read row by row in flat memory, with every fault told by row and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from surveys.domain.sheets.faults import Fault, SheetFault

MAX_LINE_BYTES = 1_000_000
MAX_FIELD = 10_000
UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS_OF_OTHERS = {";": "semicolon", "\t": "tab"}


class Row(NamedTuple):
    number: int
    cells: list[str]


class Table:
    """The header and the rows of a UTF-8 CSV file (a byte order mark may lead it).

    `stream` yields bytes; it is read once, a line at a time. Rows are counted as a spreadsheet
    counts them: the header is row 1, a quoted line break does not start a new row, and empty
    lines count but are passed over.
    """

    def __init__(self, file: str, stream: BinaryIO) -> None:
        self.file = file
        self.row_number = 0
        self._stream = stream
        self._suspect = False
        self._reader = csv.reader(self._lines(), strict=True)
        self.header = self._read_header()

    def rows(self) -> Iterator[Row]:
        """Each row that holds something, with as many cells as the header."""
        width = len(self.header)
        for cells in self._records():
            if len(cells) != width:
                if not cells:
                    continue
                raise self._ragged(cells)
            if self._suspect:
                self._inspect(cells)
            yield Row(self.row_number, cells)

    def fault(self, fault: Fault, column: str | None = None, **details: object) -> SheetFault:
        """A fault in the row read last."""
        return SheetFault(fault, file=self.file, row=self.row_number or None, column=column, **details)

    def _lines(self) -> Iterator[str]:
        first = True
        while line := self._stream.readline(MAX_LINE_BYTES):
            if first:
                if line.startswith(UTF16_MARKS):
                    raise SheetFault(Fault.UTF16, file=self.file)
                line = line.removeprefix(UTF8_MARK)
                first = False
            if len(line) == MAX_LINE_BYTES:
                raise self._upcoming(Fault.LINE_TOO_LONG, limit=MAX_LINE_BYTES)
            # Broken bytes travel on as lone surrogates, so that the column can be told once
            # the row is split.
            try:
                text = line.decode()
            except UnicodeDecodeError:
                text = line.decode(errors="surrogateescape")
                self._suspect = True
            self._suspect = self._suspect or len(text) > MAX_FIELD or "\0" in text
            yield text

    def _records(self) -> Iterator[list[str]]:
        while True:
            self._suspect = False
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error:
                raise self._upcoming(Fault.BROKEN_QUOTES) from None
            self.row_number += 1
            yield cells

    def _upcoming(self, fault: Fault, **details: object) -> SheetFault:
        return SheetFault(fault, file=self.file, row=self.row_number + 1, **details)

    def _read_header(self) -> list[str]:
        cells = next(self._records(), None)
        if not cells:
            raise SheetFault(Fault.EMPTY_FILE, file=self.file)
        if self._suspect:
            self._inspect(cells)
        header = [cell.strip() for cell in cells]
        if len(header) == 1:
            for separator, name in SEPARATORS_OF_OTHERS.items():
                if separator in header[0]:
                    raise self.fault(Fault.WRONG_SEPARATOR, separator=name)
        for position, name in enumerate(header):
            if not name:
                raise self.fault(Fault.BLANK_HEADER, letters(position))
            if name in header[:position]:
                raise self.fault(Fault.DUPLICATE_HEADER, name)
        return header

    def _ragged(self, cells: list[str]) -> SheetFault:
        counts = {"found": len(cells), "expected": len(self.header)}
        if len(cells) < len(self.header):
            return self.fault(Fault.SHORT_ROW, self.header[len(cells)], **counts)
        return self.fault(Fault.LONG_ROW, letters(len(self.header)), **counts)

    def _inspect(self, cells: list[str]) -> None:
        header = getattr(self, "header", None)
        for position, cell in enumerate(cells):
            column = header[position] if header else letters(position)
            if "\0" in cell:
                raise self.fault(Fault.NUL_BYTE, column)
            broken = next((c for c in cell if "\udc80" <= c <= "\udcff"), None)
            if broken:
                raise self.fault(Fault.BROKEN_ENCODING, column, byte=f"0x{ord(broken) - 0xDC00:02X}")
            if len(cell) > MAX_FIELD:
                raise self.fault(Fault.FIELD_TOO_LONG, column, length=len(cell), limit=MAX_FIELD)


def letters(position: int) -> str:
    """A column's letters in a spreadsheet: 0 is A, 25 is Z, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
