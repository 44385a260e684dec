"""What can be wrong with the files of a past survey. Words for it are chosen elsewhere."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    MISSING_FILE = "missing_file"
    UNREADABLE_FILE = "unreadable_file"
    FILE_CHANGED = "file_changed"
    EMPTY_FILE = "empty_file"
    NO_ROWS = "no_rows"
    UTF16 = "utf16"
    BROKEN_ENCODING = "broken_encoding"
    NUL_BYTE = "nul_byte"
    BROKEN_QUOTES = "broken_quotes"
    LINE_TOO_LONG = "line_too_long"
    FIELD_TOO_LONG = "field_too_long"
    WRONG_SEPARATOR = "wrong_separator"
    DUPLICATE_HEADER = "duplicate_header"
    BLANK_HEADER = "blank_header"
    MISSING_HEADER = "missing_header"
    UNKNOWN_HEADER = "unknown_header"
    SHORT_ROW = "short_row"
    LONG_ROW = "long_row"
    TOO_MANY_ROWS = "too_many_rows"
    BLANK_CELL = "blank_cell"
    BAD_CODE = "bad_code"
    FOREIGN_DIGITS = "foreign_digits"
    CONTROL_CHARACTER = "control_character"
    RESERVED_NAME = "reserved_name"
    DUPLICATE_QUESTION = "duplicate_question"
    UNKNOWN_TYPE = "unknown_type"
    UNKNOWN_SCALE = "unknown_scale"
    NEEDLESS_SCALE = "needless_scale"
    DUPLICATE_CHOICE = "duplicate_choice"
    BAD_SUBSTANTIVE = "bad_substantive"
    TOO_FEW_CHOICES = "too_few_choices"
    TOO_MANY_CHOICES = "too_many_choices"
    UNKNOWN_CODE = "unknown_code"
    REPEATED_CODE = "repeated_code"
    BAD_RESPONSE_NUMBER = "bad_response_number"
    DUPLICATE_RESPONSE = "duplicate_response"
    BAD_WAVE = "bad_wave"
    FUTURE_WAVE = "future_wave"
    TOO_MANY_WAVES = "too_many_waves"
    TOO_MANY_SEGMENTS = "too_many_segments"
    TOO_MANY_SEGMENT_VALUES = "too_many_segment_values"


class SheetFault(Exception):
    """The first thing wrong: `row` counts as a spreadsheet does (the header is row 1),
    `column` is a column's name, `details` fill the named gaps of the fault's wording."""

    def __init__(
        self,
        fault: Fault,
        *,
        file: str,
        row: int | None = None,
        column: str | None = None,
        **details: object,
    ) -> None:
        super().__init__(fault, file, row, column, details)
        self.fault = fault
        self.file = file
        self.row = row
        self.column = column
        self.details = details
