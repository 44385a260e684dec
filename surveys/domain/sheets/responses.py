"""RESPONSES.csv: one row per answer sheet, checked cell by cell as it streams by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import BinaryIO, NamedTuple, TypeAlias

from surveys.domain.kinds import Kind
from surveys.domain.sheets.faults import Fault, SheetFault
from surveys.domain.sheets.questions import RESERVED_NAMES, AskedQuestion, require_code
from surveys.domain.sheets.table import Table
from surveys.domain.sheets.values import (
    CONTROL,
    MAX_NUMBER,
    SeenNumbers,
    Span,
    has_foreign_digits,
    parse_wave,
)

MAX_WAVES = 1_000
MAX_SEGMENTS = 20
MAX_SEGMENT_VALUES = 200
MAX_SEGMENT_VALUE = 60
MAX_CELLS = 20_000
MAX_REMEMBERED_SETS = 10_000
NUMBER = re.compile(r"[0-9]{1,19}")
BETWEEN_CODES = re.compile(r"[;\s]+")

Codes: TypeAlias = tuple[str, ...]


class AnswerSheet(NamedTuple):
    """One row. `answers` and `texts` hold (position of the question, codes or text) of the
    questions that were answered; `segments` a value, or "", per segment column."""

    wave: Span
    channel: str
    segments: tuple[str, ...]
    answers: list[tuple[int, Codes]]
    texts: list[tuple[int, str]]


class ResponseSheets:
    """Reads answer sheets in one pass. What is kept does not grow with the number of rows,
    but for 8 bytes a row that find repeated answer sheet numbers, and for the segments, which
    are refused beyond MAX_CELLS different combinations."""

    def __init__(
        self, file: str, stream: BinaryIO, questions: Sequence[AskedQuestion], *, today: date
    ) -> None:
        self.table = Table(file, stream)
        self._today = today
        self.waves: dict[str, Span] = {}
        self._questions = questions
        self._places = self._find_columns()
        asked = {question.name for question in questions}
        self._segment_places = [
            (place, name)
            for place, name in enumerate(self.table.header)
            if name not in asked and name not in RESERVED_NAMES
        ]
        self.segments = [name for _, name in self._segment_places]
        if len(self.segments) > MAX_SEGMENTS:
            raise self.table.fault(Fault.TOO_MANY_SEGMENTS, self.segments[MAX_SEGMENTS], limit=MAX_SEGMENTS)
        for name in self.segments:
            require_code(self.table, name, name)
        self._values: list[dict[str, str]] = [{} for _ in self.segments]
        self._cells: set[tuple[str, ...]] = set()
        self._seen = SeenNumbers()
        # Cell text to codes, filled as cells are met: the fast path of nearly every cell.
        self._codes: list[dict[str, Codes]] = [
            {"": ()} | {code: (code,) for code in question.codes} for question in questions
        ]

    def rows(self) -> Iterator[AnswerSheet]:
        header = self.table.header
        response_at, wave_at, channel_at = map(header.index, ("response", "wave", "channel"))
        for _, cells in self.table.rows():
            self._check_number(cells[response_at].strip())
            wave = self.waves.get(cells[wave_at]) or self._new_wave(cells[wave_at])
            answers, texts = self._answers(cells)
            yield AnswerSheet(wave, self._channel(cells[channel_at]), self._cell(cells), answers, texts)
        if not self.waves:
            raise SheetFault(Fault.NO_ROWS, file=self.table.file)

    def _find_columns(self) -> list[tuple[int, int, bool]]:
        """(position of the question, place of its column, whether it is a text) per question."""
        header = self.table.header
        for name in ("response", "wave", "channel", *(question.name for question in self._questions)):
            if name not in header:
                raise self.table.fault(Fault.MISSING_HEADER, name)
        return [
            (position, header.index(question.name), question.kind is Kind.TEXT)
            for position, question in enumerate(self._questions)
        ]

    def _check_number(self, text: str) -> None:
        if not NUMBER.fullmatch(text) or int(text) > MAX_NUMBER:
            raise self.table.fault(Fault.BAD_RESPONSE_NUMBER, "response", found=text)
        if not self._seen.add(int(text)):
            raise self.table.fault(Fault.DUPLICATE_RESPONSE, "response", found=text)

    def _new_wave(self, cell: str) -> Span:
        label = cell.strip()
        wave = self.waves.get(label) or parse_wave(label)
        if wave is None:
            raise self.table.fault(Fault.BAD_WAVE, "wave", found=label)
        if wave.first >= self._today:
            raise self.table.fault(Fault.FUTURE_WAVE, "wave", found=label)
        if label not in self.waves and len(self.waves) >= MAX_WAVES:
            raise self.table.fault(Fault.TOO_MANY_WAVES, "wave", limit=MAX_WAVES)
        self.waves[label] = wave
        return wave

    def _channel(self, cell: str) -> str:
        channel = cell.strip()
        if len(channel) > MAX_SEGMENT_VALUE:
            raise self.table.fault(
                Fault.FIELD_TOO_LONG, "channel", length=len(channel), limit=MAX_SEGMENT_VALUE
            )
        return channel

    def _cell(self, cells: list[str]) -> tuple[str, ...]:
        segments = tuple(
            known.get(cells[place]) or (cells[place] and self._new_value(place, known, cells[place]))
            for (place, _), known in zip(self._segment_places, self._values, strict=True)
        )
        if segments not in self._cells:
            if len(self._cells) >= MAX_CELLS:
                raise self.table.fault(Fault.TOO_MANY_SEGMENT_VALUES, limit=MAX_CELLS)
            self._cells.add(segments)
        return segments

    def _new_value(self, place: int, known: dict[str, str], cell: str) -> str:
        column = self.table.header[place]
        value = cell.strip()
        if CONTROL.search(value):
            raise self.table.fault(Fault.CONTROL_CHARACTER, column)
        if len(value) > MAX_SEGMENT_VALUE:
            raise self.table.fault(Fault.FIELD_TOO_LONG, column, length=len(value), limit=MAX_SEGMENT_VALUE)
        if len(known) >= MAX_SEGMENT_VALUES:
            raise self.table.fault(Fault.TOO_MANY_SEGMENT_VALUES, column, limit=MAX_SEGMENT_VALUES)
        known[cell] = value
        return value

    def _answers(self, cells: list[str]) -> tuple[list[tuple[int, Codes]], list[tuple[int, str]]]:
        answers: list[tuple[int, Codes]] = []
        texts: list[tuple[int, str]] = []
        for position, place, is_text in self._places:
            cell = cells[place]
            if is_text:
                if text := cell.strip():
                    texts.append((position, text))
                continue
            codes = self._codes[position].get(cell)
            if codes is None:
                codes = self._parse_codes(position, cell)
            if codes:
                answers.append((position, codes))
        return answers, texts

    def _parse_codes(self, position: int, cell: str) -> Codes:
        question = self._questions[position]
        multiple = question.kind is Kind.MULTIPLE
        found = [code for code in BETWEEN_CODES.split(cell) if code] if multiple else [cell.strip()]
        known = self._codes[position]
        for code in found:
            if code not in known:
                fault = Fault.FOREIGN_DIGITS if has_foreign_digits(code) else Fault.UNKNOWN_CODE
                raise self.table.fault(fault, question.name, found=code, allowed=", ".join(question.codes))
        if len(set(found)) < len(found):
            raise self.table.fault(Fault.REPEATED_CODE, question.name, found=cell.strip())
        # In the order of the choices, so that the same answer is stored the same way.
        codes = tuple(code for code in question.codes if code in found)
        if len(known) < MAX_REMEMBERED_SETS:
            known[cell] = codes
        return codes
