"""What follows when a source is published: its texts for translators, stand-ins, dates, values that are no texts."""

from __future__ import annotations

import json

from django.db import transaction
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation, TranslationSource

from portal.core.completeness import gaps_in
from portal.core.models import StandIn
from portal.translations.engine.assembly import assemble
from portal.translations.engine.dates import follow_dates
from portal.translations.engine.drafting import draft
from portal.translations.engine.segments import segments_of, store_source
from portal.translations.engine.standing_in import follow_source
from portal.translations.engine.texts import current_fingerprint, note_text
from portal.translations.engine.words import is_translated, string_segments, texts_by_path
from portal.translations.models import DraftedTranslation, PublishedTranslation, SourceText
from portal.translations.pages import own_pages
from portal.translations.signals import translation_confirmed


@transaction.atomic
def refresh_source(*, page: Page) -> None:
    """Note what `page`, a source that was published or approved for later, says now, and let its languages follow.

    Published words of a translation never change here.
    """
    specific = page.specific
    segments = segments_of(specific)
    text = note_text(specific, segments)
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id
    ).first()
    if source is not None:
        store_source(specific, segments)
    follow_source(specific)
    follow_dates(specific)
    if source is not None and page.live:
        for translation in Translation.objects.filter(source=source, enabled=True):
            _follow_values(translation, text)


def _follow_values(translation: Translation, text: SourceText) -> None:
    """Publish the same words with the source's present pictures, dates and order, where nobody is at work."""
    target = own_pages().filter(
        translation_key=text.key,
        locale_id=translation.target_locale_id,
        live=True,
        has_unpublished_changes=False,
        locked=False,
    )
    published = PublishedTranslation.objects.filter(
        page__in=target, source_fingerprint=text.fingerprint
    ).first()
    if published is None or _has_workflow(published.page):
        return
    page = published.page.specific
    segments = string_segments(translation)
    if not all(is_translated(segment) for segment in segments):
        return
    before, words = _content(page), _words(page)
    after = assemble(translation, page, segments)
    # Other words: somebody wrote in the page itself, or in the list of texts without a draft. They decide.
    if _words(after) == words and _content(after) != before and not any(gaps_in(after)):
        revision = draft(translation, type(page).objects.get(pk=page.pk), segments, None)
        revision.publish()


def _has_workflow(page: Page) -> bool:
    states = WorkflowState.objects.active().filter(object_id=str(page.pk))
    return any(state.base_content_type.model_class() is Page for state in states)


def _words(page: Page) -> dict[str, list[str]]:
    return {path: sorted(texts) for path, texts in texts_by_path(page).items()}


def _content(page: Page) -> dict:
    """What the page says and shows, without what only its storing changes."""
    content = page.serializable_data()
    for name in ("latest_revision", "latest_revision_created_at", "last_published_at", "live_revision"):
        content.pop(name, None)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            # PostgreSQL gives the parts of a block back in another order.
            content[field.name] = json.loads(content[field.name])
    return _without_numbers(content)


def _without_numbers(value: object) -> object:
    """Children of a page are made anew each time: their own numbers say nothing."""
    if isinstance(value, list):
        return [_without_numbers(each) for each in value]
    if isinstance(value, dict):
        return {
            name: _without_numbers(each) if isinstance(each, (list, dict)) else each
            for name, each in value.items()
            if name not in ("pk", "page")
        }
    return value


def note_publication(*, page: Page, revision_id: int | None) -> None:
    """The translation `page` was published, or approved for later, from a draft that knows its texts or by hand."""
    if not page.live:
        return
    StandIn.objects.filter(page_id=page.pk).delete()
    drafted = DraftedTranslation.objects.filter(revision_id=revision_id).first()
    published = PublishedTranslation.objects.filter(page_id=page.pk).first() or PublishedTranslation(
        page_id=page.pk, source_fingerprint=current_fingerprint(page)
    )
    if drafted is not None:
        published.source_fingerprint = drafted.source_fingerprint
    published.published_at = timezone.now()
    published.save()
    if drafted is not None and drafted.source_fingerprint == current_fingerprint(page):
        specific = page.specific
        translation_confirmed.send(sender=type(specific), page=specific)
