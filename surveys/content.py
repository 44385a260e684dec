"""Between a survey page's blocks and the questions that they mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue

from surveys.domain.questions import DONT_KNOW, Choice, Kind, Question
from surveys.models.surveys import QuestionVersion, built_in_label

if TYPE_CHECKING:
    from surveys.models.pages import SurveyPage


@dataclass(frozen=True)
class ChoiceDefinition:
    code: str
    id: str
    opinion: bool
    label: str


@dataclass(frozen=True)
class GivenCodes:
    """What was given before: names by question id, codes by list item id, and by question id every code ever used."""

    by_id: Mapping[str, str] = field(default_factory=dict)
    used: Mapping[str, frozenset[str]] = field(default_factory=dict)


def assign_codes(questions: StreamValue, given: GivenCodes | None = None) -> None:
    """Give every question without a name, and every choice without a code, one for good.

    An open editor sends what it was loaded with: a name or code that was given at an earlier save comes back
    empty. It gets the same one again, whatever was moved meanwhile; others get the next that was never used.
    """
    given = given or GivenCodes()
    _unname_copies(questions, given.by_id)
    _fill("name", "q", [(block.id, block.value) for block in questions], given.by_id, frozenset())
    for block in questions:
        items = getattr(block.value.get("choices"), "bound_blocks", None) or []
        used = given.used.get(block.id or "", frozenset())
        _fill("code", "", [(item.id, item.value) for item in items], given.by_id, used)


def _unname_copies(questions: StreamValue, by_id: Mapping[str, str]) -> None:
    """A question that was duplicated in the editor carries the name of the other, who had it before."""
    names = [block.value.get("name") for block in questions]
    owners = {by_id[block.id]: block.id for block in questions if by_id.get(block.id)}
    for block in questions:
        name = block.value.get("name")
        if names.count(name) > 1 and owners.get(name, block.id) != block.id:
            block.value["name"] = ""


def _fill(
    key: str,
    prefix: str,
    things: Sequence[tuple[str | None, StructValue]],
    by_id: Mapping[str, str],
    used: frozenset[str],
) -> None:
    taken = {value.get(key) for _id, value in things}
    for thing_id, value in things:
        before = by_id.get(thing_id or "", "")
        if not value.get(key) and before and before not in taken:
            value[key] = before
            taken.add(before)
    for _id, value in things:
        if not value.get(key):
            value[key] = next(code for code in _numbered(prefix) if code not in taken | used)
            taken.add(value[key])


def given_before(page: SurveyPage) -> GivenCodes:
    """What the page's last revision and all that was ever published under it gave; the published has the last word.

    Two queries.
    """
    by_id: dict[str, str] = {}
    if page.latest_revision is not None:
        drafted = page.latest_revision.content.get("questions") or []
        by_id.update(codes_in(json.loads(drafted) if isinstance(drafted, str) else drafted))
    used: dict[str, frozenset[str]] = {}
    versions = QuestionVersion.objects.filter(survey__key=page.translation_key)
    for version in versions.order_by("question_id", "number"):
        question = str(version.question_id)
        codes = {choice["id"]: choice["code"] for choice in version.choices if choice["id"]}
        by_id.update({question: version.name, **codes})
        used[question] = used.get(question, frozenset()) | frozenset(codes.values())
    return GivenCodes(by_id, used)


def codes_in(questions: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Question or list item id → name or code, of a page's questions as a revision keeps them."""
    found: dict[str, str] = {}
    for block in questions:
        found[block.get("id") or ""] = block["value"].get("name") or ""
        for item in block["value"].get("choices") or []:
            if isinstance(item, dict) and "id" in item:
                found[item["id"]] = item["value"].get("code") or ""
    return found


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
