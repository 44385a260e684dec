"""What differs from person to person: the wording, the order of choices, the direction of a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from surveys.domain.kinds import REVERSED, SHUFFLED
from surveys.domain.questions import Choice, Question

ARMS = ("a", "b")


@dataclass(frozen=True)
class Drawn:
    """`arm` is "a" or "b", "" where there is one wording. `order` are the codes as shown, empty as written."""

    arm: str = ""
    order: tuple[str, ...] = ()


def varies(question: Question) -> bool:
    return len(question.wordings) > 1 or _reorders(question)


def draw(question: Question, dice: Random) -> Drawn:
    """Evenly at random. Choices that the portal words ("none", "other", "don't know") stay last."""
    arm = dice.choice(ARMS) if len(question.wordings) > 1 else ""
    if not _reorders(question):
        return Drawn(arm)
    moving = [choice.code for choice in question.choices if not choice.built_in]
    staying = [choice.code for choice in question.choices if choice.built_in]
    if question.kind in SHUFFLED:
        dice.shuffle(moving)
    elif dice.random() < 0.5:
        moving.reverse()
    return Drawn(arm, tuple(moving + staying))


def drawn_before(question: Question, arm: str, order: str) -> Drawn | None:
    """What a form says was shown; None where it does not fit the question."""
    codes = tuple(order.split())
    arms = ARMS if len(question.wordings) > 1 else ("",)
    if arm not in arms or (codes and (not _reorders(question) or sorted(codes) != sorted(question.codes))):
        return None
    return Drawn(arm, codes)


def as_shown(question: Question, drawn: Drawn) -> Question:
    """`question` in the wording and order that `drawn` says."""
    text = question.other_wording if drawn.arm == "b" and question.other_wording else question.text
    places = {code: place for place, code in enumerate(drawn.order)}
    choices: Sequence[Choice] = question.choices
    if places:
        choices = sorted(choices, key=lambda choice: places.get(choice.code, len(places)))
    return replace(question, text=text, choices=tuple(choices))


def positions(codes: Sequence[str], drawn: Drawn) -> tuple[int, ...]:
    """Where each of `codes` stood, from 1 on; empty where the order was as written."""
    if not drawn.order:
        return ()
    return tuple(drawn.order.index(code) + 1 for code in codes if code in drawn.order)


def _reorders(question: Question) -> bool:
    settings = question.settings
    return (settings.shuffle and question.kind in SHUFFLED) or (
        settings.reverse and question.kind in REVERSED
    )
