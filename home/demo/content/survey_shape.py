"""Surveys as plain data: what is asked, when it was asked, and how the invented answers lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from home.demo.content.shape import Text, Weights

QuestionKind = Literal[
    "single_choice",
    "multiple_choice",
    "image_choice",
    "rating",
    "scale",
    "yes_no",
    "matrix",
    "ranking",
    "number",
    "date",
    "short_text",
    "long_text",
    "place",
    "consent",
    "information",
    "page",
]
WaveState = Literal["closed", "closed_early", "open", "paused", "scheduled"]
WORDS = frozenset({"short_text", "long_text"})
# They say something, or begin a page.
SILENT = frozenset({"information", "page"})
# Each choice has a probability of its own.
SEVERAL = frozenset({"multiple_choice"})


@dataclass(frozen=True)
class Choice:
    """Also a row of a matrix. `picture` is the name of a `shape.Picture`."""

    code: str
    text: Text
    picture: str = ""


@dataclass(frozen=True)
class Condition:
    """About the answer to the question with that key; `value` is a code, a number, or "" for "not answered"."""

    question: str
    operator: str
    value: str


@dataclass(frozen=True)
class Rule:
    match: Literal["all", "any"]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Question:
    """What is asked, and how the invented answers lie; see `distribution.shares` for the formula.

    `base`: probability by code in the first wave; sums to 1, except where each choice has a probability of its own.
    The codes of a matrix are its columns, those of a number are numbers, those of a date days before the load day.
    `drift`: log weight by code, added once per wave. `effects`: variable ("district", "age", "language", in a matrix
    "row") -> value -> code -> log weight. `rate`: share of people who answer this question.

    `options` are the values of its block that are no words; `earliest` is a number of days from the load day.
    `origin` names a question of another survey as "SURVEY/QUESTION".
    """

    key: str
    kind: QuestionKind
    text: Text
    choices: tuple[Choice, ...] = ()
    rows: tuple[Choice, ...] = ()
    base: Weights = field(default_factory=dict)
    drift: Weights = field(default_factory=dict)
    effects: Mapping[str, Mapping[str, Weights]] = field(default_factory=dict)
    rate: float = 1.0
    hint: Text | None = None
    other_wording: Text | None = None
    body: Text | None = None
    unit: Text | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    rule: Rule | None = None
    origin: str = ""

    @property
    def asks(self) -> bool:
        return self.kind not in SILENT

    @property
    def codes(self) -> set[str]:
        """Those that an answer may have, where they are the question's own."""
        if self.kind == "scale":
            steps = {str(step) for step in range(11)}
        elif self.kind == "consent":
            steps = {"yes"}
        else:
            steps = {choice.code for choice in self.choices}
        return steps | {code for code in ("other", "none") if self.options.get(code)}


@dataclass(frozen=True)
class Wave:
    """`months_ago`: 5 is the oldest, 0 runs now, -1 opens next week; the days come from `days.wave_span`."""

    months_ago: int
    state: WaveState
    answers: int
    reason: Text | None = None


@dataclass(frozen=True)
class OpenText:
    """One person's own words; each is used once. `months_ago` says in which wave. A `question` with ".other" behind
    it takes what was written beside "other"."""

    question: str
    language: str
    months_ago: int
    text: str


@dataclass(frozen=True)
class Rewording:
    """What a question says from a correction on. `joined` says whether its results go on together."""

    question: str
    joined: bool
    languages: tuple[str, ...]
    text: Text
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Correction:
    """A running survey that was corrected so many days ago, in English and the `languages` that have followed."""

    by: str
    translator: str
    days_ago: int
    languages: tuple[str, ...]
    changes: tuple[Rewording, ...]


@dataclass(frozen=True)
class Survey:
    """`when_stale`: what is asked in a language whose translation has not followed, as `surveys` has it."""

    key: str
    department: str
    slug: str
    title: Text
    intro: Text
    thanks: Text
    questions: tuple[Question, ...]
    waves: tuple[Wave, ...]  # oldest first
    open_texts: tuple[OpenText, ...] = ()
    when_stale: Literal["older", "wait"] = "older"
    correction: Correction | None = None

    @property
    def paged(self) -> bool:
        return any(question.kind == "page" for question in self.questions)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of those that are chosen from."""
        return tuple(
            choice.picture for question in self.questions for choice in question.choices if choice.picture
        )
