from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.models import Page


class ReviewReminder(models.Model):
    """The people who keep `page` were told that it is due on `review_on`: once for each date."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    review_on = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["page", "review_on"], name="departments_one_reminder_for_each_date"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} on {self.review_on}"
