"""Surveys with more ways than anybody could list are judged at once."""

from __future__ import annotations

import pytest

from surveys.domain.kinds import Kind
from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.domain.questions import Choice, Question, Settings
from surveys.domain.reachability import MOST_TRIES, can_be_reached
from surveys.domain.soundness import Flaw, findings


class CountedTries:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        return self.count


def asked(number, *conditions, kind=Kind.SINGLE, match=Match.ALL):
    found = tuple(Condition(str(about), operator, code) for about, operator, code in conditions)
    choices = tuple(Choice(f"a{code}", "A") for code in range(50))
    settings = Settings(rule=Rule(match, found))
    return Question(str(number), f"q{number}", kind, "?", "en", choices=choices, settings=settings)


def test_a_long_chain_of_questions_takes_few_tries():
    chain = [asked(0), *(asked(n, (n - 1, Operator.IS, "a49")) for n in range(1, 300))]
    tries = CountedTries()
    assert can_be_reached(chain, 299, tries)
    assert tries.count < 1_000
    broken = [*chain[:-1], asked(299, (298, Operator.IS, "a49"), (0, Operator.IS_NOT, "a49"))]
    assert not can_be_reached(broken, 299, CountedTries())


def test_a_question_behind_each_of_many_answers_takes_few_tries():
    whole = asked("m", kind=Kind.MULTIPLE)
    behind = [asked(n, ("m", Operator.CONTAINS, f"a{n}")) for n in range(50)]
    tries = CountedTries()
    assert can_be_reached([whole, *behind], 50, tries)
    assert tries.count < 10
    assert findings([whole, *behind]) == []


def test_a_dead_question_far_down_is_still_called_dead():
    chain = [asked(0), *(asked(n, (n - 1, Operator.IS, "a1")) for n in range(1, 60))]
    chain.append(asked(60, (59, Operator.IS, "a1"), (59, Operator.IS, "a2")))
    assert [(one.id, one.flaw) for one in findings(chain)] == [("60", Flaw.NEVER_ASKED)]


@pytest.mark.parametrize("operator", [Operator.CONTAINS, Operator.CONTAINS_NOT])
def test_where_there_are_too_many_sets_of_answers_the_question_is_taken_to_be_alive(operator):
    whole = asked("m", kind=Kind.MULTIPLE)
    conditions = [("m", operator, f"a{code}") for code in range(20)]
    assert can_be_reached([whole, asked(1, *conditions, ("m", Operator.IS, "a0"))], 1)


def test_when_the_tries_are_used_up_the_question_is_taken_to_be_alive():
    whole = [asked(n) for n in range(10)]
    conditions = [(n, Operator.IS, f"a{code}") for n in range(10) for code in (1, 2)]
    dead = [*whole, asked(10, *conditions)]
    assert can_be_reached(dead, 10, iter(range(100)))
    assert not can_be_reached([*whole[:3], asked(3, *conditions[:6])], 3, iter(range(MOST_TRIES)))
