"""Limits of answers: from the expression in `constraint`, and back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from surveys.domain.answers import plain_number
from surveys.domain.logic import DATE, NUMBER
from surveys.domain.questions import EXCLUSIVE_CODES
from surveys.xlsforms.expressions import (
    TURNED,
    AllOf,
    Answer,
    AnyOf,
    Call,
    Compare,
    Comparison,
    Literal,
    Node,
    UnreadableError,
    parse,
)

# The number block keeps this many digits before and after the point.
LARGEST_NUMBER = Decimal(999_999_999)
MOST_CHOSEN = 100


@dataclass(frozen=True)
class Limits:
    """None where there is no limit. `left` says that the expression asks for more than these."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    earliest: date | None = None
    latest: date | None = None
    fewest: int | None = None
    most: int | None = None
    left: bool = False


def number_limits(expression: str, *, decimals: bool) -> Limits:
    """Both ends are within: "more than" fits whole numbers only."""
    lows, highs, left = [], [], False
    for compare, value in _comparisons(expression):
        number = Decimal(value) if NUMBER.match(value) else None
        if number is not None and not decimals:
            compare, number = _whole(compare, number)
        if number is None or abs(number) > LARGEST_NUMBER or number != round(number, 3):
            left = True
        elif compare is Compare.AT_LEAST:
            lows.append(number)
        elif compare is Compare.AT_MOST:
            highs.append(number)
        else:
            left = True
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        return Limits(left=True)
    return Limits(minimum=low, maximum=high, left=left)


def _whole(compare: Compare, number: Decimal) -> tuple[Compare, Decimal]:
    if number == number.to_integral_value():
        if compare is Compare.MORE:
            return Compare.AT_LEAST, number + 1
        if compare is Compare.LESS:
            return Compare.AT_MOST, number - 1
    return compare, number


def day_limits(expression: str) -> Limits:
    lows, highs, left = [], [], False
    for compare, value in _comparisons(expression):
        try:
            day = date.fromisoformat(value) if DATE.match(value) else None
            if day and compare in (Compare.MORE, Compare.LESS):
                day += timedelta(days=1 if compare is Compare.MORE else -1)
        except (ValueError, OverflowError):
            day = None
        if day and compare in (Compare.MORE, Compare.AT_LEAST):
            lows.append(day)
        elif day and compare in (Compare.LESS, Compare.AT_MOST):
            highs.append(day)
        else:
            left = True
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        return Limits(left=True)
    return Limits(earliest=low, latest=high, left=left)


def _comparisons(expression: str) -> Iterator[tuple[Compare, str]]:
    """How the answer is compared, and with what; an empty value for what is no such comparison."""
    try:
        parts = list(_all_of(parse(expression)))
    except UnreadableError:
        yield Compare.EQUAL, ""
        return
    for part in parts:
        match part:
            case Comparison(Answer(""), compare, Literal(value) | Call("date", (Literal(value),))):
                yield compare, value
            case Comparison(Literal(value) | Call("date", (Literal(value),)), compare, Answer("")):
                yield TURNED.get(compare, compare), value
            case _:
                yield Compare.EQUAL, ""


def _all_of(node: Node) -> Iterator[Node]:
    if isinstance(node, AllOf):
        for part in node.parts:
            yield from _all_of(part)
    else:
        yield node


def choice_limits(expression: str) -> Limits:
    """How many choices are made. That "none" and its like stand alone is so without saying."""
    lows: list[int] = []
    highs: list[int] = []
    left = False
    try:
        parts = list(_choice_parts(parse(expression)))
    except UnreadableError:
        return Limits(left=True)
    for part in parts:
        match part:
            case Comparison(Call("count-selected", (Answer(""),)), compare, Literal(value, number=True)):
                left = not _count(compare, value, lows, highs) or left
            case Comparison(Literal(value, number=True), compare, Call("count-selected", (Answer(""),))):
                left = not _count(TURNED.get(compare, compare), value, lows, highs) or left
            case _:
                left = True
    low, high = max(lows, default=None), min(highs, default=None)
    if (low is not None and high is not None and low > high) or high == 0:
        return Limits(left=True)
    return Limits(fewest=low or None, most=high, left=left)


def _choice_parts(node: Node) -> Iterator[Node]:
    for part in _all_of(node):
        match part:
            case Call("not", (AllOf((Call("selected", (Answer(""), Literal(code))), Comparison())),)):
                if code not in EXCLUSIVE_CODES:
                    yield part
            case AnyOf(parts):
                rest = [one for one in parts if not _is_exclusive(one)]
                if len(rest) == 1 and len(parts) > 1:
                    yield from _choice_parts(rest[0])
                else:
                    yield part
            case _:
                yield part


def _is_exclusive(node: Node) -> bool:
    match node:
        case Call("selected", (Answer(""), Literal(code))):
            return code in EXCLUSIVE_CODES
    return False


def _count(compare: Compare, value: str, lows: list[int], highs: list[int]) -> bool:
    """Whether the comparison of a count is a limit."""
    if not value.isdigit() or int(value) > MOST_CHOSEN or compare is Compare.UNEQUAL:
        return False
    number = int(value)
    if compare in (Compare.MORE, Compare.AT_LEAST, Compare.EQUAL):
        lows.append(number + 1 if compare is Compare.MORE else number)
    if compare in (Compare.LESS, Compare.AT_MOST, Compare.EQUAL):
        highs.append(max(number - 1, 0) if compare is Compare.LESS else number)
    return True


def number_constraint(minimum: Decimal | None, maximum: Decimal | None) -> str:
    return _between("{}", minimum, maximum, plain_number)


def day_constraint(earliest: date | None, latest: date | None) -> str:
    return _between("date('{}')", earliest, latest, date.isoformat)


def _between(form: str, low: Any, high: Any, say: Callable[[Any], str]) -> str:
    bounds = ((low, ">="), (high, "<="))
    return " and ".join(f". {sign} {form.format(say(end))}" for end, sign in bounds if end is not None)


def choice_constraint(fewest: int | None, most: int | None, exclusive: Collection[str]) -> str:
    """Also that each of the `exclusive` codes stands alone, and frees from the number."""
    bounds = [f"count-selected(.) >= {fewest}"] if fewest else []
    bounds += [f"count-selected(.) <= {most}"] if most else []
    parts = [" and ".join(bounds)] if bounds else []
    if bounds and exclusive:
        parts = ["((" + parts[0] + ")" + "".join(f" or selected(., '{code}')" for code in exclusive) + ")"]
    parts += [f"not(selected(., '{code}') and count-selected(.) > 1)" for code in exclusive]
    return " and ".join(parts)
