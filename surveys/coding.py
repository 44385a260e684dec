"""Names of questions and codes of answers: given once, and the same for good."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue

from surveys.domain.kinds import SILENT, Kind
from surveys.domain.questions import RESERVED_CODES
from surveys.models.versions import QuestionVersion

if TYPE_CHECKING:
    from surveys.models.pages import SurveyPage

# How names begin that are given: of questions, of information, of pages.
PREFIXES = {
    "q": frozenset(Kind) - SILENT,
    "info": frozenset({Kind.INFORMATION}),
    "page": frozenset({Kind.PAGE}),
}
# The lists within a question whose items have codes.
CODED = ("choices", "rows")


@dataclass(frozen=True)
class GivenCodes:
    """What was given before: names by question id, codes by list item id, and by question id every code ever used."""

    by_id: Mapping[str, str] = field(default_factory=dict)
    used: Mapping[str, frozenset[str]] = field(default_factory=dict)


def assign_codes(questions: StreamValue, given: GivenCodes | None = None) -> None:
    """Give every question without a name, and every choice and row without a code, one for good.

    An open editor sends what it was loaded with: a name or code that was given at an earlier save comes back
    empty. It gets the same one again, whatever was moved meanwhile; others get the next that was never used.
    Conditions that name an answer by its list item come to name it by its code.
    """
    given = given or GivenCodes()
    _unname_copies(questions, given.by_id)
    for prefix, kinds in PREFIXES.items():
        named = [(block.id, block.value) for block in questions if block.block.kind in kinds]
        taken = frozenset(block.value.get("name") for block in questions)
        _fill("name", prefix, named, given.by_id, taken)
    for block in questions:
        used = given.used.get(block.id or "", frozenset()) | RESERVED_CODES
        for name in CODED:
            _fill("code", "", _items(block.value, name), given.by_id, used)
    _name_answers_by_code(questions)


def _items(value: StructValue, name: str) -> list[tuple[str | None, StructValue]]:
    return [(item.id, item.value) for item in getattr(value.get(name), "bound_blocks", None) or ()]


def _name_answers_by_code(questions: StreamValue) -> None:
    codes = {
        item_id: item["code"]
        for block in questions
        for name in CODED
        for item_id, item in _items(block.value, name)
        if item_id
    }
    for block in questions:
        for condition in (block.value.get("ask_if") or {}).get("conditions") or ():
            # In a matrix the row and the column stand on both sides of a colon.
            parts = (condition.get("value") or "").split(":")
            condition["value"] = ":".join(codes.get(part, part) for part in parts)


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
        codes = {item["id"]: item["code"] for item in [*version.choices, *version.rows] if item["id"]}
        by_id.update({question: version.name, **codes})
        used[question] = used.get(question, frozenset()) | frozenset(codes.values())
    return GivenCodes(by_id, used)


def codes_in(questions: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Question or list item id → name or code, of a page's questions as a revision keeps them."""
    found: dict[str, str] = {}
    for block in questions:
        found[block.get("id") or ""] = block["value"].get("name") or ""
        for item in (item for name in CODED for item in block["value"].get(name) or []):
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
