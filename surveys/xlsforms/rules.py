"""From tests of answers to the conditions of a rule, and from a rule to the expression that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from surveys.domain.answers import CELL, plain_number
from surveys.domain.kinds import ORDERED, Kind
from surveys.domain.logic import DATE, NUMBER, Condition, Match, Operator, Rule
from surveys.xlsforms.conditions import Tested, Way
from surveys.xlsforms.expressions import Compare
from surveys.xlsforms.reports import Reason

# What a collecting tool stores for a statement that was agreed to, and the portal's code for it.
AGREED, AGREED_CODE = "OK", "yes"
MOST_CONDITIONS = 20


class NotHeldError(ValueError):
    """A rule of the portal cannot hold the test; `args` are the reason and what it is about."""

    def __init__(self, reason: Reason, about: str = "") -> None:
        super().__init__(reason, about)
        self.reason, self.about = reason, about


@dataclass(frozen=True)
class Target:
    """What a name in an expression stands for: the block `id`, or the `row` of a matrix.

    `codes` are the portal's by the names that the form gives its choices.
    """

    id: str
    kind: Kind
    codes: Mapping[str, str] = field(default_factory=dict)
    row: str = ""
    decimals: bool = False


def rule_of(match: Match, tests: tuple[Tested, ...], targets: Mapping[str, Target]) -> Rule:
    """NotHeldError."""
    alone = len(tests) == 1
    conditions: list[Condition] = []
    for test in tests:
        target = targets.get(test.about)
        if target is None:
            raise NotHeldError(Reason.CONDITION_ABOUT, test.about)
        found = _conditions(test, target)
        if len(found) > 1 and match is Match.ALL and not alone:
            raise NotHeldError(Reason.CONDITION)
        conditions += found
    if len(conditions) > MOST_CONDITIONS:
        raise NotHeldError(Reason.CONDITION_LONG)
    return Rule(Match.ANY if alone and len(conditions) > 1 else match, tuple(conditions))


def _conditions(test: Tested, target: Target) -> tuple[Condition, ...]:
    """More than one are alternatives."""
    if test.way is not Way.COMPARED:
        operator = Operator.CONTAINS if test.way is Way.SELECTED else Operator.CONTAINS_NOT
        return (Condition(target.id, operator, _code(test.value, target)),)
    if test.compare in (Compare.EQUAL, Compare.UNEQUAL):
        return (_equal(test, target),)
    if target.kind not in ORDERED:
        raise NotHeldError(Reason.CONDITION_COMPARISON, test.about)
    if target.kind is Kind.DATE:
        return _day_order(test, target)
    if not NUMBER.match(test.value):
        raise NotHeldError(Reason.CONDITION_COMPARISON, test.about)
    return _order(test, target)


def _code(value: str, target: Target) -> str:
    if target.kind is Kind.CONSENT and value == AGREED:
        return AGREED_CODE
    code = target.codes.get(value, value)
    return f"{target.row}{CELL}{code}" if target.row else code


def _equal(test: Tested, target: Target) -> Condition:
    equal = test.compare is Compare.EQUAL
    if target.row:
        if not test.value:
            raise NotHeldError(Reason.CONDITION)
        # A matrix holds an answer for each row: one of them is among them, it is not all of it.
        operator = Operator.CONTAINS if equal else Operator.CONTAINS_NOT
    else:
        operator = Operator.IS if equal else Operator.IS_NOT
    value = test.value
    if target.kind in ORDERED and NUMBER.match(value):
        value = plain_number(Decimal(value))
    return Condition(target.id, operator, _code(value, target) if value else "")


def _order(test: Tested, target: Target) -> tuple[Condition, ...]:
    number = Decimal(test.value)
    more = test.compare in (Compare.MORE, Compare.AT_LEAST)
    operator = Operator.MORE if more else Operator.LESS
    if test.compare in (Compare.AT_LEAST, Compare.AT_MOST):
        if target.decimals:
            same = Condition(target.id, Operator.IS, plain_number(number))
            return Condition(target.id, operator, plain_number(number)), same
        if number == number.to_integral_value():
            number += -1 if more else 1
    return (Condition(target.id, operator, plain_number(number)),)


def _day_order(test: Tested, target: Target) -> tuple[Condition, ...]:
    if not DATE.match(test.value):
        raise NotHeldError(Reason.CONDITION_COMPARISON, test.about)
    more = test.compare in (Compare.MORE, Compare.AT_LEAST)
    try:
        day = date.fromisoformat(test.value)
        if test.compare in (Compare.AT_LEAST, Compare.AT_MOST):
            day += timedelta(days=-1 if more else 1)
    except (ValueError, OverflowError):
        raise NotHeldError(Reason.CONDITION_COMPARISON, test.about) from None
    return (Condition(target.id, Operator.MORE if more else Operator.LESS, day.isoformat()),)


@dataclass(frozen=True)
class Named:
    """What a block is called in a file: its name, and the names of a matrix's rows by their codes."""

    name: str
    kind: Kind
    rows: Mapping[str, str] = field(default_factory=dict)


def expression_of(rule: Rule, named: Mapping[str, Named]) -> str:
    """Empty for a rule without conditions. `named` has what it is about by block id."""
    join = " and " if rule.match is Match.ALL else " or "
    return join.join(_expression(condition, named[condition.question]) for condition in rule.conditions)


def _expression(condition: Condition, about: Named) -> str:
    if about.kind is Kind.MATRIX:
        return _of_matrix(condition, about)
    answer, value = f"${{{about.name}}}", _literal(condition.value, about.kind)
    return _SAID[condition.operator].format(answer=answer, value=value)


_SAID = {
    Operator.IS: "{answer} = {value}",
    Operator.IS_NOT: "{answer} != {value}",
    Operator.CONTAINS: "selected({answer}, {value})",
    Operator.CONTAINS_NOT: "not(selected({answer}, {value}))",
    Operator.MORE: "{answer} > {value}",
    Operator.LESS: "{answer} < {value}",
}


def _literal(value: str, kind: Kind) -> str:
    if kind in (Kind.NUMBER, Kind.SCALE) and NUMBER.match(value):
        return value
    if kind is Kind.DATE and DATE.match(value):
        return f"date('{value}')"
    if kind is Kind.CONSENT and value == AGREED_CODE:
        value = AGREED
    # An apostrophe cannot be written within apostrophes; no code holds one.
    return "'" + value.replace("'", "") + "'"


def _of_matrix(condition: Condition, about: Named) -> str:
    row, _cell, column = condition.value.partition(CELL)
    answers = [f"${{{name}}}" for name in about.rows.values()]
    negative = condition.operator in (Operator.IS_NOT, Operator.CONTAINS_NOT)
    if not condition.value:
        join, sign = (" or ", "!=") if negative else (" and ", "=")
        return "(" + join.join(f"{answer} {sign} ''" for answer in answers) + ")"
    own = f"${{{about.rows.get(row, about.name)}}}"
    if condition.operator in (Operator.CONTAINS, Operator.CONTAINS_NOT):
        return f"{own} {'!=' if negative else '='} '{column}'"
    alone = " and ".join([f"{own} = '{column}'", *(f"{one} = ''" for one in answers if one != own)])
    return f"not({alone})" if negative else f"({alone})"
