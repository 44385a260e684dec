"""What every question of a form brings, whatever its kind: words, name, whether it must be answered; and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from pyxform import aliases
from pyxform.errors import PyXFormError
from pyxform.parsing.parameters import parse as parse_parameters

from surveys.blocks.questions import LONGEST_HINT, LONGEST_QUESTION
from surveys.domain.kinds import Kind
from surveys.xlsforms.kinds import Type
from surveys.xlsforms.outline import LINE, TABLE, TOGETHER, Item, looks_of
from surveys.xlsforms.portable import Block, Words
from surveys.xlsforms.reports import Reason
from surveys.xlsforms.rules import Target
from surveys.xlsforms.sheets import MEDIA, OWN, Row
from surveys.xlsforms.speaking import Speaker, yes

# Columns that are read for every question; each kind reads some more.
COMMON = frozenset(
    {
        "type",
        "name",
        "label",
        "hint",
        "relevant",
        "required",
        "disabled",
        "constraint",
        "choice_filter",
        "read_only",
    }
    | {f"{OWN}::{name}" for name in ("kind", "name", "confidential", "other_wording", "ask_if")}
)
# Columns that say nothing here, but belong to XLSForm: each filled cell is told, not the column once.
KNOWN = frozenset(
    {"default", "constraint_message", "required_message", "guidance_hint", "calculation", "trigger"}
    | {"repeat_count", "rows", "parameters", "appearance"}
)


@dataclass
class Asked:
    """One question of the form on its way into a block."""

    item: Item
    name: str
    speaker: Speaker
    lists: Mapping[str, list[Row]]
    pictures: Mapping[str, int]

    @property
    def row(self) -> Row:
        return self.item.row

    @property
    def type(self) -> Type:
        return self.item.type

    def own(self, name: str) -> str:
        """The cell of one of the portal's own columns."""
        return self.row.get(f"{OWN}::{name}")

    def report(self, key: str, why: Reason, what: str = "", **details: object) -> None:
        self.speaker.report.add(self.row.place(key), what or self.row.get(key), why, **details)

    def parameters(self) -> dict[str, str]:
        try:
            return parse_parameters(self.row.get("parameters"), self.row.number)
        except PyXFormError:
            return {}

    def constraint(self) -> str:
        return self.row.get("constraint") or self.type.constraint


@dataclass
class Built:
    """A block, the row that it comes from, and what the names in expressions mean by it. `ruled_by` are the rows
    whose conditions all hold for it."""

    block: Block
    row: Row | None
    targets: dict[str, Target]
    ruled_by: tuple[Row, ...] = ()

    @property
    def id(self) -> str:
        return self.block["id"]


def built(asked: Asked, kind: Kind, value: dict[str, Any], codes: Mapping[str, str] | None = None) -> Built:
    block = {"type": kind.value, "id": str(uuid4()), "value": value}
    target = Target(block["id"], kind, codes or {}, decimals=bool(value.get("decimals")))
    return Built(block, asked.row, {asked.row.get("name"): target}, (asked.row,))


def no_rule() -> dict[str, Any]:
    return {"match": "all", "conditions": []}


def question_value(asked: Asked) -> dict[str, Any]:
    """The fields that every question has."""
    row, speaker = asked.row, asked.speaker
    words = speaker.text(row, "label", LONGEST_QUESTION)
    hint = speaker.text(row, "hint", LONGEST_HINT)
    if not words:
        words, hint = hint, Words(hint.main, {})
    if not words:
        asked.report("name", Reason.NO_WORDS)
        words = Words(hint.main, {hint.main: row.get("name").replace("_", " ")[:LONGEST_QUESTION]})
    return {
        "name": asked.name,
        "question": words,
        "hint": hint,
        "required": is_required(asked),
        "other_wording": speaker.text(row, f"{OWN}::other_wording", LONGEST_QUESTION),
        "confidential": yes(asked.own("confidential")),
        "ask_if": no_rule(),
        "origin": "",
    }


def is_required(asked: Asked) -> bool:
    cell = asked.row.get("required")
    answer = aliases.yes_no.get(cell)
    if cell and answer is None:
        asked.report("required", Reason.REQUIRED_WHEN)
    return bool(answer)


def report_rest(asked: Asked, taken: Iterable[str], *, looks: Iterable[str] = ()) -> None:
    """Tell what stands in the row beside the columns of all questions and those `taken`."""
    row = asked.row
    known = COMMON | set(taken)
    if yes(row.get("read_only")) and "read_only" not in taken:
        asked.report("read_only", Reason.READ_ONLY)
    if row.get("choice_filter"):
        asked.report("choice_filter", Reason.FILTER)
    if row.get("constraint") and "constraint" not in taken:
        asked.report("constraint", Reason.LIMITS)
    for column, value in row.cells.items():
        if column.key in MEDIA and column.key not in taken:
            asked.speaker.report.add(row.place(column.key, column.language), value, Reason.PICTURE)
        elif column.key in KNOWN - known:
            _report_known(asked, column.key, column.language, value, looks)


def _report_known(asked: Asked, key: str, language: str, value: str, looks: Iterable[str]) -> None:
    if key == "appearance" and looks_of(asked.row) <= {*looks, TABLE, TOGETHER, LINE}:
        return
    asked.speaker.report.add(asked.row.place(key, language), value, Reason.COLUMN)


def report_parameters(asked: Asked, known: Iterable[str]) -> None:
    for name, value in asked.parameters().items():
        if name not in set(known):
            asked.report("parameters", Reason.PARAMETER, f"{name}={value}")
