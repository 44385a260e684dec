"""What differed from person to person in a wave: the wording that they read, and the order of the choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from surveys.domain.counting import EVERYONE, counted_codes, counts_in
from surveys.domain.drawing import ARMS, varies
from surveys.domain.kinds import SHUFFLED, Kind
from surveys.domain.questions import Question
from surveys.models import Answer, Response, Wave
from surveys.queries.labels import worded_parts
from surveys.queries.series import Series


@dataclass(frozen=True)
class Arm:
    """One of two wordings, and how many answered who had read it."""

    wording: str
    people: int


@dataclass(frozen=True)
class ArmTable:
    """A part's choices with their shares in per cent, one for each arm; None where nobody answered there."""

    label: str
    rows: tuple[tuple[str, tuple[float | None, ...]], ...]


@dataclass(frozen=True)
class Varying:
    """`first` is the share, in per cent, of the chosen answers that stood first in the list where `placed` of them
    stood in some order; `by_chance` what it would be if the place made no difference."""

    arms: tuple[Arm, ...] = ()
    tables: tuple[ArmTable, ...] = ()
    placed: int = 0
    first: float = 0
    by_chance: float = 0


def varying_in(wave: Wave, series: Iterable[Series], language: str) -> dict[int, Varying]:
    """Id counted under → what differed. One query, where any question differs."""
    questions = {one.head: question for one in series if varies(question := one.counted(language))}
    heads = {version.pk: one.head for one in series for version in one.versions if one.head in questions}
    if not heads:
        return {}
    answers = Answer.objects.filter(
        ~Q(arm="") | ~Q(positions=""),
        question_version__in=heads,
        response__wave=wave,
        response__state=Response.State.COUNTED,
    )
    found: dict[int, list[tuple[str, str, str, int]]] = {}
    sets = answers.order_by().values_list("question_version_id", "arm", "codes", "positions")
    for version, arm, codes, positions, people in sets.annotate(Count("pk")):
        found.setdefault(heads[version], []).append((arm, codes, positions, people))
    return {head: _varying(questions[head], sets) for head, sets in found.items()}


Sets = Iterable[tuple[str, str, str, int]]


def _varying(question: Question, sets: Sets) -> Varying:
    by_arm: dict[str, Counter[str]] = {arm: Counter() for arm in ARMS}
    for arm, codes, _positions, people in sets:
        if arm:
            counted = counted_codes(question, codes.split())
            by_arm[arm].update(dict.fromkeys(counted, people))
    placed, first = _firsts(question, sets)
    arms = tuple(
        Arm(wording, by_arm[arm][EVERYONE]) for arm, wording in zip(ARMS, question.wordings, strict=False)
    )
    two = len(arms) > 1 and any(arm.people for arm in arms)
    moving = sum(not choice.built_in for choice in question.choices)
    return Varying(
        arms=arms if two else (),
        tables=_tables(question, by_arm) if two else (),
        placed=placed,
        first=100 * first / placed if placed else 0,
        by_chance=100 / moving if moving else 0,
    )


def _tables(question: Question, by_arm: Mapping[str, Counter[str]]) -> tuple[ArmTable, ...]:
    seen = {code for counts in by_arm.values() for code in counts}
    tables = []
    for part in worded_parts(question, seen):
        shares = [(counts[part.base], counts_in(part, counts)) for counts in (by_arm[arm] for arm in ARMS)]
        rows = (
            (choice.label, tuple(100 * found[choice.code] / n if n else None for n, found in shares))
            for choice in part.choices
        )
        tables.append(ArmTable(part.label, tuple(rows)))
    return tuple(tables)


def _firsts(question: Question, sets: Sets) -> tuple[int, int]:
    """How many chosen answers stood in a shuffled order, and how many of them first. Of a ranking the first place
    alone counts; what the portal words always stands last."""
    if question.kind not in SHUFFLED or not question.settings.shuffle:
        return 0, 0
    staying = {choice.code for choice in question.choices if choice.built_in}
    placed = first = 0
    for _arm, codes, positions, people in sets:
        pairs = list(zip(codes.split(), positions.split(), strict=False))
        for code, position in pairs[:1] if question.kind is Kind.RANKING else pairs:
            if code not in staying:
                placed += people
                first += people * (position == "1")
    return placed, first
