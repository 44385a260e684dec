from __future__ import annotations

import hashlib
from collections.abc import Iterable


def fingerprint(texts: Iterable[tuple[str, str]]) -> str:
    """64 hex digits that stand for texts at their places, in whatever order they come."""
    digest = hashlib.sha256()
    for path, text in sorted(texts):
        for part in (path, text):
            encoded = part.encode()
            # With its length before it, no text can pretend to be two.
            digest.update(b"%d:" % len(encoded) + encoded)
    return digest.hexdigest()
