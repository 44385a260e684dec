"""Before publishing, editors are told of questions that nobody can ever be asked: of those, and of no others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.domain.kinds import Kind
from surveys.domain.logic import Operator, reached
from surveys.domain.questions import Settings
from surveys.domain.soundness import can_be_reached
from tests.surveys.logic.inventing import QUIET, questions_of, rules, unruled

SURVEYS = 400
MOST_SHEETS = 5_000
NUMBERS = tuple(str(number) for number in range(-1, 5))
# Number and text, one and several answers, a matrix; small enough to list every sheet there is.
KINDS = (Kind.PAGE, Kind.PAGE, Kind.SINGLE, Kind.YES_NO, Kind.MULTIPLE, Kind.NUMBER, Kind.TEXT, Kind.MATRIX)


@st.composite
def small_surveys(draw):
    found = []
    for question in draw(questions_of(fewest=2, most=5, kinds=KINDS)):
        small = replace(unruled(question), choices=question.choices[:3])
        if small.kind is Kind.MATRIX:
            small = replace(small, choices=question.choices[:2])
        if small.kind is Kind.NUMBER:
            small = replace(small, settings=Settings(required=small.settings.required, **draw(limits())))
        if small.kind is Kind.MULTIPLE:
            small = replace(small, settings=fitting(small))
        earlier = [one for one in found if one.asks]
        rule = comparing_numbers(draw(rules(earlier)), earlier)
        found.append(replace(small, settings=replace(small.settings, rule=rule)))
    return tuple(found)


def comparing_numbers(rule, earlier):
    """`rule` without what the editor is told of anyway: only numbers are compared by size here."""
    numbers = {question.id for question in earlier if question.kind is Kind.NUMBER}
    by_size = {Operator.MORE, Operator.LESS}
    kept = [one for one in rule.conditions if one.operator not in by_size or one.question in numbers]
    return replace(rule, conditions=tuple(kept))


@st.composite
def limits(draw):
    low, high = sorted((draw(st.integers(-1, 4)), draw(st.integers(-1, 4))))
    return {"minimum": Decimal(low), "maximum": Decimal(high)}


def fitting(question):
    """As many answers at least as there are at most: a question that nobody can answer is another flaw."""
    together = sum(not choice.exclusive for choice in question.choices)
    fewest = min(question.settings.fewest or 1, together)
    most = question.settings.most
    return replace(question.settings, fewest=fewest, most=most if most is None else max(most, fewest))


def every_answer(question):
    """All that may stand on a sheet for `question`, nothing included."""
    if question.kind is Kind.NUMBER:
        found = [
            (number,)
            for number in NUMBERS
            if question.settings.minimum <= int(number) <= question.settings.maximum
        ]
    elif question.kind is Kind.TEXT:
        found = [("*",)]
    elif question.kind is Kind.MULTIPLE:
        found = list(every_set(question))
    elif question.kind is Kind.MATRIX:
        found = list(every_row(question))
    else:
        found = [(code,) for code in question.codes]
    return found if question.settings.required else [*found, ()]


def every_set(question):
    limits = question.settings
    alone = [choice.code for choice in question.choices if choice.exclusive]
    together = [code for code in question.codes if code not in alone]
    most = limits.most or len(together)
    for size in range(limits.fewest or 1, most + 1):
        yield from combinations(together, size)
    yield from ((code,) for code in alone)


def every_row(question):
    columns = [*question.codes, *([] if question.settings.required else [None])]
    for chosen in product(columns, repeat=len(question.rows)):
        pairs = zip(question.rows, chosen, strict=True)
        cells = tuple(f"{row.code}:{code}" for row, code in pairs if code)
        if cells:
            yield cells


def asked_of_somebody(questions):
    """The ids of all that any sheet whatever leads to; None where there are too many sheets to try."""
    asked = [question for question in questions if question.asks]
    answers = [every_answer(question) for question in asked]
    number = 1
    for each in answers:
        number *= len(each)
    if number > MOST_SHEETS:
        return None
    found: set[str] = set()
    for sheet in product(*answers):
        given_here = {question.id: codes for question, codes in zip(asked, sheet, strict=True) if codes}
        found |= set(reached(questions, given_here))
    return found


@settings(QUIET, max_examples=SURVEYS)
@given(small_surveys())
def test_a_question_is_called_dead_exactly_where_no_sheet_leads_to_it(questions):
    alive = asked_of_somebody(questions)
    if alive is None:
        return
    for place, question in enumerate(questions):
        assert can_be_reached(questions, place) == (question.id in alive), question.id
