"""From a survey page's blocks to the questions that they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from wagtail.blocks import StreamValue, StructValue

from portal.core.models import District
from surveys.domain.invalid import InvalidAnswerError
from surveys.domain.kinds import Kind, Look
from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE, OTHER, Choice, Question, Settings
from surveys.domain.written import number_in
from surveys.models.wording import worded


def questions_in(stream: StreamValue, language: str) -> tuple[Question, ...]:
    """The questions as the page's blocks say now, published or not, in order."""
    return tuple(question_in(block.value, language, block.id or "") for block in stream)


def drafted_questions(stream: StreamValue, language: str) -> tuple[Question, ...]:
    """As `questions_in`, ready to be shown: what an editor previews."""
    return tuple(worded(question) for question in questions_in(stream, language))


def question_in(value: StructValue, language: str, block_id: str = "") -> Question:
    """The question of one block, with the words that stand in it alone: `worded` adds those that the portal brings.

    A question about places asks for the city's districts: one query.
    """
    kind = value.block.kind
    return Question(
        id=block_id,
        name=value.get("name") or "",
        kind=kind,
        text=value.get("question") or "",
        language=language,
        hint=value.get("hint") or "",
        choices=tuple(_choices(value, kind, language)),
        rows=tuple(
            Choice(_code(item), item.value["text"], id=item.id or "") for item in _items(value, "rows")
        ),
        settings=_settings(value),
        other_wording=value.get("other_wording") or "",
        body=_source_of(value.get("body")),
        unit=value.get("unit") or "",
    )


def _source_of(rich_text: Any) -> str:
    return getattr(rich_text, "source", rich_text) or ""


def _items(value: StructValue, name: str) -> Iterable[Any]:
    return getattr(value.get(name), "bound_blocks", None) or ()


def _code(item: Any) -> str:
    return item.value.get("code") or item.id or ""


def _choices(value: StructValue, kind: Kind, language: str) -> Iterator[Choice]:
    """Those that come with the kind first, the portal's own ("other", "none", "don't know") last."""
    for code in value.block.built_in_codes:
        yield Choice(code, value.get(f"label_{code}") or "")
    if kind is Kind.PLACE:
        for district in District.objects.all():
            yield Choice(district.code, district.name.text_in(language) or district.code)
    for item in _items(value, "choices"):
        picture = item.value.get("picture")
        yield Choice(
            _code(item),
            item.value.get("text") or "",
            bool(item.value.get("opinion", True)),
            getattr(picture, "pk", picture),
            item.id or "",
        )
    for name, code in (("other", OTHER), ("none", NONE_OF_THESE), ("dont_know", DONT_KNOW)):
        if value.get(name):
            yield Choice(code, "", opinion=code != DONT_KNOW)


def _settings(value: StructValue) -> Settings:
    return Settings(
        required=bool(value.get("required")),
        confidential=bool(value.get("confidential")),
        shuffle=bool(value.get("shuffle")),
        reverse=bool(value.get("reverse")),
        several=bool(value.get("several")),
        look=Look(value.get("look") or Look.FACES),
        fewest=value.get("fewest"),
        most=value.get("most"),
        minimum=value.get("minimum"),
        maximum=value.get("maximum"),
        decimals=bool(value.get("decimals")),
        bands=bands_in(value.get("bands") or ""),
        earliest=value.get("earliest"),
        latest=value.get("latest"),
        point=bool(value.get("point")),
        origin=value.get("origin") or "",
        rule=rule_in(value.get("ask_if")),
    )


def bands_in(text: str) -> tuple[Decimal, ...]:
    """The limits in "18, 30, 45", from the smallest. ValueError when one is no number."""
    try:
        return tuple(sorted({number_in(part) for part in text.replace("،", ",").split(",") if part.strip()}))
    except (InvalidAnswerError, InvalidOperation) as error:
        raise ValueError(text) from error


def rule_in(value: StructValue | None) -> Rule:
    if not value:
        return Rule()
    return Rule(
        Match(value.get("match") or Match.ALL),
        tuple(
            Condition(
                one.get("question") or "",
                Operator(one.get("operator") or Operator.IS),
                one.get("value") or "",
            )
            for one in value.get("conditions") or ()
        ),
    )


def texts_of(question: Question) -> dict[str, Any]:
    """The words of a question, as `QuestionVersion.texts` keeps them for one language. What has none is left out."""
    texts: dict[str, Any] = {
        "question": question.text,
        "hint": question.hint,
        "choices": {choice.code: choice.label for choice in question.choices if choice.label},
    }
    more = {
        "rows": {row.code: row.label for row in question.rows},
        "other_wording": question.other_wording,
        "body": question.body,
        "unit": question.unit,
    }
    return texts | {name: words for name, words in more.items() if words}


def choices_as_json(choices: Iterable[Choice]) -> list[dict[str, Any]]:
    """As `QuestionVersion.choices` and `.rows` keep them: everything but the words."""
    found = []
    for choice in choices:
        stored: dict[str, Any] = {"code": choice.code, "id": choice.id, "opinion": choice.opinion}
        if choice.picture is not None:
            stored["picture"] = choice.picture
        found.append(stored)
    return found
