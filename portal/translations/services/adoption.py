from __future__ import annotations

from collections.abc import Callable
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


def adopt(
    *,
    translation: Translation,
    words_of: Page,
    user: User | None,
    equal_too: bool = False,
    wanted: Callable[[int], bool] = lambda _place: True,
) -> int:
    """Take the words of a specific page in the target language for the texts that have none; how many.

    Texts belong together by their place; in rich text only where both sides have as many. Words that are those of
    the source are left, as nobody can tell whether they were translated, unless `equal_too` says that they were.
    `wanted` is asked with the number of each text, from 0.
    """
    segments = string_segments(translation)
    found = [
        (segment, text)
        for place, (segment, text) in enumerate(pairs(segments, texts_by_path(words_of)))
        if wanted(place)
        and not is_translated(segment)
        and (equal_too or text != segment.string.data)
        and is_usable(segment.string.data, text)
    ]
    return write_words(translation, found, user=user)
