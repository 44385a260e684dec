"""Results as the staff of a survey's department see them: exact, and of every size."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db.models import Count

from surveys.domain.counting import Part, counts_in, parts_of, places_of
from surveys.domain.estimates import share, wilson
from surveys.domain.kinds import Kind
from surveys.domain.questions import Question
from surveys.models import Answer, QuestionVersion, Response, Survey, Tally, Wave
from surveys.queries.figures import tallies_by_question_and_wave
from surveys.queries.series import Series, series_of

EVERYONE = "all who answered"
WITH_OPINION = "with an opinion"


class StaffFigure(NamedTuple):
    """`n` people are the base of the share and of its likely range."""

    question: str
    wave: str
    base: str
    n: int
    choice: str
    count: int
    share: float
    wilson_low: float
    wilson_high: float


def staff_results(survey: Survey) -> list[StaffFigure]:
    """Every choice of every question in every wave, the oldest first, on both bases. What was counted together is one
    question; the rows of a matrix are questions of their own, named `question.row`; of a ranking every choice stands at
    every place, as `choice:place`.

    Three queries; a fourth when a multiple choice has a choice that is no opinion.
    """
    waves = list(Wave.objects.shown().filter(survey=survey).order_by("opens_at", "label", "pk"))
    series = series_of(survey)
    counts = tallies_by_question_and_wave(Tally.objects.filter(wave__in=waves))
    mixed = people_with_opinion(waves, series)
    figures: list[StaffFigure] = []
    for one in series:
        exact = {
            wave: {code: tally.count for code, tally in counts.get((one.head, wave.pk), {}).items()}
            for wave in waves
        }
        seen = {code for by_code in exact.values() for code, count in by_code.items() if count}
        for part in exported_parts(one.counted(survey.source_language), seen):
            name = name_of(one.newest) + (f".{part.code}" if part.code else "")
            for wave, by_code in exact.items():
                figures.extend(figures_of(name, part, str(wave), by_code, mixed.get((one.head, wave.pk))))
    return figures


def exported_parts(question: Question, seen: Collection[str]) -> tuple[Part, ...]:
    if question.kind is Kind.RANKING:
        return (places_of(question),)
    return parts_of(question, seen)


def figures_of(
    name: str, part: Part, wave: str, counts: Mapping[str, int], opinion: int | None
) -> Iterator[StaffFigure]:
    """`opinion` is the number of people with an opinion where it is no sum of the counts."""
    people, counts = counts.get(part.base, 0), counts_in(part, counts)
    bases = [(EVERYONE, people, part.choices)]
    if len(part.opinions) < len(part.choices):
        n = sum(counts.get(choice.code, 0) for choice in part.opinions) if opinion is None else opinion
        bases.append((WITH_OPINION, n, part.opinions))
    for base, n, shown in bases:
        for choice in shown:
            count = counts.get(choice.code, 0)
            portion, limits = share(count, n), wilson(count, n)
            if portion is not None and limits is not None:
                yield StaffFigure(name, wave, base, n, choice.code, count, portion, *limits)


def people_with_opinion(waves: Iterable[Wave], series: Iterable[Series]) -> dict[tuple[int, int], int]:
    """(id counted under, wave id) → people who ticked at least one choice that is an opinion."""
    mixed = {
        one.head: {code for version in one.versions for code in version.opinion_codes}
        for one in series
        if _several(one.newest) and len(one.newest.opinion_codes) < len(one.newest.choices)
    }
    if not mixed:
        return {}
    people = {(head, wave.pk): 0 for head in mixed for wave in waves}
    heads = {version.pk: one.head for one in series for version in one.versions if one.head in mixed}
    ticked = Answer.objects.filter(
        question_version__in=heads, response__wave__in=waves, response__state=Response.State.COUNTED
    )
    sets = ticked.values_list("question_version_id", "response__wave_id", "codes").annotate(Count("pk"))
    for version, wave, codes, number in sets:
        if mixed[heads[version]].intersection(codes.split()):
            people[heads[version], wave] += number
    return people


def _several(version: QuestionVersion) -> bool:
    return version.kind == Kind.MULTIPLE or bool(version.settings.get("several"))


def name_of(version: QuestionVersion) -> str:
    return version.name if version.is_current else f"{version.name}@{version.number}"
