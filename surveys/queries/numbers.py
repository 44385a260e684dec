"""The numbers that people wrote, exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from surveys.domain.kinds import Kind
from surveys.models import Answer, Response, Wave
from surveys.queries.series import Series


@dataclass(frozen=True)
class Numbers:
    """Of two numbers in the middle the median is their mean."""

    mean: Decimal
    median: Decimal
    smallest: Decimal
    largest: Decimal


def numbers_in(wave: Wave, series: Iterable[Series]) -> dict[int, Numbers]:
    """Id counted under → what its numbers come to. One query, where any question asks for a number."""
    heads = {
        version.pk: one.head for one in series for version in one.versions if version.kind == Kind.NUMBER
    }
    if not heads:
        return {}
    answers = Answer.objects.filter(
        question_version__in=heads, response__wave=wave, response__state=Response.State.COUNTED
    )
    found: dict[int, Counter[Decimal]] = {}
    written = answers.order_by().values_list("question_version_id", "codes").annotate(Count("pk"))
    for version, code, people in written:
        found.setdefault(heads[version], Counter())[Decimal(code)] += people
    return {head: numbers_of(counts) for head, counts in found.items()}


def numbers_of(counts: Counter[Decimal]) -> Numbers:
    ordered, people = sorted(counts), counts.total()
    low, high = (people - 1) // 2, people // 2
    reached, middle = 0, []
    for number in ordered:
        start, reached = reached, reached + counts[number]
        middle += [number for place in (low, high) if start <= place < reached]
    mean = sum((number * count for number, count in counts.items()), Decimal(0)) / people
    return Numbers(mean, sum(middle, Decimal(0)) / 2, ordered[0], ordered[-1])
