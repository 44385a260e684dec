"""What each kind of question takes for an answer, and what it refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from surveys.domain.answers import GivenAnswer, Point, check_answer
from surveys.domain.invalid import InvalidAnswerError as Invalid
from surveys.domain.kinds import Kind
from surveys.domain.questions import Choice, Question, Settings


def asked(kind, codes="", *, rows="", items=True, **settings):
    """`codes` are an editor's own choices, unless they come with the portal (dk, none, other)."""
    choices = [
        Choice(code, code.title(), id="" if code in ("dk", "none", "other") or not items else f"id-{code}")
        for code in codes.split()
    ]
    return Question(
        "q",
        "q1",
        kind,
        "What?",
        "en",
        choices=tuple(choices),
        rows=tuple(Choice(code, code.title()) for code in rows.split()),
        settings=Settings(**settings),
    )


SINGLE = asked(Kind.SINGLE, "a b other dk")
SEVERAL = asked(Kind.MULTIPLE, "a b c d other none dk", fewest=2, most=3)
PICTURES = asked(Kind.IMAGES, "a b c", several=True)
SCALE = asked(Kind.SCALE, " ".join(map(str, range(11))))
MATRIX = asked(Kind.MATRIX, "bad good", rows="light road")
WHOLE_MATRIX = asked(Kind.MATRIX, "bad good", rows="light road", required=True)
RANKING = asked(Kind.RANKING, "a b c", most=2)
AGE = asked(Kind.NUMBER, minimum=Decimal(0), maximum=Decimal(120))
DISTANCE = asked(Kind.NUMBER, decimals=True)
DAY = asked(Kind.DATE, earliest=date(2026, 1, 1), latest=date(2026, 12, 31))
WORDS = asked(Kind.TEXT)
STORY = asked(Kind.LONG_TEXT)
PLACE = asked(Kind.PLACE, "mill harbour dk", items=False, point=True)
DISTRICT = asked(Kind.PLACE, "mill harbour", items=False)
CONSENT = asked(Kind.CONSENT, "yes", required=True)


@pytest.mark.parametrize(
    ("question", "posted", "codes", "text"),
    [
        pytest.param(SINGLE, {"": ["a"]}, ("a",), "", id="one answer"),
        pytest.param(
            SINGLE, {"": ["other"], "other": [" By ferry "]}, ("other",), "By ferry", id="own words"
        ),
        pytest.param(
            SINGLE, {"": ["a"], "other": ["By ferry"]}, ("a",), "", id="own words beside another answer"
        ),
        pytest.param(SEVERAL, {"": ["c", "a"]}, ("a", "c"), "", id="several, in the question's order"),
        pytest.param(SEVERAL, {"": ["none"]}, ("none",), "", id="none of these, below the least number"),
        pytest.param(SEVERAL, {"": ["dk"]}, ("dk",), "", id="don't know alone"),
        pytest.param(PICTURES, {"": ["b", "a"]}, ("a", "b"), "", id="several pictures"),
        pytest.param(SCALE, {"": ["10"]}, ("10",), "", id="the end of the scale"),
        pytest.param(MATRIX, {"road": ["bad"]}, ("road:bad",), "", id="one row of a matrix"),
        pytest.param(
            WHOLE_MATRIX, {"road": ["bad"], "light": ["good"]}, ("light:good", "road:bad"), "", id="every row"
        ),
        pytest.param(RANKING, {"b": ["1"], "c": ["2"], "a": [""]}, ("b", "c"), "", id="two of three ranked"),
        pytest.param(RANKING, {"": ["c", "a"]}, ("c", "a"), "", id="ranked by a program"),
        pytest.param(AGE, {"": ["٤٢"]}, ("42",), "", id="a number in Arabic digits"),
        pytest.param(AGE, {"": ["042"]}, ("42",), "", id="a number with a nought before it"),
        pytest.param(AGE, {"": ["-0"]}, ("0",), "", id="minus nought"),
        pytest.param(DISTANCE, {"": ["2,50"]}, ("2.5",), "", id="a comma for the decimals"),
        pytest.param(DISTANCE, {"": ["1 200.5"]}, ("1200.5",), "", id="a space between the thousands"),
        pytest.param(DISTANCE, {"": ["٢٫٥"]}, ("2.5",), "", id="the Arabic decimal sign"),
        pytest.param(DAY, {"": ["2026-02-28"]}, ("2026-02-28",), "", id="a day as the browser sends it"),
        pytest.param(DAY, {"": ["28.2.2026"]}, ("2026-02-28",), "", id="a day with points"),
        pytest.param(DAY, {"": ["٢٨/٢/٢٠٢٦"]}, ("2026-02-28",), "", id="a day in Arabic digits"),
        pytest.param(WORDS, {"": ["  Trees. "]}, (), "Trees.", id="words"),
        pytest.param(
            WORDS, {"": ["x\r\n" * 249 + "x"]}, (), "x\n" * 249 + "x", id="ends of lines count once"
        ),
        pytest.param(STORY, {"": ["x" * 4000]}, (), "x" * 4000, id="a long story"),
        pytest.param(CONSENT, {"": ["yes"]}, ("yes",), "", id="consent"),
    ],
)
def test_an_answer_that_fits_is_taken(question, posted, codes, text):
    assert check_answer(question, posted) == GivenAnswer(codes, text)


@pytest.mark.parametrize(
    ("question", "posted", "problem"),
    [
        pytest.param(SINGLE, {}, Invalid.EMPTY, id="nothing"),
        pytest.param(SINGLE, {"": ["other"]}, Invalid.OTHER_WITHOUT_WORDS, id="other without words"),
        pytest.param(
            SINGLE, {"": ["other"], "other": ["x" * 201]}, Invalid.TOO_LONG, id="too many own words"
        ),
        pytest.param(SINGLE, {"": ["a", "b"]}, Invalid.ONE_ONLY, id="two where one is asked"),
        pytest.param(SEVERAL, {"": ["a"]}, Invalid.TOO_FEW, id="too few"),
        pytest.param(SEVERAL, {"": ["a", "b", "c", "d"]}, Invalid.TOO_MANY, id="too many"),
        pytest.param(SEVERAL, {"": ["a", "none"]}, Invalid.NOT_WITH_OTHERS, id="none of these beside one"),
        pytest.param(SEVERAL, {"": ["a", "dk"]}, Invalid.NOT_WITH_OTHERS, id="don't know beside one"),
        pytest.param(SEVERAL, {"": ["a", "z"]}, Invalid.UNKNOWN_CHOICE, id="a choice that is not there"),
        pytest.param(SCALE, {"": ["11"]}, Invalid.UNKNOWN_CHOICE, id="beyond the scale"),
        pytest.param(MATRIX, {}, Invalid.EMPTY, id="an empty matrix"),
        pytest.param(MATRIX, {"road": ["bad", "good"]}, Invalid.ONE_ONLY, id="two answers in a row"),
        pytest.param(MATRIX, {"bridge": ["bad"]}, Invalid.UNKNOWN_CHOICE, id="a row that is not there"),
        pytest.param(MATRIX, {"road": ["worse"]}, Invalid.UNKNOWN_CHOICE, id="a column that is not there"),
        pytest.param(WHOLE_MATRIX, {"road": ["bad"]}, Invalid.ROWS_LEFT, id="a row left out"),
        pytest.param(RANKING, {"a": ["1"], "b": ["1"]}, Invalid.SAME_PLACE, id="one place for two"),
        pytest.param(RANKING, {"a": ["2"]}, Invalid.GAP_IN_PLACES, id="no first place"),
        pytest.param(RANKING, {"a": ["1"], "b": ["2"], "c": ["3"]}, Invalid.TOO_MANY, id="more than asked"),
        pytest.param(RANKING, {"": ["a", "a"]}, Invalid.SAME_PLACE, id="the same one twice"),
        pytest.param(RANKING, {"a": ["first"]}, Invalid.UNKNOWN_CHOICE, id="a place that is no number"),
        pytest.param(AGE, {"": ["a lot"]}, Invalid.NO_NUMBER, id="no number"),
        pytest.param(AGE, {"": ["1e3"]}, Invalid.NO_NUMBER, id="a number for machines"),
        pytest.param(AGE, {"": ["9" * 16]}, Invalid.NO_NUMBER, id="a number without end"),
        pytest.param(AGE, {"": ["1.5"]}, Invalid.WHOLE_NUMBER, id="a fraction"),
        pytest.param(AGE, {"": ["-1"]}, Invalid.TOO_SMALL, id="below the smallest"),
        pytest.param(AGE, {"": ["121"]}, Invalid.TOO_LARGE, id="above the largest"),
        pytest.param(DISTANCE, {"": ["1.2.3"]}, Invalid.NO_NUMBER, id="two points"),
        pytest.param(DISTANCE, {"": ["²"]}, Invalid.NO_NUMBER, id="a digit that is none"),
        pytest.param(DAY, {"": ["2026-02-30"]}, Invalid.NO_DATE, id="a day that is none"),
        pytest.param(DAY, {"": ["tomorrow"]}, Invalid.NO_DATE, id="a day in words"),
        pytest.param(DAY, {"": ["25.11.26"]}, Invalid.NO_DATE, id="a year of two digits"),
        pytest.param(DAY, {"": ["2025-12-31"]}, Invalid.TOO_EARLY, id="too early"),
        pytest.param(DAY, {"": ["2027-01-01"]}, Invalid.TOO_LATE, id="too late"),
        pytest.param(WORDS, {"": ["x" * 501]}, Invalid.TOO_LONG, id="too many words"),
        pytest.param(STORY, {"": ["x" * 4001]}, Invalid.TOO_LONG, id="a story without end"),
        pytest.param(PLACE, {"": ["moon"]}, Invalid.UNKNOWN_CHOICE, id="no district of the city"),
        pytest.param(PLACE, {"": ["mill"], "point": ["north"]}, Invalid.NO_POINT, id="no point"),
        pytest.param(PLACE, {"": ["mill"], "point": ["999,0"]}, Invalid.NO_POINT, id="a point off the earth"),
        pytest.param(
            PLACE, {"": ["mill"], "point": ["nan,0"]}, Invalid.NO_POINT, id="a point that is no number"
        ),
        pytest.param(PLACE, {"point": ["1,1"]}, Invalid.EMPTY, id="a point without its district"),
        pytest.param(CONSENT, {}, Invalid.CONSENT_NEEDED, id="no consent"),
        pytest.param(asked(Kind.INFORMATION), {"": ["a"]}, Invalid.UNKNOWN_CHOICE, id="an answer to nothing"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(question, posted, problem):
    with pytest.raises(Invalid) as refused:
        check_answer(question, posted)
    assert refused.value.args == (problem,)


def test_a_point_is_rounded_so_that_it_is_no_single_house():
    given = check_answer(PLACE, {"": ["mill"], "point": ["-3.703790,40.416775"]})
    assert given == GivenAnswer(("mill",), point=Point(-3.704, 40.417))


def test_a_point_is_dropped_where_none_is_asked_for():
    assert check_answer(DISTRICT, {"": ["mill"], "point": ["1,1"]}) == GivenAnswer(("mill",))


def test_who_does_not_know_the_place_has_set_no_point():
    assert check_answer(PLACE, {"": ["dk"], "point": ["1,1"]}) == GivenAnswer(("dk",))


def test_a_choice_of_the_editors_called_other_asks_for_no_words():
    own = Question("q", "q1", Kind.SINGLE, "What?", "en", choices=(Choice("other", "Other ways", id="item"),))
    assert check_answer(own, {"": ["other"]}) == GivenAnswer(("other",))


def test_a_nul_in_words_is_left_out():
    assert check_answer(WORDS, {"": ["a\0b"]}) == GivenAnswer(text="ab")
