"""What is said about a fault in the files of a past survey: one line with file, row and column."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.domain.sheets import Fault, SheetFault

LONGEST_QUOTE = 60
LONGEST_LIST = 200

WORDS = {
    Fault.MISSING_FILE: gettext_lazy("there is no such file"),
    Fault.UNREADABLE_FILE: gettext_lazy("the file cannot be read (%(reason)s)"),
    Fault.FILE_CHANGED: gettext_lazy("the file changed while it was being read in"),
    Fault.EMPTY_FILE: gettext_lazy("the file is empty"),
    Fault.NO_ROWS: gettext_lazy("nothing follows the header"),
    Fault.UTF16: gettext_lazy("the file is UTF-16; save it as “CSV UTF-8”"),
    Fault.BROKEN_ENCODING: gettext_lazy("the byte %(byte)s is not UTF-8; save the file as “CSV UTF-8”"),
    Fault.NUL_BYTE: gettext_lazy("the cell holds a NUL byte; this is not a text file"),
    Fault.BROKEN_QUOTES: gettext_lazy("a quotation mark is never closed, or text follows a closed one"),
    Fault.LINE_TOO_LONG: gettext_lazy("the line is longer than %(limit)s bytes"),
    Fault.FIELD_TOO_LONG: gettext_lazy("%(length)s characters, where at most %(limit)s are taken"),
    Fault.WRONG_SEPARATOR: gettext_lazy(
        "the columns are separated by %(separator)s; they must be separated by comma"
    ),
    Fault.DUPLICATE_HEADER: gettext_lazy("two columns have this name"),
    Fault.BLANK_HEADER: gettext_lazy("the column has no name"),
    Fault.MISSING_HEADER: gettext_lazy("this column is missing"),
    Fault.UNKNOWN_HEADER: gettext_lazy("unknown column; the columns are %(allowed)s"),
    Fault.SHORT_ROW: gettext_lazy("the row ends here: %(found)s cells, where the header has %(expected)s"),
    Fault.LONG_ROW: gettext_lazy("the row goes on: %(found)s cells, where the header has %(expected)s"),
    Fault.TOO_MANY_ROWS: gettext_lazy("more than %(limit)s rows"),
    Fault.BLANK_CELL: gettext_lazy("the cell is empty"),
    Fault.BAD_CODE: gettext_lazy(
        "“%(found)s” is no code; use at most 40 of A-Z, a-z, 0-9, hyphen and underscore"
    ),
    Fault.FOREIGN_DIGITS: gettext_lazy("“%(found)s” has digits other than 0-9, which codes do not take"),
    Fault.CONTROL_CHARACTER: gettext_lazy("the text holds a line break or another control character"),
    Fault.RESERVED_NAME: gettext_lazy("“%(found)s” has a meaning of its own here; choose another"),
    Fault.DUPLICATE_QUESTION: gettext_lazy("a question “%(found)s” stands further up"),
    Fault.UNKNOWN_TYPE: gettext_lazy("unknown type “%(found)s”; the types are %(allowed)s"),
    Fault.UNKNOWN_SCALE: gettext_lazy("unknown scale “%(found)s”; the choices have %(allowed)s"),
    Fault.NEEDLESS_SCALE: gettext_lazy("a short text has no scale, but here stands “%(found)s”"),
    Fault.DUPLICATE_CHOICE: gettext_lazy("the scale “%(scale)s” has a choice “%(found)s” further up"),
    Fault.TOO_FEW_CHOICES: gettext_lazy("the scale “%(found)s” has fewer than %(limit)s choices"),
    Fault.TOO_MANY_CHOICES: gettext_lazy("the scale “%(found)s” has more than %(limit)s choices"),
    Fault.BAD_SUBSTANTIVE: gettext_lazy("“%(found)s” is neither yes nor no"),
    Fault.UNKNOWN_CODE: gettext_lazy("unknown code “%(found)s”; the codes are %(allowed)s"),
    Fault.REPEATED_CODE: gettext_lazy("“%(found)s” names a code twice"),
    Fault.BAD_RESPONSE_NUMBER: gettext_lazy(
        "“%(found)s” is no number of an answer sheet; use the digits 0-9"
    ),
    Fault.DUPLICATE_RESPONSE: gettext_lazy("the answer sheet %(found)s stands further up"),
    Fault.BAD_WAVE: gettext_lazy("“%(found)s” is no wave; write it as 2026, 2026-03 or 2026-03-31"),
    Fault.FUTURE_WAVE: gettext_lazy("the wave “%(found)s” has not begun; only what is past can be read in"),
    Fault.TOO_MANY_WAVES: gettext_lazy("more than %(limit)s waves"),
    Fault.TOO_MANY_SEGMENTS: gettext_lazy("more than %(limit)s columns beside the questions"),
    Fault.TOO_MANY_SEGMENT_VALUES: gettext_lazy(
        "more than %(limit)s different values; a column that is no question must hold groups, not persons"
    ),
}


def fault_line(fault: SheetFault) -> str:
    """One line, whatever stands in the file."""
    said = str(WORDS[fault.fault]) % {name: quoted(value) for name, value in fault.details.items()}
    place = {
        "file": quoted(fault.file, LONGEST_LIST),
        "row": fault.row,
        "column": quoted(fault.column),
        "said": said,
    }
    if fault.row is None:
        return _("%(file)s: %(said)s") % place
    if fault.column is None:
        return _("%(file)s, row %(row)s: %(said)s") % place
    return _("%(file)s, row %(row)s, column %(column)s: %(said)s") % place


def quoted(value: object, longest: int = LONGEST_LIST) -> str:
    """Without line breaks and control characters, and cut when long."""
    text = "".join(c if c.isprintable() else "�" for c in str(value))
    return text if len(text) <= longest else text[: longest - 1] + "…"
