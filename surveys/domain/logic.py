"""Which questions a person is asked, from what they have answered so far.

The same rules run in the browser (`static/js/logic.js`); a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

# What stands on a sheet: question id → codes. A number is its digits, a date its ISO form, words are "*".
Sheet = Mapping[str, tuple[str, ...]]
NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


class Operator(StrEnum):
    """With an empty value `is` means "not answered" and `is_not` "answered"."""

    IS = "is"
    IS_NOT = "is_not"
    CONTAINS = "contains"
    CONTAINS_NOT = "contains_not"
    MORE = "more"
    LESS = "less"


class Match(StrEnum):
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True)
class Condition:
    """About the answer to an earlier question, named by its id. `value` is a code, a number or an ISO date."""

    question: str
    operator: Operator
    value: str = ""


@dataclass(frozen=True)
class Rule:
    """When something is asked. Without conditions: always."""

    match: Match = Match.ALL
    conditions: tuple[Condition, ...] = field(default_factory=tuple)

    def __bool__(self) -> bool:
        return bool(self.conditions)


class Asked(Protocol):
    """What logic needs to know of a question, or of the beginning of a page."""

    @property
    def id(self) -> str: ...
    @property
    def rule(self) -> Rule: ...
    @property
    def begins_page(self) -> bool: ...


def holds(condition: Condition, sheet: Sheet) -> bool:
    """Nothing that was not answered is, contains, is more or is less; so it is not and does not contain."""
    codes = sheet.get(condition.question, ())
    match condition.operator:
        case Operator.IS:
            return _is(codes, condition.value)
        case Operator.IS_NOT:
            return not _is(codes, condition.value)
        case Operator.CONTAINS:
            return condition.value in codes
        case Operator.CONTAINS_NOT:
            return condition.value not in codes
        case Operator.MORE:
            return _difference(codes, condition.value) > 0
        case Operator.LESS:
            return _difference(codes, condition.value) < 0


def _is(codes: tuple[str, ...], value: str) -> bool:
    if not value or len(codes) != 1:
        return not value and not codes
    both_numbers = NUMBER.match(codes[0]) and NUMBER.match(value)
    return float(codes[0]) == float(value) if both_numbers else codes[0] == value


def _difference(codes: tuple[str, ...], value: str) -> float:
    """Above 0 when the single answer is more than `value`, below when it is less, 0 where they do not compare."""
    if len(codes) != 1:
        return 0
    answer = codes[0]
    if NUMBER.match(answer) and NUMBER.match(value):
        return float(answer) - float(value)
    if DATE.match(answer) and DATE.match(value):
        return (answer > value) - (answer < value)
    return 0


def applies(rule: Rule, sheet: Sheet) -> bool:
    if not rule.conditions:
        return True
    results = (holds(condition, sheet) for condition in rule.conditions)
    return all(results) if rule.match is Match.ALL else any(results)


def reached(asked: Iterable[Asked], sheet: Sheet) -> tuple[str, ...]:
    """The ids of what is reached, in order. The answer to a question that is not reached counts as not given,
    so that going back and changing an answer takes along all that hung on it."""
    found: list[str] = []
    given: dict[str, tuple[str, ...]] = {}
    page_applies = True
    for one in asked:
        if one.begins_page:
            page_applies = applies(one.rule, given)
        if page_applies and applies(one.rule, given):
            found.append(one.id)
            if one.id in sheet:
                given[one.id] = tuple(sheet[one.id])
    return tuple(found)
