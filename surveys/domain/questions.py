"""What is asked: one question in one language, and which answers it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

DONT_KNOW = "dk"
MAXIMUM_TEXT = 500


class Kind(StrEnum):
    SINGLE = "single_choice"
    MULTIPLE = "multiple_choice"
    RATING = "rating"
    YES_NO = "yes_no"
    TEXT = "short_text"


ONE_TAP = frozenset({Kind.SINGLE, Kind.RATING, Kind.YES_NO})


class InvalidAnswerError(ValueError):
    """The answer does not fit the question. `args[0]` is one of the class's codes, for wording elsewhere."""

    EMPTY = "empty"
    ONE_ONLY = "one_only"
    UNKNOWN_CHOICE = "unknown_choice"
    NOT_WITH_OTHERS = "not_with_others"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Choice:
    """`code` never changes and is no text; `opinion` is false for "don't know" and its like."""

    code: str
    label: str
    opinion: bool = True


@dataclass(frozen=True)
class Question:
    """`language` is that of its texts, which may be the source's where a translation is missing."""

    id: str
    name: str
    kind: Kind
    text: str
    language: str
    hint: str = ""
    choices: tuple[Choice, ...] = field(default_factory=tuple)

    @property
    def one_tap(self) -> bool:
        return self.kind in ONE_TAP

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)

    @property
    def answers(self) -> tuple[Choice, ...]:
        """The choices without "don't know", which stands apart on the page."""
        return tuple(choice for choice in self.choices if choice.code != DONT_KNOW)

    @property
    def takes_dont_know(self) -> bool:
        return DONT_KNOW in self.codes

    def label_of(self, code: str) -> str:
        return next((choice.label for choice in self.choices if choice.code == code), code)


@dataclass(frozen=True)
class GivenAnswer:
    """A checked answer: codes in the question's order, or a text, never both."""

    codes: tuple[str, ...] = ()
    text: str = ""


def check_answer(question: Question, values: Sequence[str]) -> GivenAnswer:
    """The answer that `values` (as posted) give to `question`; InvalidAnswerError when they fit none."""
    given = [value for value in values if value.strip()]
    if not given:
        raise InvalidAnswerError(InvalidAnswerError.EMPTY)
    if question.kind is Kind.TEXT:
        return _check_text(given)
    if question.kind is not Kind.MULTIPLE and len(given) > 1:
        raise InvalidAnswerError(InvalidAnswerError.ONE_ONLY)
    if any(value not in question.codes for value in given):
        raise InvalidAnswerError(InvalidAnswerError.UNKNOWN_CHOICE)
    chosen = tuple(code for code in question.codes if code in given)
    if DONT_KNOW in chosen and len(chosen) > 1:
        raise InvalidAnswerError(InvalidAnswerError.NOT_WITH_OTHERS)
    return GivenAnswer(codes=chosen)


def _check_text(given: list[str]) -> GivenAnswer:
    if len(given) > 1:
        raise InvalidAnswerError(InvalidAnswerError.ONE_ONLY)
    text = given[0].strip()
    if len(text) > MAXIMUM_TEXT:
        raise InvalidAnswerError(InvalidAnswerError.TOO_LONG)
    return GivenAnswer(text=text)
