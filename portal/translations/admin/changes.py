"""What the source said before, beside what it says now, for the texts that need a new translation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.utils.html import strip_tags
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.translations.domain.differences import Piece, closest, differences


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


def plain(text: str) -> str:
    return strip_tags(text)
