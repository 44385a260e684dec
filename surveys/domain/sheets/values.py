"""The small values of the files: codes, waves, answer sheet numbers."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from calendar import monthrange
from datetime import date
from heapq import merge
from typing import NamedTuple

from surveys.domain.sheets.faults import Fault

CODE = re.compile(r"[A-Za-z0-9_-]{1,40}")
MAX_NUMBER = 2**63 - 1
FIRST_YEAR = 1900
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
WAVE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Span(NamedTuple):
    """A wave as it is written, and its first and last day."""

    label: str
    first: date
    last: date


def parse_wave(label: str) -> Span | None:
    """The year, month or day that YYYY, YYYY-MM or YYYY-MM-DD names; None for anything else,
    and for a year before FIRST_YEAR."""
    match = WAVE.fullmatch(label)
    if not match:
        return None
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if first.year < FIRST_YEAR:
        return None
    if day:
        return Span(label, first, first)
    if month:
        return Span(label, first, first.replace(day=monthrange(first.year, first.month)[1]))
    return Span(label, first, first.replace(month=12, day=31))


def code_fault(code: str) -> Fault | None:
    """The rule that codes have in the editor as well: letters without accents, 0-9, - and _."""
    if CODE.fullmatch(code):
        return None
    return Fault.FOREIGN_DIGITS if has_foreign_digits(code) else Fault.BAD_CODE


def has_foreign_digits(text: str) -> bool:
    return any(c.isdigit() and not c.isascii() for c in text)


class SeenNumbers:
    """Remembers whole numbers from 0 to MAX_NUMBER: 8 bytes each, and at most
    MAX_STRAYS of them dearer.

    Numbers that rise are appended to a packed sorted array; those out of order wait in a small
    set that is merged in when full. A million numbers take 8 MB, rising or shuffled.
    """

    MAX_STRAYS = 65_536

    def __init__(self) -> None:
        self._sorted = array("q")
        self._strays: set[int] = set()

    def add(self, number: int) -> bool:
        """Remember the number; False if it was there already."""
        known = self._sorted
        if not known or number > known[-1]:
            known.append(number)
            return True
        if known[bisect_left(known, number)] == number or number in self._strays:
            return False
        self._strays.add(number)
        if len(self._strays) >= self.MAX_STRAYS:
            self._sorted = array("q", merge(known, sorted(self._strays)))
            self._strays.clear()
        return True
