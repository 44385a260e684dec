"""Putting a page in another language together: the source's structure and values, the translation's words."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from portal.translations.engine.words import (
    is_translated,
    is_usable,
    pairs,
    string_segments,
    texts_by_path,
)


def assemble(translation: Translation, target: Page, segments: list[StringSegment] | None = None) -> Page:
    """`target`, the specific page as stored, with what a draft of it says. Nothing is saved.

    A text without a translation keeps the words that residents read now; where there are none, in a draft that
    cannot be published, it holds the source's.
    """
    # The caller may have held the translation while the source was published.
    source = TranslationSource.objects.select_related("locale").get(pk=translation.source_id)
    original = source.as_instance()
    segments = string_segments(translation) if segments is None else segments
    old = _old_words(segments, target)
    slug = target.slug
    copy_synchronised_fields(original, target)
    if target.slug != slug:
        target.slug = find_available_slug(target.get_parent(), target.slug, ignore_page_id=target.pk)
    target.go_live_at, target.expire_at = original.go_live_at, original.expire_at
    values = [_string(segment, old) for segment in segments]
    values += _templates(translation) + _related(translation) + _overrides(translation)
    ingest_segments(original, target, source.locale, translation.target_locale, values)
    return target


def _old_words(segments: list[StringSegment], target: Page) -> dict[int, str]:
    """Segment id → what residents read there now, of those without a translation."""
    if hasattr(target, "stand_in") or not target.live:
        return {}
    missing = {segment.pk for segment in segments if not is_translated(segment)}
    found = pairs(segments, texts_by_path(target)) if missing else []
    return {
        segment.pk: text
        for segment, text in found
        if segment.pk in missing and is_usable(segment.string.data, text)
    }


def _string(segment: StringSegment, old: dict[int, str]) -> StringSegmentValue:
    words = segment.words.data if is_translated(segment) else old.get(segment.pk, segment.string.data)
    return _placed(segment, StringSegmentValue, StringValue(words), attrs=json.loads(segment.attrs))


def _templates(translation: Translation) -> list[Any]:
    rows = TemplateSegment.objects.filter(source_id=translation.source_id).select_related(
        "template", "context"
    )
    return [_placed(row, TemplateSegmentValue, *_of_template(row.template)) for row in rows]


def _of_template(template: Any) -> tuple[str, str, int]:
    return template.template_format, template.template, template.string_count


def _related(translation: Translation) -> list[Any]:
    rows = RelatedObjectSegment.objects.filter(source_id=translation.source_id)
    return [
        _placed(row, RelatedObjectSegmentValue, row.object.content_type, row.object.translation_key)
        for row in rows.select_related("object__content_type", "context")
        if row.object.has_translation(translation.target_locale)
    ]


def _overrides(translation: Translation) -> list[Any]:
    rows = OverridableSegment.objects.filter(source_id=translation.source_id)
    changed = rows.annotate_override_json(translation.target_locale).filter(override_json__isnull=False)
    return [
        _placed(row, OverridableSegmentValue, json.loads(row.override_json))
        for row in changed.select_related("context")
    ]


def _placed(row: Any, value: Callable[..., Any], *content: Any, **more: Any) -> Any:
    return value(row.context.path, *content, order=row.order, **more)
