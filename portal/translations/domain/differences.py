"""Two versions of a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Below this two sentences have nothing in common but small words.
ALIKE = 0.4


@dataclass(frozen=True)
class Piece:
    """Part of a text. `kind` is "same", "gone" (only before) or "new" (only now)."""

    kind: str
    text: str


def closest(text: str, candidates: list[tuple[str, str]]) -> tuple[str, str]:
    """The former text at the same place that is most like `text`, with its translation."""
    if not candidates:
        return "", ""
    best = max(candidates, key=lambda pair: likeness(pair[0], text))
    return best if len(candidates) == 1 or likeness(best[0], text) >= ALIKE else ("", "")


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, WORDS.findall(one), WORDS.findall(other), autojunk=False).ratio()


def differences(before: str, now: str) -> list[Piece]:
    """Both texts as one, word by word."""
    old, new = WORDS.findall(before), WORDS.findall(now)
    pieces = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[start:end])))
            continue
        gone, come = "".join(old[start:end]), "".join(new[new_start:new_end])
        pieces += [Piece("gone", gone)] * bool(gone) + [Piece("new", come)] * bool(come)
    return pieces
