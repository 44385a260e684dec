"""What the published source of a page says, as a fingerprint."""

from __future__ import annotations

from django.utils import timezone
from wagtail.models import Page

from portal.translations.engine.segments import Segments, fingerprint_of
from portal.translations.models import SourceText


def note_text(page: Page, segments: Segments) -> SourceText:
    """The fingerprint of what the source `page` says, changed where it says something else."""
    now, found = fingerprint_of(segments), SourceText.objects.filter(key=page.translation_key).first()
    if found is None:
        return SourceText.objects.create(key=page.translation_key, fingerprint=now, changed_at=timezone.now())
    if found.fingerprint != now:
        found.fingerprint, found.changed_at = now, timezone.now()
        found.save()
    return found


def current_fingerprint(page: Page) -> str:
    """Of what the source of `page` says now; "" where it has not been published."""
    text = SourceText.objects.filter(key=page.translation_key).first()
    return text.fingerprint if text else ""
