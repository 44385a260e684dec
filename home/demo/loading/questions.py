"""The questions of the demo's surveys, in the form that a survey page takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from home.demo.content import survey_shape
from home.demo.loading.bodies import Writer, block_id

LISTED = frozenset({"single_choice", "multiple_choice", "image_choice", "matrix", "ranking"})
LABELLED = frozenset({"rating", "scale"})


@dataclass(frozen=True)
class Lookups:
    """Ids of pictures by name, and the keys of the surveys that are there already."""

    pictures: Mapping[str, int]
    surveys: Mapping[str, str]


def question_block(
    survey: survey_shape.Survey, question: survey_shape.Question, words: Writer, lookups: Lookups
) -> dict[str, object]:
    """In the language of `words`, with the same ids in each."""
    value: dict[str, object] = {
        "question": words.words(question.text),
        "name": question.key,
        "ask_if": _rule(survey.key, question.rule),
        **_words(question, words),
        **_options(question, words),
    }
    labelled = [choice for choice in question.choices if choice.code != "dk"]
    if question.kind in LABELLED:
        value |= {f"label_{choice.code}": words.words(choice.text) for choice in labelled}
    elif question.kind in LISTED:
        value["choices"] = _items(survey.key, question, labelled, words, lookups)
    if question.rows:
        value["rows"] = _items(survey.key, question, question.rows, words, lookups)
    if question.asks:
        value["dont_know"] = len(labelled) < len(question.choices)
        value["origin"] = _origin(question.origin, lookups)
    return {"type": question.kind, "id": block_id(survey.key, question.key), "value": value}


def _words(question: survey_shape.Question, words: Writer) -> dict[str, str]:
    """Those beside the question itself."""
    parts = {
        "hint": question.hint,
        "other_wording": question.other_wording,
        "body": question.body,
        "unit": question.unit,
    }
    return {name: words.words(text) for name, text in parts.items() if text is not None}


def _options(question: survey_shape.Question, words: Writer) -> dict[str, object]:
    found = dict(question.options)
    if "earliest" in found:
        found["earliest"] = (words.today + timedelta(days=found["earliest"])).isoformat()
    return found


def _items(
    survey: str,
    question: survey_shape.Question,
    choices: Iterable[survey_shape.Choice],
    words: Writer,
    lookups: Lookups,
) -> list[dict[str, Any]]:
    return [
        {
            "type": "item",
            "id": block_id(survey, question.key, *(("row",) if choice in question.rows else ()), choice.code),
            "value": {"text": words.words(choice.text), "code": choice.code}
            | ({"picture": lookups.pictures[choice.picture]} if choice.picture else {}),
        }
        for choice in choices
    ]


def _rule(survey: str, rule: survey_shape.Rule | None) -> dict[str, object]:
    if rule is None:
        return {"match": "all", "conditions": []}
    return {
        "match": rule.match,
        "conditions": [
            {
                "type": "item",
                "id": block_id(survey, one.question, one.operator, one.value),
                "value": {
                    "question": block_id(survey, one.question),
                    "operator": one.operator,
                    "value": one.value,
                },
            }
            for one in rule.conditions
        ],
    }


def _origin(origin: str, lookups: Lookups) -> str:
    """As the library names a question: the key of its survey, and its id there."""
    survey, _slash, question = origin.partition("/")
    return f"{lookups.surveys[survey]}/{block_id(survey, question)}" if origin else ""
