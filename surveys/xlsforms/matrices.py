"""Selects side by side as the lines of one matrix."""

from __future__ import annotations

from typing import Any

from surveys.blocks.parts import LONGEST_LABEL, MOST_CHOICES
from surveys.domain.kinds import Kind
from surveys.domain.questions import DONT_KNOW
from surveys.xlsforms.asked import Asked, Built, built, is_required, question_value, report_rest
from surveys.xlsforms.choices import answers_of, built_in_for, list_item
from surveys.xlsforms.naming import Names
from surveys.xlsforms.outline import Matrix
from surveys.xlsforms.portable import Words
from surveys.xlsforms.reports import Reason
from surveys.xlsforms.rules import Target
from surveys.xlsforms.selects import fits
from surveys.xlsforms.sheets import OWN, Row


def matrix(asked: Asked, part: Matrix) -> Built | None:
    """`asked` is about the group."""
    rows = asked.lists[part.lines[0].type.list_name]
    answers = answers_of(rows, built_in_for(none=False, other=False), asked.speaker)
    if not fits(asked, len(answers.items), MOST_CHOICES):
        return None
    names = Names()
    codes = {line.row.get("name"): _code(asked, line.row, names) for line in part.lines}
    value = question_value(asked) | {
        "rows": [_line(asked, line.row, codes[line.row.get("name")]) for line in part.lines],
        "choices": answers.items,
        "dont_know": DONT_KNOW in answers.built_in,
        "required": _required(asked, part),
    }
    report_rest(asked, ())
    found = built(asked, Kind.MATRIX, value)
    for name, code in codes.items():
        found.targets[name] = Target(found.id, Kind.MATRIX, answers.codes, row=code)
    return found


def _code(asked: Asked, row: Row, names: Names) -> str:
    wanted = row.get(f"{OWN}::name") or row.get("name")
    code = names.give(wanted, "row")
    if code != wanted:
        asked.speaker.report.add(row.place("name"), wanted, Reason.CODE, code=code)
    return code


def _line(asked: Asked, row: Row, code: str) -> dict[str, Any]:
    text = asked.speaker.text(row, "label", LONGEST_LABEL, pipes=False)
    if not text:
        asked.speaker.report.add(row.place("name"), row.get("name"), Reason.NO_WORDS)
        text = Words(text.main, {text.main: row.get("name")[:LONGEST_LABEL]})
    return list_item({"text": text, "code": code})


def _required(asked: Asked, part: Matrix) -> bool:
    """All lines or none must be answered. What else a line has of its own is told."""
    lines = [Asked(line, "", asked.speaker, asked.lists, {}) for line in part.lines]
    required = [is_required(line) for line in lines]
    for line, must in zip(lines, required, strict=True):
        if must and not all(required):
            line.report("required", Reason.ROW_SETTING)
        hints = line.row.words("hint")
        if hints:
            line.report("hint", Reason.ROW_SETTING, next(iter(hints.values())))
        report_rest(line, ())
    return all(required)
