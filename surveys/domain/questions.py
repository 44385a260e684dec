"""What is asked: one question in one language, and what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from surveys.domain.kinds import ONE_TAP, SILENT, WORDS, Kind, Look
from surveys.domain.logic import Rule

DONT_KNOW = "dk"
NONE_OF_THESE = "none"
OTHER = "other"
# Codes of choices that come with a question and are worded by the portal in every language.
RESERVED_CODES = frozenset({DONT_KNOW, NONE_OF_THESE, OTHER})
# Each stands alone: nobody chooses it together with others.
EXCLUSIVE_CODES = frozenset({DONT_KNOW, NONE_OF_THESE})
MAXIMUM_TEXT = 500
MAXIMUM_LONG_TEXT = 4000
MAXIMUM_OTHER = 200


@dataclass(frozen=True)
class Choice:
    """`code` never changes and is no text; `opinion` is false for "don't know" and its like. `picture` is the
    number of an image, `id` the item in the page's list, empty for a choice that comes with its question."""

    code: str
    label: str
    opinion: bool = True
    picture: int | None = None
    id: str = ""

    @property
    def built_in(self) -> bool:
        """Whether the portal words it. An editor's own choice may have the code "none" or "other" all the same."""
        return self.code in RESERVED_CODES and not self.id

    @property
    def exclusive(self) -> bool:
        return self.built_in and self.code in EXCLUSIVE_CODES


@dataclass(frozen=True)
class Settings:
    """What a question asks for beyond its words: the same in every language.

    `fewest` and `most` bound how many choices are made or ranked (None: no bound); `minimum` and `maximum` the
    number, `earliest` and `latest` the day. `bands` are the lower limits of the groups in which numbers are shown.
    `confidential` answers are never published.
    """

    required: bool = False
    confidential: bool = False
    shuffle: bool = False
    reverse: bool = False
    several: bool = False
    look: Look = Look.FACES
    fewest: int | None = None
    most: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: bool = False
    bands: tuple[Decimal, ...] = field(default_factory=tuple)
    earliest: date | None = None
    latest: date | None = None
    point: bool = False
    origin: str = ""
    rule: Rule = field(default_factory=Rule)


@dataclass(frozen=True)
class Question:
    """`language` is that of its texts, which may be the source's where a translation is missing.

    `rows` are the lines of a matrix, `choices` its columns. `wordings` are two where half of the people read
    another wording; `text` is the first. `body` is rich text. `version` is the row that the question was read from.
    """

    id: str
    name: str
    kind: Kind
    text: str
    language: str
    hint: str = ""
    choices: tuple[Choice, ...] = field(default_factory=tuple)
    rows: tuple[Choice, ...] = field(default_factory=tuple)
    settings: Settings = field(default_factory=Settings)
    other_wording: str = ""
    body: str = ""
    unit: str = ""
    version: int | None = None

    @property
    def rule(self) -> Rule:
        return self.settings.rule

    @property
    def begins_page(self) -> bool:
        return self.kind is Kind.PAGE

    @property
    def asks(self) -> bool:
        return self.kind not in SILENT

    @property
    def takes_words(self) -> bool:
        return self.kind in WORDS

    @property
    def one_tap(self) -> bool:
        """Whether the tap on an answer can send it. Own words, several answers and more questions cannot."""
        return self.kind in ONE_TAP and not self.takes_other and not self.settings.several

    @property
    def several(self) -> bool:
        return self.kind is Kind.MULTIPLE or self.settings.several

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

    @property
    def takes_other(self) -> bool:
        return any(choice.built_in and choice.code == OTHER for choice in self.choices)

    @property
    def longest(self) -> int:
        """How many characters of text it takes."""
        return MAXIMUM_LONG_TEXT if self.kind is Kind.LONG_TEXT else MAXIMUM_TEXT

    @property
    def wordings(self) -> tuple[str, ...]:
        return (self.text, self.other_wording) if self.other_wording else (self.text,)

    def label_of(self, code: str) -> str:
        return next((choice.label for choice in self.choices if choice.code == code), code)

    def row_label_of(self, code: str) -> str:
        return next((row.label for row in self.rows if row.code == code), code)
