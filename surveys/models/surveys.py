from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.core.languages import language_choices
from portal.core.models import SOURCE_PARTS, is_private
from portal.departments.models import Department
from surveys.domain.identity import short_code
from surveys.domain.questions import DONT_KNOW, Choice, Kind, Question

CODE_LENGTH = 5


def new_code() -> str:
    """A random public code, short enough for a poster."""
    return short_code(secrets.randbits(5 * CODE_LENGTH), CODE_LENGTH)


class Survey(models.Model):
    """A set of questions in all its languages. Its pages, one in each language, share `key` as translation key."""

    key = models.UUIDField(unique=True)
    code = models.CharField(_("short code"), max_length=12, unique=True, default=new_code)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, related_name="surveys", verbose_name=_("department")
    )
    source_language = models.CharField(max_length=10, choices=language_choices)
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


class QuestionVersionQuerySet(models.QuerySet["QuestionVersion"]):
    def current(self) -> QuestionVersionQuerySet:
        return self.filter(is_current=True).order_by("position", "pk")


class QuestionVersion(models.Model):
    """A question as it was published: its kind and codes for good, its texts as each language follows.

    `choices` is `[{"code", "id", "opinion"}]` in order; `id` is the list item in the page, "" for a built-in choice.
    `texts` is `{language: {"question", "hint", "choices": {code: label}}}`.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="question_versions")
    question_id = models.UUIDField()
    number = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=64)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Kind])
    position = models.PositiveIntegerField(default=0)
    choices = models.JSONField(default=list)
    texts = models.JSONField(default=dict)
    is_current = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionVersionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey", "question_id", "number"], name="surveys_question_version_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["survey", "question_id"],
                condition=Q(is_current=True),
                name="surveys_one_current_version_of_a_question",
            ),
            models.UniqueConstraint(
                fields=["survey", "name"],
                condition=Q(is_current=True),
                name="surveys_one_current_question_of_a_name",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"

    def in_language(self, language: str) -> Question:
        """The question as read in `language`; the texts that are missing there come from the source language."""
        spoken = next(
            (code for code in (language, self.survey.source_language, *self.texts) if code in self.texts), ""
        )
        texts = self.texts.get(spoken, {})
        labels = texts.get("choices", {})
        choices = tuple(
            Choice(
                item["code"],
                labels.get(item["code"]) or built_in_label(item["code"]),
                item.get("opinion", True),
            )
            for item in self.choices
        )
        return Question(
            id=str(self.question_id),
            name=self.name,
            kind=Kind(self.kind),
            text=texts.get("question", ""),
            language=spoken,
            hint=texts.get("hint", ""),
            choices=choices,
        )

    @cached_property
    def opinion_codes(self) -> tuple[str, ...]:
        """The codes that express an opinion, in order."""
        return tuple(item["code"] for item in self.choices if item.get("opinion", True))


def built_in_label(code: str) -> str:
    """The words of a choice that comes with its kind of question, in the active language; else the code itself."""
    return {DONT_KNOW: gettext("I don’t know"), "yes": gettext("Yes"), "no": gettext("No")}.get(code, code)
