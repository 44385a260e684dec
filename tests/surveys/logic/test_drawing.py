"""What differs from person to person is drawn evenly, and said again as it was shown."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.domain.drawing import Drawn, as_shown, draw, drawn_before, positions, varies
from surveys.domain.kinds import Kind
from surveys.domain.questions import DONT_KNOW, OTHER, Choice, Question, Settings
from surveys.presentation.posted import drawn_in, drawn_text
from tests.surveys.logic.inventing import QUIET, questions_of

ANSWERS = tuple(Choice(code, f"Answer {code}", id=code) for code in ("1", "2", "3"))
ENDS = (Choice(OTHER, "Other"), Choice(DONT_KNOW, "I do not know", opinion=False))


def single(**settings):
    return Question(
        "id", "q", Kind.SINGLE, "Which?", "en", choices=ANSWERS + ENDS, settings=Settings(**settings)
    )


@settings(QUIET, max_examples=500)
@given(questions_of(most=1), st.randoms(use_true_random=False))
def test_an_order_holds_every_answer_once_and_the_portals_own_last(questions, dice):
    [question] = questions
    drawn = draw(question, dice)
    shown = as_shown(question, drawn)

    assert sorted(shown.codes) == sorted(question.codes)
    assert drawn.order in ((), shown.codes)
    built_in = [choice.built_in for choice in shown.choices]
    if drawn.order:
        assert built_in == sorted(built_in)
    assert varies(question) == bool(drawn.arm or drawn.order) or not question.choices
    assert (drawn.arm == "") == (len(question.wordings) == 1)
    assert shown.text == (question.other_wording if drawn.arm == "b" else question.text)


@settings(QUIET, max_examples=500)
@given(questions_of(most=1), st.randoms(use_true_random=False), st.data())
def test_each_answer_is_found_again_where_it_stood(questions, dice, data):
    [question] = questions
    drawn = draw(question, dice)
    if not drawn.order:
        assert positions(question.codes, drawn) == ()
        return
    chosen = data.draw(st.lists(st.sampled_from(question.codes), unique=True))
    assert [drawn.order[place - 1] for place in positions(chosen, drawn)] == chosen


@settings(QUIET, max_examples=500)
@given(questions_of(most=1), st.randoms(use_true_random=False))
def test_a_form_says_again_how_it_was_drawn(questions, dice):
    [question] = questions
    drawn = draw(question, dice)
    if drawn != Drawn():
        assert drawn_in(question, drawn_text(drawn)) == drawn


def test_every_order_is_as_likely_as_any_other():
    dice = Random(2026)
    found = Counter(draw(single(shuffle=True), dice).order for _person in range(6000))
    assert len(found) == 6
    assert all(abs(number - 1000) < 150 for number in found.values())


def test_a_scale_is_turned_for_half_of_the_people():
    steps = tuple(Choice(str(step), str(step)) for step in range(1, 6))
    question = Question(
        "id", "q", Kind.RATING, "How?", "en", choices=(*steps, ENDS[1]), settings=Settings(reverse=True)
    )
    dice = Random(2026)
    found = Counter(draw(question, dice).order for _person in range(2000))
    assert set(found) == {("1", "2", "3", "4", "5", DONT_KNOW), ("5", "4", "3", "2", "1", DONT_KNOW)}
    assert all(abs(number - 1000) < 120 for number in found.values())


def test_what_a_form_makes_up_is_not_believed():
    question = single(shuffle=True)
    for arm, order in [("b", ""), ("", "1 2"), ("", "1 1 2 3 other dk"), ("", "1 2 3 other none")]:
        assert drawn_before(question, arm, order) is None
    assert drawn_before(single(), "", "3 2 1 other dk") is None
    assert drawn_before(question, "", "3 2 1 other dk") == Drawn("", ("3", "2", "1", OTHER, DONT_KNOW))
