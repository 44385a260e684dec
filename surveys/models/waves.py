from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.core.fields import TranslatedField
from surveys.models.responses import ImportBatch
from surveys.models.surveys import Survey


class WaveState(models.TextChoices):
    SCHEDULED = "scheduled", _("Scheduled")
    OPEN = "open", _("Open")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Closed")


class WaveQuerySet(models.QuerySet["Wave"]):
    def shown(self) -> WaveQuerySet:
        """Without those of an import that is still being read in."""
        return self.filter(Q(import_batch=None) | Q(import_batch__state=ImportBatch.State.DONE))

    def running_at(self, moment: datetime) -> WaveQuerySet:
        """`opens_at <= moment < closes_at`, paused or not."""
        return self.shown().filter(opens_at__lte=moment).filter(Q(closes_at=None) | Q(closes_at__gt=moment))

    def open_at(self, moment: datetime) -> WaveQuerySet:
        """Those that take answers at `moment`."""
        return self.running_at(moment).filter(paused_at=None)

    def closed_at(self, moment: datetime) -> WaveQuerySet:
        return self.shown().filter(closes_at__lte=moment)

    def scheduled_at(self, moment: datetime) -> WaveQuerySet:
        return self.shown().filter(opens_at__gt=moment)

    def overlapping(self, opens_at: datetime, closes_at: datetime | None) -> WaveQuerySet:
        """Those that would run at the same time as one from `opens_at` to before `closes_at` (None: without end)."""
        waves = self.filter(Q(closes_at=None) | Q(closes_at__gt=opens_at))
        return waves.filter(opens_at__lt=closes_at) if closes_at else waves


class Wave(models.Model):
    """One fielding of a survey. It takes answers while `opens_at <= now < closes_at` and it is not paused."""

    class Tier(models.TextChoices):
        OPEN = "open", _("Open: anyone with the page")

    class SourceClass(models.TextChoices):
        RANDOM = "random", _("drawn at random")
        PANEL = "panel", _("verified panel")
        OPEN = "open", _("open link")

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="waves")
    label = models.CharField(_("name"), max_length=40, blank=True)
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    tier = models.CharField(
        _("privacy tier"), max_length=15, choices=Tier.choices, blank=True, default=Tier.OPEN
    )
    source_class = models.CharField(max_length=10, choices=SourceClass.choices, default=SourceClass.OPEN)
    paused_at = models.DateTimeField(null=True, editable=False)
    pause_reason = TranslatedField(_("why it is paused"), max_length=240, blank=True, long=True)
    closed_early_at = models.DateTimeField(null=True, editable=False)
    close_reason = TranslatedField(_("why it was closed early"), max_length=240, blank=True, long=True)
    figures_final_at = models.DateTimeField(null=True, editable=False)
    import_batch = models.ForeignKey(
        ImportBatch, on_delete=models.CASCADE, null=True, editable=False, related_name="waves"
    )

    objects = WaveQuerySet.as_manager()

    class Meta:
        verbose_name = _("wave")
        verbose_name_plural = _("waves")
        ordering: ClassVar = ["-opens_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="surveys_wave_closes_after_it_opens",
            ),
            models.UniqueConstraint(
                fields=["survey", "opens_at"],
                condition=Q(import_batch=None),
                name="surveys_one_wave_opens_at_a_moment",
            ),
            models.UniqueConstraint(
                fields=["survey"],
                condition=Q(closes_at=None),
                name="surveys_one_wave_without_end",
            ),
            models.UniqueConstraint(
                fields=["import_batch", "label"],
                condition=Q(import_batch__isnull=False),
                name="surveys_one_wave_for_each_imported_label",
            ),
            models.CheckConstraint(
                condition=Q(tier="open") | Q(tier="", import_batch__isnull=False),
                name="surveys_only_imported_waves_have_no_tier",
            ),
        ]

    def __str__(self) -> str:
        return self.label or f"{self.opens_at:%Y-%m}"

    def state_at(self, moment: datetime) -> WaveState:
        if moment < self.opens_at:
            return WaveState.SCHEDULED
        if self.closes_at is not None and moment >= self.closes_at:
            return WaveState.CLOSED
        return WaveState.PAUSED if self.paused_at else WaveState.OPEN
