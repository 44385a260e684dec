"""What the browser needs of a question to decide what is asked next: `static/js/logic.js` reads it."""

from __future__ import annotations

from typing import Any

from surveys.domain.kinds import Kind
from surveys.domain.questions import MAXIMUM_OTHER, Question
from surveys.domain.written import plain_number


def as_browser_reads(question: Question) -> dict[str, Any]:
    """Its rule, and the limits by which its answers fit; plain JSON, only what its kind has."""
    rule = question.rule
    return {
        "id": question.id,
        "kind": question.kind.value,
        "match": rule.match.value,
        "conditions": [[one.question, one.operator.value, one.value] for one in rule.conditions],
        **{name: value for name, value in _limits(question).items() if value is not None},
        **_ways(question),
    }


def _limits(question: Question) -> dict[str, Any]:
    """`least` and `most` bound the number, the day, or how many answers are chosen or ranked."""
    settings = question.settings
    if question.kind is Kind.NUMBER:
        bounds = (settings.minimum, settings.maximum)
        least, most = (None if bound is None else plain_number(bound) for bound in bounds)
        return {"least": least, "most": most}
    if question.kind is Kind.DATE:
        days = (settings.earliest, settings.latest)
        least, most = (None if day is None else day.isoformat() for day in days)
        return {"least": least, "most": most}
    if question.several or question.kind is Kind.RANKING:
        return {"least": settings.fewest, "most": settings.most}
    return {}


def _ways(question: Question) -> dict[str, Any]:
    """How its inputs are read."""
    settings = question.settings
    if question.kind is Kind.NUMBER:
        return {"decimals": settings.decimals}
    if question.kind is Kind.MATRIX:
        return {"rows": len(question.rows) if settings.required else 0}
    if question.kind is Kind.PLACE:
        return {"point": settings.point, "places": bool(question.choices)}
    if question.takes_words:
        return {"words": question.longest}
    if not question.choices:
        return {}
    alone = [choice.code for choice in question.choices if choice.exclusive]
    return {
        "several": question.several,
        "alone": alone,
        "other": question.takes_other,
        "words": MAXIMUM_OTHER,
    }
