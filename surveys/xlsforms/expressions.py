"""Reading the expressions of XLSForm, a small part of XPath, into a tree. What is outside that part is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

LONGEST = 8_000
DEEPEST = 40
# Office programs put these in place of the straight ones while people type.
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


class UnreadableError(ValueError):
    """The expression is not one of those that a condition or a limit can be made of."""


class Compare(StrEnum):
    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


TURNED = {
    Compare.LESS: Compare.MORE,
    Compare.MORE: Compare.LESS,
    Compare.AT_MOST: Compare.AT_LEAST,
    Compare.AT_LEAST: Compare.AT_MOST,
}


@dataclass(frozen=True)
class Answer:
    """The answer to the question of that name; an empty name is the question that the expression belongs to."""

    name: str


@dataclass(frozen=True)
class Literal:
    text: str
    number: bool = False


@dataclass(frozen=True)
class Call:
    name: str
    given: tuple[Node, ...]


@dataclass(frozen=True)
class Comparison:
    left: Node
    compare: Compare
    right: Node


@dataclass(frozen=True)
class AllOf:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple[Node, ...]


Node: TypeAlias = Answer | Literal | Call | Comparison | AllOf | AnyOf

_TOKENS = re.compile(
    r"""\s*(?:
        (?P<answer>\$\{\s*[^}\s]+\s*\})
      | (?P<number>\d+(?:\.\d+)?|\.\d+)
      | (?P<text>"[^"]*"|'[^']*')
      | (?P<sign><=|>=|!=|=|<|>|\(|\)|,|-)
      | (?P<self>\.(?![.\d]))
      | (?P<word>[A-Za-z_][\w-]*(?::[\w-]+)?)
    )""",
    re.VERBOSE,
)
_END = ("end", "")


def parse(text: str) -> Node:
    """The tree of `text`. UnreadableError."""
    if len(text) > LONGEST:
        raise UnreadableError(text[:LONGEST])
    reader = _Reader(list(_tokens(text.translate(QUOTES))))
    node = reader.any_of(0)
    if reader.next() != _END:
        raise UnreadableError(text)
    return node


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    end = len(text.rstrip())
    while place < end:
        match = _TOKENS.match(text, place)
        if match is None:
            raise UnreadableError(text)
        yield match.lastgroup or "", match[match.lastgroup or 0]
        place = match.end()


def _leaf(kind: str, text: str) -> Node:
    match kind:
        case "answer":
            return Answer(text[2:-1].strip())
        case "self":
            return Answer("")
        case "number":
            return Literal(text, number=True)
        case "text":
            return Literal(text[1:-1])
    raise UnreadableError(text)


class _Reader:
    """Reads by descent: `or` binds least, then `and`, then comparisons."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._place = tokens, 0

    def next(self) -> tuple[str, str]:
        return self._tokens[self._place] if self._place < len(self._tokens) else _END

    def _take(self) -> tuple[str, str]:
        token = self.next()
        self._place += 1
        return token

    def _expect(self, sign: str) -> None:
        if self._take() != ("sign", sign):
            raise UnreadableError(sign)

    def any_of(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise UnreadableError
        parts = [self._all_of(depth)]
        while self.next() == ("word", "or"):
            self._take()
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all_of(self, depth: int) -> Node:
        parts = [self._comparison(depth)]
        while self.next() == ("word", "and"):
            self._take()
            parts.append(self._comparison(depth))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _comparison(self, depth: int) -> Node:
        left = self._value(depth)
        kind, sign = self.next()
        if kind != "sign" or sign not in set(Compare):
            return left
        self._take()
        return Comparison(left, Compare(sign), self._value(depth))

    def _value(self, depth: int) -> Node:
        kind, text = self._take()
        if kind == "word" and self.next() == ("sign", "("):
            return self._call(text, depth)
        if (kind, text) == ("sign", "("):
            node = self.any_of(depth + 1)
            self._expect(")")
            return node
        if (kind, text) == ("sign", "-") and self.next()[0] == "number":
            kind, text = "number", f"-{self._take()[1]}"
        return _leaf(kind, text)

    def _call(self, name: str, depth: int) -> Node:
        self._expect("(")
        given: list[Node] = []
        while self.next() != ("sign", ")"):
            if given:
                self._expect(",")
            given.append(self.any_of(depth + 1))
        self._expect(")")
        return Call(name, tuple(given))
