from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from surveys.domain.freezing import settings_from_json
from surveys.domain.kinds import SILENT, Kind
from surveys.domain.questions import Choice, Question
from surveys.models.surveys import Survey
from surveys.models.wording import worded


class QuestionVersionQuerySet(models.QuerySet["QuestionVersion"]):
    def current(self) -> QuestionVersionQuerySet:
        return self.filter(is_current=True).order_by("position", "pk")

    def heads(self) -> QuestionVersionQuerySet:
        """Those under which answers are counted: the first version of each series."""
        return self.filter(series=None)


class QuestionVersion(models.Model):
    """A question as it was published: its kind and codes for good, its texts as each language follows.

    `choices` and `rows` are `[{"code", "id", "opinion"}]` in order; `id` is the list item in the page, "" for a
    built-in choice. `settings` are those of `surveys.domain.freezing`. `texts` is
    `{language: {"question", "hint", "choices": {code: label}, …}}`. `series` is the first of the versions that are
    counted together, None for that one itself. `worded_at` is since when the source says these words.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="question_versions")
    question_id = models.UUIDField()
    number = models.PositiveIntegerField(default=1)
    series = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )
    name = models.CharField(max_length=64)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Kind])
    position = models.PositiveIntegerField(default=0)
    choices = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    settings = models.JSONField(default=dict)
    texts = models.JSONField(default=dict)
    is_current = models.BooleanField(default=True)
    worded_at = models.DateTimeField(default=timezone.now)

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
            models.CheckConstraint(
                condition=Q(series=None) | ~Q(series=F("id")), name="surveys_the_first_of_a_series_leads_it"
            ),
            models.CheckConstraint(
                condition=Q(series=None) | Q(number__gt=1), name="surveys_a_first_version_joins_nothing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"

    @property
    def counted_as(self) -> int:
        """The id of the version under which answers to this one are counted."""
        return self.series_id or self.pk

    def in_language(self, language: str) -> Question:
        """The question as read in `language`; the texts that are missing there come from the source language."""
        spoken = next(
            (code for code in (language, self.survey.source_language, *self.texts) if code in self.texts), ""
        )
        return worded(self.frozen_in(spoken))

    def frozen_in(self, language: str) -> Question:
        """The question in the words of its page in `language` alone: to be compared with a draft."""
        texts = self.texts.get(language, {})
        return Question(
            id=str(self.question_id),
            name=self.name,
            kind=Kind(self.kind),
            text=texts.get("question", ""),
            language=language,
            hint=texts.get("hint", ""),
            choices=stored_choices(self.choices, texts.get("choices", {})),
            rows=stored_choices(self.rows, texts.get("rows", {})),
            settings=settings_from_json(self.settings),
            other_wording=texts.get("other_wording", ""),
            body=texts.get("body", ""),
            unit=texts.get("unit", ""),
            version=self.pk,
        )

    @property
    def asks(self) -> bool:
        return self.kind not in SILENT

    @cached_property
    def opinion_codes(self) -> tuple[str, ...]:
        """The codes that express an opinion, in order."""
        return tuple(item["code"] for item in self.choices if item.get("opinion", True))


def stored_choices(stored: Iterable[Mapping[str, Any]], labels: Mapping[str, str]) -> tuple[Choice, ...]:
    """Choices or rows as they are stored, with their words."""
    return tuple(
        Choice(
            item["code"],
            labels.get(item["code"], ""),
            item.get("opinion", True),
            item.get("picture"),
            item.get("id", ""),
        )
        for item in stored
    )


class Correction(models.Model):
    """What an editor decided about a question that was changed after it had been answered.

    It holds for the version that is replaced, and for exactly those new words and choices whose `fingerprint` it
    carries: whoever changes them again is asked again, and what waits for its day keeps its own decision.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="corrections")
    question_id = models.UUIDField()
    number = models.PositiveIntegerField()
    joined = models.BooleanField(_("the results go on together"))
    fingerprint = models.CharField(max_length=64)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey", "question_id", "number", "fingerprint"],
                name="surveys_one_decision_about_a_change",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} ({self.number})"
