"""A published question as a block of another survey."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from surveys.blocks import QuestionsBlock
from surveys.domain.kinds import Kind
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE, OTHER, Choice, Question
from surveys.domain.written import plain_number

SWITCHES = {OTHER: "other", NONE_OF_THESE: "none", DONT_KNOW: "dont_know"}


def block_from(question: Question, *, name: str, origin: str, pictures: Collection[int]) -> dict[str, Any]:
    """The raw block that asks `question`, with ids of its own and the same codes, always asked.

    Of the pictures those in `pictures` alone come along. `question` holds the words of its page alone.
    """
    value = {
        **_settings(question),
        "question": question.text,
        "hint": question.hint,
        "other_wording": question.other_wording,
        "unit": question.unit,
        "name": name,
        "origin": origin,
        "ask_if": {"match": "all", "conditions": []},
        "choices": [
            _item(choice, _beside(choice, question, pictures)) for choice in question.choices if choice.id
        ],
        "rows": [_item(row, {}) for row in question.rows],
        **_labels(question.choices),
        **{switch: _offers(question, code) for code, switch in SWITCHES.items()},
    }
    known = QuestionsBlock().child_blocks[question.kind.value].child_blocks
    return {
        "type": question.kind.value,
        "id": str(uuid.uuid4()),
        "value": {field: said for field, said in value.items() if field in known},
    }


def _settings(question: Question) -> dict[str, Any]:
    settings = question.settings
    return {
        "required": settings.required,
        "confidential": settings.confidential,
        "shuffle": settings.shuffle,
        "reverse": settings.reverse,
        "several": settings.several,
        "look": settings.look.value,
        "fewest": settings.fewest,
        "most": settings.most,
        "minimum": _number(settings.minimum),
        "maximum": _number(settings.maximum),
        "decimals": settings.decimals,
        "bands": ", ".join(plain_number(limit) for limit in settings.bands),
        "earliest": settings.earliest and settings.earliest.isoformat(),
        "latest": settings.latest and settings.latest.isoformat(),
        "point": settings.point,
    }


def _number(limit: Decimal | None) -> str | None:
    return None if limit is None else plain_number(limit)


def _offers(question: Question, code: str) -> bool:
    return any(choice.built_in and choice.code == code for choice in question.choices)


def _labels(choices: Iterable[Choice]) -> dict[str, str]:
    """The words that an editor gave to the steps of a scale."""
    return {f"label_{choice.code}": choice.label for choice in choices if not choice.id and choice.label}


def _beside(choice: Choice, question: Question, pictures: Collection[int]) -> dict[str, Any]:
    """What a choice of this kind has beside its words."""
    if question.kind is Kind.IMAGES:
        return {"picture": choice.picture if choice.picture in pictures else None}
    return {"opinion": choice.opinion}


def _item(choice: Choice, more: dict[str, Any]) -> dict[str, Any]:
    value = {"text": choice.label, "code": choice.code, **more}
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}
