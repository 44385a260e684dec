from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.core.languages import language_choices
from portal.core.models import SOURCE_PARTS, is_private
from portal.departments.models import Department
from surveys.domain.identity import short_code

CODE_LENGTH = 5


def new_code() -> str:
    """A random public code, short enough for a poster."""
    return short_code(secrets.randbits(5 * CODE_LENGTH), CODE_LENGTH)


class WhenStale(models.TextChoices):
    """What residents are asked in a language whose translation has not followed the source yet."""

    OLDER = "older", _("the questions as they were last translated")
    WAIT = "wait", _("nothing, until the translation follows")


class Survey(models.Model):
    """A set of questions in all its languages. Its pages, one in each language, share `key` as translation key."""

    key = models.UUIDField(unique=True)
    code = models.CharField(_("short code"), max_length=12, unique=True, default=new_code)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, related_name="surveys", verbose_name=_("department")
    )
    source_language = models.CharField(max_length=10, choices=language_choices)
    when_stale = models.CharField(max_length=5, choices=WhenStale.choices, default=WhenStale.OLDER)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")

    def __str__(self) -> str:
        return self.code

    def page_in(self, language: str) -> Page | None:
        """The live page in `language`, else in the source language, else None; with `is_private`. One query."""
        found = Page.objects.filter(translation_key=self.key, live=True).annotate(is_private=is_private())
        pages = {page.locale.language_code: page for page in found.select_related(*SOURCE_PARTS)}
        return pages.get(language) or pages.get(self.source_language)
