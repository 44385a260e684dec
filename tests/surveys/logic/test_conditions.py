"""What a condition means, case by case."""

from __future__ import annotations

import pytest

from surveys.domain.kinds import Kind
from surveys.domain.logic import Condition, Operator, Rule, applies, holds, reached
from tests.surveys.logic.asked import asked, begins

CASES = [
    ("is", ("tram",), "tram", True),
    ("is", ("tram",), "bicycle", False),
    ("is", ("tram", "bicycle"), "tram", False),
    ("is", (), "tram", False),
    ("is", (), "", True),
    ("is", ("tram",), "", False),
    ("is", ("2.50",), "2.5", True),
    ("is", ("007",), "7", True),
    ("is_not", (), "tram", True),
    ("is_not", (), "", False),
    ("is_not", ("*",), "", True),
    ("is_not", ("tram",), "tram", False),
    ("contains", ("tram", "bicycle"), "tram", True),
    ("contains", ("road:good",), "road:good", True),
    ("contains", (), "tram", False),
    ("contains_not", (), "tram", True),
    ("contains_not", ("tram",), "tram", False),
    ("more", ("10",), "9", True),
    ("more", ("9",), "9", False),
    ("more", ("-1",), "-2", True),
    ("more", ("dk",), "1", False),
    ("more", (), "0", False),
    ("more", ("3", "4"), "1", False),
    ("more", ("2026-11-26",), "2026-11-25", True),
    ("more", ("2026-11-26",), "5", False),
    ("less", ("9",), "10", True),
    ("less", ("10",), "9", False),
    ("less", (), "10", False),
    ("less", ("2025-12-31",), "2026-01-01", True),
]


@pytest.mark.parametrize(("operator", "codes", "value", "expected"), CASES)
def test_a_condition_holds_or_does_not(operator, codes, value, expected):
    sheet = {"about": codes} if codes else {}
    assert holds(Condition("about", Operator(operator), value), sheet) is expected


def test_a_rule_without_conditions_always_applies():
    assert applies(Rule(), {})
    assert not Rule()


def test_a_rule_asks_for_all_or_for_any_of_its_conditions():
    both = [("way", "is", "tram"), ("mood", "is", "5")]
    every, any_one = asked("all", Kind.TEXT, *both), asked("any", Kind.TEXT, *both, any_of=True)
    assert not applies(every.rule, {"way": ("tram",)})
    assert applies(any_one.rule, {"way": ("tram",)})
    assert applies(every.rule, {"way": ("tram",), "mood": ("5",)})
    assert not applies(any_one.rule, {})


def test_an_answer_nobody_is_led_to_leads_nowhere_itself():
    chain = [
        asked("way"),
        asked("line", Kind.YES_NO, ("way", "is", "tram")),
        asked("seat", Kind.YES_NO, ("line", "is", "yes")),
    ]
    sheet = {"way": ("tram",), "line": ("yes",)}
    assert reached(chain, sheet) == ("way", "line", "seat")
    assert reached(chain, sheet | {"way": ("foot",)}) == ("way",)


def test_a_page_that_is_not_reached_takes_its_questions_along():
    questions = [
        begins("first"),
        asked("way"),
        begins("second", ("way", "is", "tram")),
        asked("line", Kind.TEXT),
        begins("third"),
        asked("mood", Kind.RATING, ("line", "is_not", "")),
        asked("end", Kind.TEXT),
    ]
    assert reached(questions, {"way": ("foot",), "line": ("*",)}) == ("first", "way", "third", "end")
    assert reached(questions, {"way": ("tram",), "line": ("*",)}) == tuple(one.id for one in questions)
