"""What people answered. Nothing here leads to a person: no address, no browser, the day only."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from surveys.models.surveys import Survey
from surveys.models.versions import QuestionVersion


def random_key() -> int:
    """A number of 63 random bits: the order of keys says nothing about the order of answers."""
    return secrets.randbits(63)


class Source(models.TextChoices):
    """How an answer came."""

    PAGE = "page", _("the survey’s own page")
    BLOCK = "block", _("inside another page")
    API = "api", _("another program")
    IMPORT = "import", _("an imported file")


class SegmentCell(models.Model):
    """One combination of coded answers about the person, such as district and age band. Shared by many sheets."""

    hash = models.CharField(max_length=64, unique=True)
    values = models.JSONField()

    def __str__(self) -> str:
        return ", ".join(f"{name}={value}" for name, value in sorted(self.values.items()))


class ImportBatch(models.Model):
    """A file of past answers that was read in, known by its content. Removing it removes what it brought."""

    class State(models.TextChoices):
        STAGING = "staging", _("being read in")
        DONE = "done", _("complete")

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, null=True, related_name="import_batches")
    content_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.STAGING)
    created_page = models.BooleanField(default=False)
    started_at = models.DateTimeField()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.content_hash[:12]


class ResponseQuerySet(models.QuerySet["Response"]):
    def counted(self) -> ResponseQuerySet:
        return self.filter(state=Response.State.COUNTED)


class Response(models.Model):
    """An answer sheet."""

    class State(models.TextChoices):
        COUNTED = "counted", _("counted")
        QUARANTINED = "quarantined", _("set aside")

    id = models.BigIntegerField(primary_key=True, default=random_key)
    wave = models.ForeignKey("surveys.Wave", on_delete=models.CASCADE, related_name="responses")
    day = models.DateField()
    source = models.CharField(max_length=10, choices=Source.choices)
    cell = models.ForeignKey(SegmentCell, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=12, choices=State.choices, default=State.COUNTED)

    objects = ResponseQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)


class Answer(models.Model):
    """One question of a sheet. `codes` are the chosen codes in the question's order, separated by spaces.

    `arm` says which of two wordings was read; `positions` where each of the codes stood, where the order of the
    choices differs from person to person.
    """

    # The unique constraint begins with it; an index of its own would cost every answer.
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers", db_index=False)
    question_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="+")
    codes = models.CharField(max_length=3000)
    arm = models.CharField(max_length=1, blank=True, default="", db_default="")
    positions = models.CharField(max_length=400, blank=True, default="", db_default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["response", "question_version"], name="surveys_one_answer_to_a_question"
            ),
            models.CheckConstraint(condition=~Q(codes=""), name="surveys_an_answer_has_codes"),
            models.CheckConstraint(condition=Q(arm__in=["", "a", "b"]), name="surveys_there_are_two_arms"),
        ]

    def __str__(self) -> str:
        return self.codes


class TextAnswer(models.Model):
    """A free text, apart from the sheet it came with, so that no words stand beside anybody's district or age."""

    id = models.BigIntegerField(primary_key=True, default=random_key)
    wave = models.ForeignKey("surveys.Wave", on_delete=models.CASCADE, related_name="text_answers")
    question_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=10, blank=True)
    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class PlaceAnswer(models.Model):
    """A point on the map, apart from the sheet like free text, and rounded to about a hundred metres."""

    id = models.BigIntegerField(primary_key=True, default=random_key)
    wave = models.ForeignKey("surveys.Wave", on_delete=models.CASCADE, related_name="place_answers")
    question_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="+")
    longitude = models.DecimalField(max_digits=6, decimal_places=3)
    latitude = models.DecimalField(max_digits=5, decimal_places=3)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(longitude__range=(-180, 180), latitude__range=(-90, 90)),
                name="surveys_a_point_lies_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.longitude}, {self.latitude}"


class Tally(models.Model):
    """How many chose a code in a wave; code "" counts the people who answered the question.

    `question_version` is the first of those that are counted together.

    `published` is what the public was last shown; it moves in steps, see `surveys.domain.disclosure`.
    """

    EVERYONE = ""

    wave = models.ForeignKey("surveys.Wave", on_delete=models.CASCADE, related_name="tallies")
    question_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="tallies")
    code = models.CharField(max_length=100, blank=True)
    count = models.PositiveIntegerField(default=0)
    published = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "tallies"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["wave", "question_version", "code"], name="surveys_one_tally_for_a_code"
            ),
            models.CheckConstraint(
                condition=Q(published__lte=models.F("count")), name="surveys_no_more_published_than_counted"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.count}"


class Submission(models.Model):
    """The key under which a sheet was sent, hashed: the same key sent again finds the sheet and adds nothing."""

    key_hash = models.CharField(max_length=64, primary_key=True)
    response = models.OneToOneField(Response, on_delete=models.CASCADE, related_name="submission")

    def __str__(self) -> str:
        return self.key_hash[:12]


class DeviceMark(models.Model):
    """This device has answered in this wave. Best effort: whoever clears their cookies is a new device."""

    wave = models.ForeignKey("surveys.Wave", on_delete=models.CASCADE, related_name="device_marks")
    tag = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["wave", "tag"], name="surveys_one_sheet_from_a_device"),
        ]

    def __str__(self) -> str:
        return self.tag[:12]
