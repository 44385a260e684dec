from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.translations.engine.words import (
    is_translated,
    is_usable,
    pairs,
    string_segments,
    texts_by_path,
    write_words,
)

if TYPE_CHECKING:
    from portal.accounts.models import User


def adopt(*, translation: Translation, words_of: Page, user: User | None) -> int:
    """Take the words of a specific page in the target language for the texts that have none; how many.

    Texts belong together by their place; in rich text only where both sides have as many. Words that are those of
    the source are left: nobody can tell whether they were translated.
    """
    segments = string_segments(translation)
    found = [
        (segment, text)
        for segment, text in pairs(segments, texts_by_path(words_of))
        if not is_translated(segment) and text != segment.string.data and is_usable(segment.string.data, text)
    ]
    return write_words(translation, found, user=user)
