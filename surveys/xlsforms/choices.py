"""The lists of the sheet `choices` as the answers of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.utils.translation import override

from surveys.blocks.parts import LONGEST_LABEL
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE, OTHER, RESERVED_CODES
from surveys.models.wording import built_in_label
from surveys.xlsforms.naming import Names
from surveys.xlsforms.portable import Words
from surveys.xlsforms.reports import Reason
from surveys.xlsforms.sheets import Row
from surveys.xlsforms.speaking import NO, Speaker


@dataclass
class Answers:
    """`codes` are ours by the names in the form. `built_in` are those of the portal's own answers that it offers."""

    items: list[dict[str, Any]] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    built_in: set[str] = field(default_factory=set)
    rows: dict[str, Row] = field(default_factory=dict)

    @property
    def own_codes(self) -> tuple[str, ...]:
        return tuple(item["value"]["code"] for item in self.items)

    def words_of(self, code: str) -> Words:
        return next(item["value"]["text"] for item in self.items if item["value"]["code"] == code)


def lists_in(rows: tuple[Row, ...]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.get("list_name"), []).append(row)
    return found


def answers_of(rows: list[Row], built_in: frozenset[str], speaker: Speaker) -> Answers:
    """`built_in` are the portal's own answers that the kind of question may offer.

    A choice that the form calls as the portal calls its own becomes that one; another gets a code of its own.
    """
    found = Answers()
    names = Names(RESERVED_CODES)
    for row in rows:
        name = row.get("name")
        if name in found.codes:
            speaker.report.add(row.place("name"), name, Reason.ANSWER_TWICE)
            continue
        found.rows[name] = row
        if name in built_in:
            found.codes[name] = name
            found.built_in.add(name)
            _report_words(row, name, speaker)
            continue
        code = names.give(name, "a")
        if code != name:
            speaker.report.add(row.place("name"), name, Reason.CODE, code=code)
        found.codes[name] = code
        found.items.append(_item(row, code, speaker))
    return found


def built_in_for(*, none: bool, other: bool) -> frozenset[str]:
    return frozenset({DONT_KNOW} | ({NONE_OF_THESE} if none else set()) | ({OTHER} if other else set()))


def _report_words(row: Row, code: str, speaker: Speaker) -> None:
    """The portal words its own answers in every language; others are lost."""
    words = speaker.speech.words(row, "label")
    for language, text in words.items():
        if text.casefold() != portal_words(code, language).casefold():
            speaker.report.add(row.place("label"), text, Reason.OWN_WORDS, words=portal_words(code, language))
            return


def portal_words(code: str, language: str) -> str:
    with override(language):
        return built_in_label(code)


def _item(row: Row, code: str, speaker: Speaker) -> dict[str, Any]:
    text = speaker.text(row, "label", LONGEST_LABEL, pipes=False)
    if not text:
        speaker.report.add(row.place("name"), row.get("name"), Reason.NO_WORDS)
        text = Words(speaker.speech.main, {speaker.speech.main: row.get("name")[:LONGEST_LABEL]})
    opinion = row.get("portal_opinion").lower() not in NO
    return list_item({"text": text, "code": code, "opinion": opinion})


def list_item(value: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "item", "id": str(uuid4()), "value": dict(value)}
