"""Earlier answers inside later words: `{name}` stands for what was answered to the question of that name."""

from __future__ import annotations

import re
from collections.abc import Mapping

PIPE = re.compile(r"\{([A-Za-z0-9_-]{1,64})\}")
NOTHING = "…"
LONGEST = 80


def names_in(text: str) -> tuple[str, ...]:
    """The names of the questions whose answers `text` repeats, each once, in order."""
    return tuple(dict.fromkeys(PIPE.findall(text)))


def piped(text: str, answers: Mapping[str, str]) -> str:
    """`text` with the answers in it; an ellipsis for what was not answered. Long answers are cut."""

    def answer(match: re.Match[str]) -> str:
        words = " ".join(answers.get(match[1], "").split())
        return (words if len(words) <= LONGEST else words[: LONGEST - 1] + NOTHING) or NOTHING

    return PIPE.sub(answer, text)
