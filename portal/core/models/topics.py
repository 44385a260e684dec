from __future__ import annotations

from typing import ClassVar

from django.core.validators import validate_slug
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.core.fields import TranslatedField


class Topic(models.Model):
    """What something is about. One row for all languages, known by its code."""

    code = models.CharField(_("code"), max_length=40, unique=True, validators=[validate_slug])
    name = TranslatedField(_("name"), max_length=80)

    panels: ClassVar = [FieldPanel("code"), FieldPanel("name")]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return str(self.name) or self.code
