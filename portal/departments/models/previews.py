from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PreviewLink(models.Model):
    """Lets people without an account read the latest draft of one page until it expires or is revoked."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="preview_links")
    # Of the token in the address, which is shown once and never stored.
    digest = models.CharField(max_length=64, unique=True, editable=False)
    note = models.CharField(_("for whom"), max_length=120, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="departments_preview_link_expires_later",
            ),
        ]

    def __str__(self) -> str:
        return self.note or str(self.pk)
