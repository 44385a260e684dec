from __future__ import annotations

from django.db import models
from wagtail.models import Page, Revision


class SourceText(models.Model):
    """What the published source of a set of pages says, as the fingerprint of its translatable texts."""

    key = models.UUIDField(primary_key=True)
    fingerprint = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.key)


class PublishedTranslation(models.Model):
    """Which texts of the source the published words of `page` translate. Stale: when the source has others now."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="published_translation"
    )
    source_fingerprint = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.page_id)


class DraftedTranslation(models.Model):
    """Which texts of the source a draft translates: those of the moment when it was saved."""

    revision = models.OneToOneField(
        Revision, on_delete=models.CASCADE, primary_key=True, related_name="drafted_translation"
    )
    source_fingerprint = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.revision_id)
