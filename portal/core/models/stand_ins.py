from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.models import Page


class StandIn(models.Model):
    """`page` is being translated and until its first approval shows residents the texts of `source`.

    An alias needs no such row: it cannot have drafts. The row goes when the page is first published in its language.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="stand_in")
    source = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="stand_ins")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(page=models.F("source")), name="core_stand_in_not_for_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} for {self.source_id}"
