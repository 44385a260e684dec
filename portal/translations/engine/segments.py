"""Keeping a source's translatable texts where the editor of translations reads them; many in a few queries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.blocks import CharBlock, StreamValue, StructValue, TextBlock
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from portal.translations.domain.fingerprints import fingerprint

Segments = Sequence[Any]
# In which wagtail-localize hashes the path of a text.
PATHS = UUID("fcab004a-2b50-11ea-978f-2e728ce88125")


def segments_of(page: Page) -> Segments:
    """The texts and other parts of the specific `page` that a translation replaces, in order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            _fill_gaps(getattr(page, field.name))
    return extract_segments(page)


def _fill_gaps(value: Any) -> None:
    """An optional text that was never asked for is an empty one: that is how the extraction knows it."""
    if isinstance(value, StructValue):
        for name, block in value.block.child_blocks.items():
            if value.get(name) is None and isinstance(block, CharBlock | TextBlock):
                value[name] = ""
            _fill_gaps(value.get(name))
    elif isinstance(value, StreamValue | ListValue):
        for child in getattr(value, "bound_blocks", value):
            _fill_gaps(child.value)


def texts_in(segments: Segments) -> list[tuple[str, str]]:
    """(path, text) of each translatable text, in order."""
    return [(each.path, each.string.data) for each in segments if isinstance(each, StringSegmentValue)]


def fingerprint_of(segments: Segments) -> str:
    return fingerprint(texts_in(segments))


def store_source(page: Page, segments: Segments) -> TranslationSource:
    """Make what the specific `page` says now the source of its translations."""
    translatable, _created = TranslatableObject.objects.get_or_create(
        translation_key=page.translation_key,
        defaults={"content_type": ContentType.objects.get_for_model(Page)},
    )
    source, _created = TranslationSource.objects.update_or_create(
        object=translatable,
        locale_id=page.locale_id,
        defaults={
            "specific_content_type": ContentType.objects.get_for_model(type(page)),
            "object_repr": str(page)[:200],
            "content_json": page.to_json(),
            "schema_version": get_schema_version(page._meta.app_label),
            "last_updated_at": timezone.now(),
        },
    )
    _store_segments(source, page, segments)
    return source


def _store_segments(source: TranslationSource, page: Page, segments: Segments) -> None:
    contexts = _contexts(source, page, {segment.path for segment in segments})
    strings = _strings(
        source.locale_id, [s.string.data for s in segments if isinstance(s, StringSegmentValue)]
    )
    templates = _templates([segment for segment in segments if isinstance(segment, TemplateSegmentValue)])
    wanted: dict[type, list[Any]] = {
        model: [] for model in (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)
    }
    for segment in segments:
        place = {"source": source, "context": contexts[segment.path], "order": segment.order}
        if isinstance(segment, StringSegmentValue):
            attrs = json.dumps(segment.attrs, cls=DjangoJSONEncoder)
            row = StringSegment(**place, string=strings[segment.string.data], attrs=attrs)
        elif isinstance(segment, TemplateSegmentValue):
            row = TemplateSegment(**place, template=templates[_template_id(segment)])
        elif isinstance(segment, RelatedObjectSegmentValue):
            related, _created = TranslatableObject.objects.get_or_create(
                content_type=segment.content_type, translation_key=segment.translation_key
            )
            row = RelatedObjectSegment(**place, object=related)
        elif isinstance(segment, OverridableSegmentValue):
            row = OverridableSegment(**place, data_json=json.dumps(segment.data, cls=DjangoJSONEncoder))
        else:
            raise TypeError(segment)
        wanted[type(row)].append(row)
    for model, rows in wanted.items():
        _replace(model, source, rows)


# What tells a segment apart from another one of its kind.
CONTENT = {
    StringSegment: ("string_id", "attrs"),
    TemplateSegment: ("template_id",),
    RelatedObjectSegment: ("object_id",),
    OverridableSegment: ("data_json",),
}


def _replace(model: type, source: TranslationSource, wanted: Iterable[Any]) -> None:
    """The rows that stay keep their number: an open editor refers to it."""
    names = ("context_id", "order", *CONTENT[model])
    present = {
        tuple(getattr(row, name) for name in names): row.pk for row in model.objects.filter(source=source)
    }
    new = []
    for row in wanted:
        if present.pop(tuple(getattr(row, name) for name in names), None) is None:
            new.append(row)
    if present:
        model.objects.filter(pk__in=list(present.values())).delete()
    model.objects.bulk_create(new)


def _contexts(source: TranslationSource, page: Page, paths: set[str]) -> dict[str, TranslationContext]:
    ids = {path: uuid5(PATHS, path) for path in paths}
    rows = TranslationContext.objects.filter(object_id=source.object_id, path_id__in=ids.values())
    found = {row.path: row for row in rows}
    missing = [
        TranslationContext(object_id=source.object_id, path_id=ids[path], path=path)
        for path in sorted(paths - found.keys())
    ]
    for context in missing:
        context.save()
        context.get_field_path(page)
    return found | {context.path: context for context in missing}


def _strings(locale_id: int, texts: Iterable[str]) -> dict[str, String]:
    hashes = {text: uuid5(String.UUID_NAMESPACE, text) for text in texts}
    rows = String.objects.filter(locale_id=locale_id, data_hash__in=hashes.values())
    found = {row.data: row for row in rows}
    String.objects.bulk_create(
        (
            String(locale_id=locale_id, data=text, data_hash=hashes[text])
            for text in hashes
            if text not in found
        ),
        ignore_conflicts=True,
    )
    if len(found) < len(hashes):
        rows = String.objects.filter(locale_id=locale_id, data_hash__in=hashes.values())
        found = {row.data: row for row in rows}
    return found


def _template_id(segment: TemplateSegmentValue) -> UUID:
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, segment.format), segment.template)


def _templates(segments: list[TemplateSegmentValue]) -> dict[UUID, Template]:
    by_id = {_template_id(segment): segment for segment in segments}
    found = {row.uuid: row for row in Template.objects.filter(uuid__in=by_id)}
    missing = [
        Template(
            uuid=key, template=each.template, template_format=each.format, string_count=each.string_count
        )
        for key, each in by_id.items()
        if key not in found
    ]
    for template in missing:
        template.save()
    return found | {template.uuid: template for template in missing}
