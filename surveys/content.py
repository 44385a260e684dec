"""Between a survey page's blocks and the questions that they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue

from surveys.domain.questions import DONT_KNOW, Choice, Kind, Question
from surveys.models.surveys import built_in_label


@dataclass(frozen=True)
class ChoiceDefinition:
    code: str
    id: str
    opinion: bool
    label: str


def assign_codes(questions: StreamValue) -> None:
    """Give every question without a name, and every choice without a code, the next free one, for good."""
    taken = {block.value.get("name") for block in questions}
    for block in questions:
        if not block.value.get("name"):
            block.value["name"] = next(name for name in _numbered("q") if name not in taken)
            taken.add(block.value["name"])
        choices = block.value.get("choices") or []
        codes = {choice["code"] for choice in choices}
        for choice in choices:
            if not choice.get("code"):
                choice["code"] = next(code for code in _numbered("") if code not in codes)
                codes.add(choice["code"])


def _numbered(prefix: str) -> Iterator[str]:
    return (f"{prefix}{number}" for number in range(1, 1000))


def check_names(questions: StreamValue) -> None:
    """ValidationError when two questions carry one name."""
    names = [block.value.get("name") for block in questions if block.value.get("name")]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValidationError(
            {"questions": _("Two questions are called %(name)s in exports.") % {"name": twice[0]}}
        )


def choices_of(value: StructValue) -> list[ChoiceDefinition]:
    """The choices of a question's block in order, those that come with its kind included."""
    block = value.block
    choices = [
        ChoiceDefinition(code, "", True, value.get(f"label_{code}") or "") for code in block.built_in_codes
    ]
    for item in getattr(value.get("choices"), "bound_blocks", None) or []:
        choice = item.value
        choices.append(
            ChoiceDefinition(choice["code"] or item.id, item.id, bool(choice["opinion"]), choice["text"])
        )
    if value.get("dont_know"):
        choices.append(ChoiceDefinition(DONT_KNOW, "", False, ""))
    return choices


def texts_of(value: StructValue) -> dict[str, Any]:
    """The words of a question's block, as `QuestionVersion.texts` keeps them for one language."""
    return {
        "question": value["question"],
        "hint": value.get("hint") or "",
        "choices": {choice.code: choice.label for choice in choices_of(value) if choice.label},
    }


def drafted_questions(questions: StreamValue, language: str) -> Iterable[Question]:
    """The questions as the page's blocks say now, published or not: what an editor previews."""
    for block in questions:
        texts = texts_of(block.value)
        yield Question(
            id=block.id or "",
            name=block.value.get("name") or "",
            kind=Kind(block.block_type),
            text=texts["question"],
            language=language,
            hint=texts["hint"],
            choices=tuple(
                Choice(choice.code, choice.label or built_in_label(choice.code), choice.opinion)
                for choice in choices_of(block.value)
            ),
        )
