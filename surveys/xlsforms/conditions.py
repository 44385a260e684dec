"""From the tree of an expression to tests of single answers that stand side by side, as a rule holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from surveys.domain.logic import Match
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
)


class LevelsError(UnreadableError):
    """`and` and `or` stand within one another: a rule has one level."""


class NeverError(UnreadableError):
    """The expression is false whatever is answered."""


class Way(StrEnum):
    """How an answer is tested: compared, or whether a choice is among those made."""

    COMPARED = "compared"
    SELECTED = "selected"
    NOT_SELECTED = "not_selected"


@dataclass(frozen=True)
class Tested:
    """`about` is the name of a question, "" for the own one; an empty `value` is "not answered"."""

    about: str
    way: Way
    value: str
    compare: Compare = Compare.EQUAL


_NEGATED = {Compare.EQUAL: Compare.UNEQUAL, Compare.UNEQUAL: Compare.EQUAL}
_COUNTS = frozenset({"string-length", "count-selected"})
# What of a count says that there is an answer, and that there is none.
_SOME = {(Compare.MORE, "0"), (Compare.AT_LEAST, "1"), (Compare.UNEQUAL, "0")}
_NONE = {(Compare.EQUAL, "0"), (Compare.LESS, "1"), (Compare.AT_MOST, "0")}


def comparisons_in(node: Node) -> tuple[Match, tuple[Tested, ...]]:
    """None at all for what is always true. UnreadableError, LevelsError, NeverError."""
    plain = flattened(node)
    match plain:
        case AllOf(parts):
            return Match.ALL, tuple(_test(part) for part in parts)
        case AnyOf(parts=()):
            raise NeverError
        case AnyOf(parts):
            return Match.ANY, tuple(_test(part) for part in parts)
    return Match.ALL, (_test(plain),)


def flattened(node: Node) -> Node:
    """The same without `not` around more than one test, without constants and without needless brackets."""
    match node:
        case Call("true", ()):
            return AllOf(())
        case Call("false", ()):
            return AnyOf(())
        case Call("not", (inner,)):
            return flattened(_negated(inner))
        case AllOf(parts):
            return _joined(AllOf, AnyOf, parts)
        case AnyOf(parts):
            return _joined(AnyOf, AllOf, parts)
    return node


def _joined(own: type, other: type, parts: tuple[Node, ...]) -> Node:
    found: list[Node] = []
    for part in (flattened(part) for part in parts):
        if isinstance(part, own):
            found += part.parts
        elif isinstance(part, other) and not part.parts:
            return part
        else:
            found.append(part)
    return found[0] if len(found) == 1 else own(tuple(found))


def _negated(node: Node) -> Node:
    """An order turned around is no negation: what was not answered is neither more nor less."""
    match node:
        case Call("true" | "false" as name, ()):
            return AnyOf(()) if name == "true" else AllOf(())
        case Call("not", (inner,)):
            return inner
        case Call("selected", given):
            return Call("not-selected", given)
        case Comparison(left, compare, right) if compare in _NEGATED:
            return Comparison(left, _NEGATED[compare], right)
        case AllOf(parts):
            return AnyOf(tuple(_negated(part) for part in parts))
        case AnyOf(parts):
            return AllOf(tuple(_negated(part) for part in parts))
    raise UnreadableError


def _test(node: Node) -> Tested:
    match node:
        case AllOf() | AnyOf():
            raise LevelsError
        case Call("selected" | "not-selected" as way, (Answer(name), Literal(value))) if value:
            return Tested(name, Way.SELECTED if way == "selected" else Way.NOT_SELECTED, value)
        case Comparison(left, compare, right):
            return _compared(_simple(left), compare, _simple(right))
    raise UnreadableError


def _simple(node: Node) -> Node:
    match node:
        case Call("date" | "string", (Literal(text),)):
            return Literal(text)
        case Call("number" | "int" | "string" | "date", (Answer() as answer,)):
            return answer
    return node


def _compared(left: Node, compare: Compare, right: Node) -> Tested:
    match left, right:
        case Answer(name), Literal(value):
            return Tested(name, Way.COMPARED, value, compare)
        case Literal(value), Answer(name):
            return Tested(name, Way.COMPARED, value, TURNED.get(compare, compare))
        case Call(count, (Answer(name),)), Literal(value) if count in _COUNTS:
            if (compare, value) in _SOME:
                return Tested(name, Way.COMPARED, "", Compare.UNEQUAL)
            if (compare, value) in _NONE:
                return Tested(name, Way.COMPARED, "", Compare.EQUAL)
    raise UnreadableError
