"""The settings of a question as they are stored with its frozen version, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from surveys.domain.kinds import Look
from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.domain.questions import Settings
from surveys.domain.written import plain_number

_USUAL = Settings()


def settings_as_json(settings: Settings) -> dict[str, Any]:
    """What differs from the usual alone, in plain JSON; the same settings give the same value."""
    found: dict[str, Any] = {}
    for field in fields(settings):
        value = getattr(settings, field.name)
        if value != getattr(_USUAL, field.name):
            found[field.name] = _as_json(value)
    return found


def _as_json(value: Any) -> Any:
    if isinstance(value, Rule):
        return {
            "match": value.match.value,
            "conditions": [[one.question, one.operator.value, one.value] for one in value.conditions],
        }
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_as_json(one) for one in value]
    return value.value if isinstance(value, Look) else value


def settings_from_json(stored: Mapping[str, Any]) -> Settings:
    """ValueError when `stored` was not written by `settings_as_json`."""
    known = {field.name for field in fields(Settings)}
    if not stored.keys() <= known:
        raise ValueError(sorted(stored.keys() - known))
    return Settings(**{name: _from_json(name, value) for name, value in stored.items()})


def _from_json(name: str, value: Any) -> Any:
    if name == "rule":
        conditions = tuple(Condition(who, Operator(how), what) for who, how, what in value["conditions"])
        return Rule(Match(value["match"]), conditions)
    if name in ("minimum", "maximum"):
        return Decimal(value)
    if name in ("earliest", "latest"):
        return date.fromisoformat(value)
    if name == "bands":
        return tuple(Decimal(one) for one in value)
    return Look(value) if name == "look" else value
