"""What the source said before, beside what it says now, for the texts that need a new translation."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import strip_tags
from wagtail_localize.models import StringSegment, StringTranslation, Translation

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Below this two sentences have nothing in common but small words.
ALIKE = 0.4


@dataclass(frozen=True)
class Piece:
    """Part of a text. `kind` is "same", "gone" (only before) or "new" (only now)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """A text of the source without a translation. `before` and `translated` are empty where it is all new."""

    now: str
    before: str
    translated: str

    @property
    def pieces(self) -> list[Piece]:
        return differences(self.before, self.now)


def changes_of(translation: Translation) -> list[Change]:
    """The texts to translate anew, in the order of the page. Two queries."""
    segments = StringSegment.objects.filter(source=translation.source_id).order_by("order")
    texts = list(segments.values_list("string_id", "string__data", "context_id"))
    known = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale_id
    ).values_list("translation_of_id", "translation_of__data", "context_id", "data")
    translated = {(string, context) for string, _text, context, _words in known}
    in_use = {(string, context) for string, _text, context in texts}
    old: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for string, text, context, words in known:
        if (string, context) not in in_use:
            old[context].append((plain(text), plain(words)))
    missing = [
        (plain(text), context) for string, text, context in texts if (string, context) not in translated
    ]
    return [Change(now, *closest(now, old[context])) for now, context in missing]


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


def plain(text: str) -> str:
    return strip_tags(text)
