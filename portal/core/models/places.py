from __future__ import annotations

from typing import ClassVar

from django.core.validators import validate_slug
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.core.fields import TranslatedField


class District(models.Model):
    """A part of the city. `outline` is a GeoJSON Polygon or MultiPolygon in longitude and latitude."""

    code = models.CharField(_("code"), max_length=40, unique=True, validators=[validate_slug])
    name = TranslatedField(_("name"), max_length=80)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    outline = models.JSONField(_("outline"), null=True, blank=True, editable=False)

    panels: ClassVar = [FieldPanel("code"), FieldPanel("name"), FieldPanel("population"), FieldPanel("order")]

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering: ClassVar = ["order", "code"]

    def __str__(self) -> str:
        return str(self.name) or self.code
