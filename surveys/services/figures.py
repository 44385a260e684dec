"""Counting answers, and moving what the public sees in steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import F, Q, QuerySet

from surveys.domain.answers import CELL
from surveys.domain.counting import is_row_base
from surveys.domain.disclosure import publishable, refresh_due
from surveys.models import QuestionVersion, Tally, Wave

# Version under which is counted → the codes to add one to, EVERYONE first.
Counted = Mapping[int, Sequence[str]]
# A figure's version and the code of the people it rests on: EVERYONE, or those who answered a row of a matrix.
Base = tuple[int, str]


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
    bases = {
        version: [code for code in codes if code == Tally.EVERYONE or is_row_base(code)]
        for version, codes in counted.items()
        if version not in confidential
    }
    people = tallies.filter(_named(bases)).values_list("question_version", "code", "count", "published")
    due = [
        (version, code)
        for version, code, count, published in people
        if publishable(count) and refresh_due(count, published)
    ]
    _publish(tallies, due, {version for version, codes in bases.items() if len(codes) > 1})


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


def _publish(tallies: QuerySet[Tally], bases: Iterable[Base], in_rows: set[int]) -> None:
    """Show the figures that rest on `bases` as they are counted now. Those of the versions `in_rows` move row by
    row: few of ten new people may have answered a row, and theirs could be read from two pages."""
    shown = Q(pk=None)
    for version, base in bases:
        if base:
            shown |= Q(question_version=version, code__startswith=base)
        elif version in in_rows:
            shown |= Q(question_version=version, code=Tally.EVERYONE)
        else:
            shown |= Q(question_version=version)
    if shown != Q(pk=None):
        tallies.filter(shown).update(published=F("count"))


def add_counts(*, wave: Wave, counts: Mapping[int, Counter[str]]) -> None:
    """Add many people's answers at once, by the version under which they count, and publish what may be."""
    tallies = {(tally.question_version_id, tally.code): tally for tally in wave.tallies.select_for_update()}
    new = [
        Tally(wave=wave, question_version_id=version, code=code)
        for version, by_code in counts.items()
        for code in by_code
        if (version, code) not in tallies
    ]
    Tally.objects.bulk_create(new)
    tallies |= {(tally.question_version_id, tally.code): tally for tally in new}
    for (version, code), tally in tallies.items():
        tally.count += counts.get(version, Counter())[code]
    Tally.objects.bulk_update(tallies.values(), ["count"], batch_size=500)
    publish_final_figures(wave=wave)


def publish_final_figures(*, wave: Wave) -> None:
    """Show the whole of a closed wave, question by question, where enough people answered."""
    secret = confidential_versions(wave=wave)
    bases = wave.tallies.filter(Q(code=Tally.EVERYONE) | Q(code__endswith=CELL))
    people = {
        (version, code): count
        for version, code, count in bases.values_list("question_version_id", "code", "count")
        if version not in secret
    }
    in_rows = {version for version, code in people if code}
    _publish(wave.tallies.all(), [base for base, count in people.items() if publishable(count)], in_rows)


def confidential_versions(*, wave: Wave) -> frozenset[int]:
    """Those counted in `wave` whose figures are never published: once said of one wording, it holds for all of them."""
    versions = QuestionVersion.objects.filter(survey=wave.survey_id, settings__confidential=True)
    return frozenset(version.counted_as for version in versions.only("pk", "series_id"))
