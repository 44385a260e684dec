"""What a script needs to draw wording and order anew where a page is kept for many people."""

from __future__ import annotations

from dataclasses import dataclass

from surveys.domain.drawing import Drawn
from surveys.domain.kinds import SHUFFLED
from surveys.domain.questions import Question


@dataclass(frozen=True)
class Redrawing:
    """`way` is "shuffle" or "reverse", empty where the order stands; it moves the first `moving` answers.
    `wording` is the one that is not shown, empty where there is none."""

    way: str = ""
    moving: int = 0
    wording: str = ""


def redrawing_of(question: Question, drawn: Drawn) -> Redrawing | None:
    """None where `question` is the same for everybody."""
    if not drawn.arm and not drawn.order:
        return None
    way = "shuffle" if question.kind in SHUFFLED else "reverse"
    return Redrawing(
        way=way if drawn.order else "",
        moving=sum(not choice.built_in for choice in question.choices) if drawn.order else 0,
        wording=question.text if drawn.arm == "b" else question.other_wording,
    )
