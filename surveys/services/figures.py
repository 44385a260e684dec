"""Counting answers, and moving what the public sees in steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import F, Q, QuerySet

from surveys.domain.disclosure import publishable, refresh_due
from surveys.models import QuestionVersion, Tally, Wave

# Version under which is counted → the codes to add one to, EVERYONE first.
Counted = Mapping[int, Sequence[str]]


def count_answers(*, wave_id: int, counted: Counted, confidential: frozenset[int] = frozenset()) -> None:
    """Add one person's answers to the tallies, and renew the published figures of those whose step is full.

    `confidential` are the versions that are never published. Runs in the transaction of the answers: two
    statements, however many answers there are; one more at a step.
    """
    tallies = Tally.objects.filter(wave_id=wave_id)
    wanted = {(version, code) for version, codes in counted.items() for code in codes}
    named = tallies.filter(_named(counted))
    if named.update(count=F("count") + 1) < len(wanted):
        _complete(named, wave_id, wanted)
    people = tallies.filter(code=Tally.EVERYONE, question_version__in=set(counted) - confidential)
    due = [
        version
        for version, count, published in people.values_list("question_version", "count", "published")
        if publishable(count) and refresh_due(count, published)
    ]
    if due:
        tallies.filter(question_version__in=due).update(published=F("count"))


def _named(counted: Counted) -> Q:
    found = Q(pk=None)
    for version, codes in counted.items():
        found |= Q(question_version=version, code__in=codes)
    return found


def _complete(named: QuerySet[Tally], wave_id: int, wanted: set[tuple[int, str]]) -> None:
    """Count under the codes that were published after the wave had opened, or that nobody could foresee."""
    missing = wanted - set(named.values_list("question_version", "code"))
    Tally.objects.bulk_create(
        (Tally(wave_id=wave_id, question_version_id=version, code=code) for version, code in sorted(missing)),
        ignore_conflicts=True,
    )
    for version, code in missing:
        named.filter(question_version=version, code=code).update(count=F("count") + 1)


def publish_final_figures(*, wave: Wave) -> None:
    """Show the whole of a closed wave, question by question, where enough people answered."""
    secret = confidential_versions(wave)
    for version_id, people in wave.tallies.filter(code=Tally.EVERYONE).values_list(
        "question_version_id", "count"
    ):
        if publishable(people) and version_id not in secret:
            wave.tallies.filter(question_version_id=version_id).update(published=F("count"))


def confidential_versions(wave: Wave) -> frozenset[int]:
    """Those counted in `wave` whose figures are never published: once said of one wording, it holds for all of them."""
    versions = QuestionVersion.objects.filter(survey=wave.survey_id, settings__confidential=True)
    return frozenset(version.counted_as for version in versions.only("pk", "series_id"))
