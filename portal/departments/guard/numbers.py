"""Numbers as they are sent, read as forms and look-ups read them."""

from __future__ import annotations

from collections.abc import Iterable

LARGEST = 2**63 - 1


def number(text: str) -> int | None:
    """The key that a look-up makes of `text`, in whatever way it is written; None where no row can have it."""
    try:
        key = int(text)
    except ValueError:
        return None
    return key if 0 < key <= LARGEST else None


def numbers(texts: Iterable[str]) -> set[int] | None:
    """The keys in `texts`; None where one of them is none."""
    keys = {number(text) for text in texts}
    return None if None in keys else {key for key in keys if key is not None}
