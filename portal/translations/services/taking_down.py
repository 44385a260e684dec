"""Unpublishing and deleting a source take its languages along."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import Translation, cleanup_translation_on_delete

from portal.translations.models import SourceText
from portal.translations.pages import other_languages


@transaction.atomic
def unpublish_languages(*, source: Page) -> None:
    """Take down every language of `source`, which was taken down; what was approved for later waits no longer."""
    for page in other_languages(source):
        if page.live:
            page.specific.unpublish(set_expired=source.expired)
        else:
            page.revisions.update(approved_go_live_at=None)


@transaction.atomic
def delete_languages(*, source: Page) -> None:
    """Delete every other language of `source`, which is being deleted, and what translators stored about it."""
    for page in other_languages(source):
        # One that lay below another has gone with it.
        if Page.objects.filter(pk=page.pk).exists():
            page.delete()
    SourceText.objects.filter(key=source.translation_key).delete()
    if Translation.objects.filter(source__object_id=source.translation_key).exists():
        cleanup_translation_on_delete(source)
