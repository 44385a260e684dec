from __future__ import annotations

from django.db import models
from django.utils import timezone


class OutgoingMail(models.Model):
    """A mail that waits for the worker. Its row is removed as soon as the mail is handed over."""

    message = models.JSONField()
    created_at = models.DateTimeField(default=timezone.now)
    not_before = models.DateTimeField(default=timezone.now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"mail {self.pk}"
