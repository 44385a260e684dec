"""The translated texts of a page in one language: reading them, and writing many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from portal.translations.engine.segments import segments_of, texts_in

if TYPE_CHECKING:
    from portal.accounts.models import User

MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL
MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


def string_segments(translation: Translation) -> list[StringSegment]:
    """The texts to translate in their order, each with `words`, its StringTranslation or None. Two queries."""
    segments = list(
        StringSegment.objects.filter(source_id=translation.source_id)
        .select_related("string", "context")
        .order_by("order")
    )
    words = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(
            locale_id=translation.target_locale_id, context__in=[each.context_id for each in segments]
        )
    }
    for each in segments:
        each.words = words.get((each.string_id, each.context_id))
    return segments


def is_translated(segment: StringSegment) -> bool:
    return bool(segment.words is not None and segment.words.data and not segment.words.has_error)


def is_finished(segments: Iterable[StringSegment]) -> bool:
    """Whether a person has translated, or accepted, every text."""
    return all(is_translated(each) and each.words.translation_type == MANUAL for each in segments)


def texts_by_path(page: Page) -> dict[str, list[str]]:
    """Path → the texts there, in order, of the specific `page`."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, text in texts_in(segments_of(page)):
        found[path].append(text)
    return found


def pairs(
    segments: Iterable[StringSegment], present: Mapping[str, list[str]]
) -> list[tuple[StringSegment, str]]:
    """Each segment with the text at its place in `present`; where the numbers of texts differ, nothing fits."""
    places: dict[str, list[StringSegment]] = defaultdict(list)
    for segment in segments:
        places[segment.context.path].append(segment)
    return [
        (segment, text)
        for path, at_path in places.items()
        if len(at_path) == len(present.get(path, ()))
        for segment, text in zip(at_path, present[path], strict=True)
    ]


def is_usable(source: str, text: str) -> bool:
    """Whether `text` can stand for `source` on a page: its links exist there, and it holds nothing forbidden."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(source, text)
    except ValueError:
        return False
    return True


def write_words(
    translation: Translation,
    texts: Iterable[tuple[StringSegment, str]],
    *,
    user: User | None,
    kind: str = MANUAL,
    tool: str = "",
) -> int:
    """Store the translation of each segment, over an earlier one; how many. Four queries."""
    rows = {}
    for segment, text in texts:
        rows[segment.string_id, segment.context_id] = StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale_id=translation.target_locale_id,
            data=text,
            translation_type=kind,
            tool_name=tool,
            last_translated_by=user,
            updated_at=timezone.now(),
            has_error=not is_usable(segment.string.data, text),
        )
        if segment.context.path == "title":
            _show_in_lists(translation, StringValue(text).render_text())
    StringTranslation.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=[
            "data",
            "translation_type",
            "tool_name",
            "last_translated_by",
            "updated_at",
            "has_error",
            "field_error",
        ],
    )
    return len(rows)


def _show_in_lists(translation: Translation, title: str) -> None:
    own = Page.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    )
    own.update(draft_title=title)
