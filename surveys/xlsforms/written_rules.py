"""The rule of a block as the cells that hold it."""

from __future__ import annotations

import json
from typing import Any

from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.xlsforms.calling import Called
from surveys.xlsforms.conditions import comparisons_in
from surveys.xlsforms.expressions import UnreadableError, parse
from surveys.xlsforms.rules import NotHeldError, expression_of, rule_of
from surveys.xlsforms.sheets import OWN


class LostQuestionError(ValueError):
    """A condition is about a question that is not in the survey any more."""


def rule_cells(ask_if: dict[str, Any] | None, called: Called) -> dict[str, str]:
    """`relevant`, and a column of the portal's own where the expression does not say all of the rule.

    LostQuestionError.
    """
    rule = _rule(ask_if or {})
    if not rule:
        return {}
    if any(condition.question not in called.named for condition in rule.conditions):
        raise LostQuestionError
    expression = expression_of(rule, called.named)
    cells = {"relevant": expression}
    if _read(expression, called) != rule:
        conditions = [
            [called.named[one.question].name, one.operator.value, one.value] for one in rule.conditions
        ]
        cells[f"{OWN}::ask_if"] = json.dumps([rule.match.value, conditions], ensure_ascii=False)
    return cells


def _rule(ask_if: dict[str, Any]) -> Rule:
    values = [item.get("value", item) for item in ask_if.get("conditions") or ()]
    conditions = tuple(
        Condition(value["question"], Operator(value["operator"]), value.get("value") or "")
        for value in values
    )
    return Rule(Match(ask_if.get("match") or Match.ALL), conditions)


def _read(expression: str, called: Called) -> Rule | None:
    try:
        return rule_of(*comparisons_in(parse(expression)), called.targets)
    except (UnreadableError, NotHeldError):
        return None
