"""How far the translation of one page into one language has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    NEW = "new"
    STALE = "stale"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True)
class Facts:
    """What is known of the page in the language. `begun`: it is a page of its own, no alias and not missing.

    `stands_in`: begun, and never published in its language. `translates` and `source` are fingerprints.
    """

    begun: bool
    stands_in: bool = False
    live: bool = False
    has_draft: bool = False
    waiting: bool = False
    scheduled: bool = False
    translates: str = ""
    source: str = ""


def is_stale(facts: Facts) -> bool:
    """Whether residents read a translation of texts that the source no longer has."""
    return facts.begun and facts.live and not facts.stands_in and facts.translates != facts.source


def stage(facts: Facts) -> Stage:
    if not facts.begun:
        return Stage.NEW
    if facts.waiting:
        return Stage.WAITING
    if facts.scheduled:
        return Stage.DONE
    if facts.stands_in or facts.has_draft or not facts.live:
        return Stage.IN_PROGRESS
    return Stage.STALE if is_stale(facts) else Stage.DONE
