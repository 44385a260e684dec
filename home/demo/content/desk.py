"""What the people who work for the demo city find to do, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from home.demo.content import shape


@dataclass(frozen=True)
class BegunTranslation:
    """A story whose words in `language` are not public: half of them are there, or all wait for approval."""

    page: str  # as links name it: "article:KEY", "event:KEY", "department:CODE"
    language: str
    by: str  # one of the staff; so in all of these
    state: Literal["half", "waiting"]


@dataclass(frozen=True)
class Correction:
    """A sentence of the English that changed after the translations had been approved."""

    page: str
    by: str
    old: str
    new: str


@dataclass(frozen=True)
class PageDay:
    """A day that a page has: of its review, or its last."""

    page: str
    by: str
    days: int


@dataclass(frozen=True)
class Draft:
    """An article that is not public. It waits for approval or, with a `published` to come, for its day."""

    article: shape.Article
    by: str
    shared_with: str  # who reads it by a preview link; "" for nobody


@dataclass(frozen=True)
class Desk:
    """What the people who work here find to do."""

    translations: tuple[BegunTranslation, ...]
    corrections: tuple[Correction, ...]
    reviews: tuple[PageDay, ...]
    expiries: tuple[PageDay, ...]
    drafts: tuple[Draft, ...]
