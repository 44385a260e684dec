"""What a translated text must keep of its source."""

from __future__ import annotations

import re
from collections import Counter

LINK = re.compile(r"""<a\b[^>]*?\bid\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def lost_marks(source: str, text: str) -> list[str]:
    """The links and placeholders of `source` that `text` does not hold as often, as they are written there."""
    return [f'<a id="{name}">' for name in _lost(LINK, source, text)] + _lost(PLACEHOLDER, source, text)


def _lost(pattern: re.Pattern[str], source: str, text: str) -> list[str]:
    return sorted((Counter(pattern.findall(source)) - Counter(pattern.findall(text))).keys())
