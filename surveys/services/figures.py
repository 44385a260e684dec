"""Counting answers, and moving what the public sees in steps."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.db.models import F

from surveys.domain.disclosure import publishable, refresh_due
from surveys.models import QuestionVersion, Tally, Wave


def count_answer(*, wave_id: int, version: QuestionVersion, codes: Sequence[str]) -> None:
    """Add one person's answer to the tallies, and renew the published figures when a step is full.

    Runs in the transaction of the answer: three statements, two more at a step.
    """
    tallies = Tally.objects.filter(wave_id=wave_id, question_version=version)
    wanted = [Tally.EVERYONE, *codes]
    if tallies.filter(code__in=wanted).update(count=F("count") + 1) < len(wanted):
        _complete(tallies, wave_id, version, wanted)
    people, published = tallies.values_list("count", "published").get(code=Tally.EVERYONE)
    if publishable(people) and refresh_due(people, published):
        tallies.update(published=F("count"))


def _complete(
    tallies: models.QuerySet[Tally], wave_id: int, version: QuestionVersion, wanted: Sequence[str]
) -> None:
    """Count under the codes that were published after the wave had opened."""
    present = set(tallies.filter(code__in=wanted).values_list("code", flat=True))
    missing = [code for code in wanted if code not in present]
    Tally.objects.bulk_create(
        (Tally(wave_id=wave_id, question_version=version, code=code) for code in missing),
        ignore_conflicts=True,
    )
    tallies.filter(code__in=missing).update(count=F("count") + 1)


def publish_final_figures(*, wave: Wave) -> None:
    """Show the whole of a closed wave, question by question, where enough people answered."""
    for version_id, people in wave.tallies.filter(code=Tally.EVERYONE).values_list(
        "question_version_id", "count"
    ):
        if publishable(people):
            wave.tallies.filter(question_version_id=version_id).update(published=F("count"))
