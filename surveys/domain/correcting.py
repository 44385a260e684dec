"""What a change to a question means for the answers that it already has."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from surveys.domain.bands import band_limits
from surveys.domain.kinds import Kind
from surveys.domain.questions import Choice, Question


class Change(Enum):
    """`SETTINGS` and `ASIDE` never part results, `OTHER_KIND` always does, `WORDING` as the editor decides."""

    NONE = "none"
    SETTINGS = "settings"
    ASIDE = "aside"
    WORDING = "wording"
    OTHER_KIND = "other_kind"


def change_between(before: Question, after: Question) -> Change:
    """`before` as it was published and `after` as drafted, both in the source language."""
    if before.kind is not after.kind or before.several != after.several:
        return Change.OTHER_KIND
    if before.kind is Kind.NUMBER and band_limits(before) != band_limits(after):
        return Change.OTHER_KIND
    if before.settings.confidential and not after.settings.confidential:
        # Whoever answered was promised that it is never published.
        return Change.OTHER_KIND
    if _asked(before) != _asked(after):
        return Change.WORDING
    if _shown(before) != _shown(after):
        return Change.ASIDE
    return Change.NONE if before.settings == after.settings else Change.SETTINGS


def _asked(question: Question) -> tuple[Any, ...]:
    """The words and choices that an answer answers. The city's districts are not the editor's."""
    choices = frozenset() if question.kind is Kind.PLACE else _choices(question.choices)
    return question.text, question.other_wording, choices, _choices(question.rows)


def _choices(choices: tuple[Choice, ...]) -> frozenset[tuple[Any, ...]]:
    return frozenset((choice.code, choice.label, choice.opinion, choice.picture) for choice in choices)


def _shown(question: Question) -> tuple[Any, ...]:
    """What stands beside it: the hint, the unit, the order of the choices."""
    return question.hint, question.unit, question.body, question.codes, question.rows, question.settings.look


def still_says(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether each word of `after` stood at the same place in `before`: whoever translated that translated this."""
    return words_at(after).items() <= words_at(before).items()


def kept_words(words: Mapping[str, Any], translated: Mapping[str, Any]) -> dict[str, Any] | None:
    """`translated` at the places where `words` has any; None where the question or a choice is not translated."""
    places, found = words_at(words), words_at(translated)
    if any(place not in found for place in places if place[1] or place[0] == "question"):
        return None
    kept: dict[str, Any] = {"question": "", "hint": "", "choices": {}}
    for name, code in places:
        said = found.get((name, code), "")
        if code:
            kept.setdefault(name, {})[code] = said
        elif said:
            kept[name] = said
    return kept


def words_at(texts: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """Part, and code in it or "" → words, of the texts of one language. Places without words are left out."""
    return {
        (name, code): words
        for name, part in texts.items()
        for code, words in (part.items() if isinstance(part, Mapping) else [("", part)])
        if words
    }


def fingerprint_of(kind: str, choices: Any, rows: Any, texts: Mapping[str, Any]) -> str:
    """64 hexadecimal digits for what a question says in its source language."""
    said = json.dumps([kind, choices, rows, texts], sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()
