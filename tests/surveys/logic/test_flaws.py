"""What stands in the way of publishing a survey, each flaw once."""

from __future__ import annotations

import pytest

from surveys.domain.kinds import Kind
from surveys.domain.soundness import Finding, Flaw, findings
from tests.surveys.logic.asked import asked, begins

WAY, AGE, DAY, WORDS = (
    asked("way"),
    asked("age", Kind.NUMBER),
    asked("day", Kind.DATE),
    asked("words", Kind.TEXT),
)
SEVERAL, RATED, GRID = (
    asked("several", Kind.MULTIPLE),
    asked("rated", Kind.RATING),
    asked("grid", Kind.MATRIX),
)
BEFORE = (WAY, AGE, DAY, WORDS, SEVERAL, RATED, GRID)


def last(*conditions, **more):
    return asked("last", Kind.TEXT, *conditions, **more)


FLAWED = [
    ([*BEFORE, last(("gone", "is", "tram"))], Flaw.UNKNOWN_QUESTION, "gone"),
    ([last(("way", "is", "tram")), WAY], Flaw.REFERS_FORWARD, "way"),
    ([last(("last", "is_not", ""))], Flaw.REFERS_TO_ITSELF, ""),
    ([*BEFORE, last(("way", "is", "train"))], Flaw.UNKNOWN_ANSWER, "train"),
    ([*BEFORE, last(("grid", "contains", "light:worse"))], Flaw.UNKNOWN_ANSWER, "light:worse"),
    ([*BEFORE, last(("age", "is", "old"))], Flaw.UNKNOWN_ANSWER, "old"),
    ([*BEFORE, last(("way", "more", "2"))], Flaw.NOT_COMPARABLE, "way"),
    ([*BEFORE, last(("day", "more", "2"))], Flaw.NOT_COMPARABLE, "day"),
    ([*BEFORE, last(("words", "is", "tram"))], Flaw.ONLY_WHETHER_ANSWERED, "words"),
    ([*BEFORE, last(("way", "is", "tram"), ("way", "is", "foot"))], Flaw.NEVER_ASKED, ""),
    ([*BEFORE, last(("age", "more", "4"), ("age", "less", "5"))], Flaw.NEVER_ASKED, ""),
    ([*BEFORE, last(text="Why {gone}?")], Flaw.PIPES_UNKNOWN, "gone"),
    ([last(text="Why {way}?"), WAY], Flaw.PIPES_FORWARD, "way"),
    ([begins("first"), WAY, last(hint="You said {way}")], Flaw.PIPES_SAME_PAGE, "way"),
    ([WORDS, last(text="Why {words}?")], Flaw.PIPES_WORDS, "words"),
]


@pytest.mark.parametrize(("questions", "flaw", "about"), FLAWED)
def test_a_flaw_is_found_where_it_is(questions, flaw, about):
    assert findings(questions) == [Finding("last", flaw, about)]


def test_a_page_without_questions_is_named():
    assert findings([WAY, begins("last"), begins("second"), AGE]) == [Finding("last", Flaw.EMPTY_PAGE)]


def test_every_flaw_has_a_case():
    assert {flaw for _questions, flaw, _about in FLAWED} | {Flaw.EMPTY_PAGE} == set(Flaw)


SOUND = [
    last(("way", "is", "tram"), ("way", "is", "foot"), any_of=True),
    last(("age", "more", "4"), ("age", "less", "6")),
    last(("day", "more", "2026-11-25")),
    last(("words", "is_not", "")),
    last(("several", "contains", "tram"), ("several", "contains", "foot")),
    last(("rated", "more", "4")),
    last(("grid", "is", "light:bad")),
    last(("grid", "contains", "light:bad"), ("grid", "contains", "road:good")),
    last(("way", "is", ""), ("rated", "is", "")),
]


@pytest.mark.parametrize("question", SOUND)
def test_what_somebody_may_be_asked_is_sound(question):
    assert findings([*BEFORE, question]) == []


def test_a_question_on_a_dead_page_is_dead():
    dead = begins("page", ("way", "is", "tram"), ("way", "is", "foot"))
    assert findings([WAY, dead, last()]) == [
        Finding("page", Flaw.NEVER_ASKED),
        Finding("last", Flaw.NEVER_ASKED),
    ]


def test_answers_may_be_repeated_on_a_later_page():
    questions = [begins("first"), WORDS, begins("second"), last(text="Why {words}?")]
    assert findings(questions) == []
