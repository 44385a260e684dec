from __future__ import annotations

import pytest

from surveys.domain.kinds import Kind
from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.xlsforms.conditions import LevelsError, NeverError, comparisons_in
from surveys.xlsforms.expressions import LONGEST, UnreadableError, parse
from surveys.xlsforms.reports import Reason
from surveys.xlsforms.rules import Named, NotHeldError, Target, expression_of, rule_of

TARGETS = {
    "way": Target("W", Kind.SINGLE, {"on-foot": "on_foot"}),
    "things": Target("T", Kind.MULTIPLE),
    "age": Target("A", Kind.NUMBER),
    "weight": Target("G", Kind.NUMBER, decimals=True),
    "stars": Target("R", Kind.RATING),
    "since": Target("D", Kind.DATE),
    "why": Target("Y", Kind.TEXT),
    "agree": Target("C", Kind.CONSENT),
    "light": Target("M", Kind.MATRIX, row="light"),
}
IS, IS_NOT, CONTAINS, LACKS = Operator.IS, Operator.IS_NOT, Operator.CONTAINS, Operator.CONTAINS_NOT
MORE, LESS = Operator.MORE, Operator.LESS


def read(text):
    return rule_of(*comparisons_in(parse(text)), TARGETS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("${way} = 'bike'", ("W", IS, "bike"), id="equal"),
        pytest.param('"bike"=${ way }', ("W", IS, "bike"), id="turned_around_and_in_double_quotes"),
        pytest.param("${way} = ‘bike’", ("W", IS, "bike"), id="quotes_of_an_office_program"),
        pytest.param("${way} != 'bike'", ("W", IS_NOT, "bike"), id="unequal"),
        pytest.param("not(${way} = 'bike')", ("W", IS_NOT, "bike"), id="not_equal"),
        pytest.param("${way} = 'on-foot'", ("W", IS, "on_foot"), id="a_name_that_became_another_code"),
        pytest.param("selected(${things}, 'a')", ("T", CONTAINS, "a"), id="selected"),
        pytest.param("not(selected(${things}, 'a'))", ("T", LACKS, "a"), id="not_selected"),
        pytest.param("not(not(selected(${things}, 'a')))", ("T", CONTAINS, "a"), id="twice_not"),
        pytest.param("${why} != ''", ("Y", IS_NOT, ""), id="answered"),
        pytest.param("${why} = ''", ("Y", IS, ""), id="not_answered"),
        pytest.param("string-length(${why}) > 0", ("Y", IS_NOT, ""), id="something_written"),
        pytest.param("count-selected(${things}) = 0", ("T", IS, ""), id="nothing_chosen"),
        pytest.param("${age} > 17", ("A", MORE, "17"), id="more"),
        pytest.param("17 < ${age}", ("A", MORE, "17"), id="more_turned_around"),
        pytest.param("${age} >= 18", ("A", MORE, "17"), id="at_least_of_whole_numbers"),
        pytest.param("${age} <= 18", ("A", LESS, "19"), id="at_most_of_whole_numbers"),
        pytest.param("${age} >= 17.5", ("A", MORE, "17.5"), id="at_least_between_whole_numbers"),
        pytest.param("${age} >= -3", ("A", MORE, "-4"), id="at_least_below_zero"),
        pytest.param("${stars} >= 4", ("R", MORE, "3"), id="at_least_of_a_rating"),
        pytest.param("${weight} < 2.50", ("G", LESS, "2.5"), id="less_with_decimals"),
        pytest.param("${age} = 5.0", ("A", IS, "5"), id="a_number_as_the_portal_writes_it"),
        pytest.param("${since} > date('2024-02-28')", ("D", MORE, "2024-02-28"), id="later"),
        pytest.param("${since} >= '2024-03-01'", ("D", MORE, "2024-02-29"), id="not_before_a_day"),
        pytest.param("${since} <= '2024-02-29'", ("D", LESS, "2024-03-01"), id="not_after_a_day"),
        pytest.param("${agree} = 'OK'", ("C", IS, "yes"), id="agreed"),
        pytest.param("${light} = 'good'", ("M", CONTAINS, "light:good"), id="a_line_of_a_matrix"),
        pytest.param("${light} != 'good'", ("M", LACKS, "light:good"), id="a_line_of_a_matrix_is_not"),
        pytest.param("(((${way} = 'bike')))", ("W", IS, "bike"), id="needless_brackets"),
        pytest.param("true() and ${way} = 'bike'", ("W", IS, "bike"), id="true_beside_it"),
    ],
)
def test_a_single_test_becomes_a_condition(text, expected):
    assert read(text) == Rule(Match.ALL, (Condition(*expected),))


def test_and_or_stand_on_one_level():
    one, other = Condition("W", IS, "a"), Condition("A", MORE, "1")
    third = Condition("T", CONTAINS, "x")
    assert read("${way} = 'a' and (${age} > 1 and selected(${things}, 'x'))") == Rule(
        Match.ALL, (one, other, third)
    )
    assert read("(${way} = 'a' or ${age} > 1) or selected(${things}, 'x')") == Rule(
        Match.ANY, (one, other, third)
    )
    assert read("not(${way} != 'a' and not(selected(${things}, 'x')))") == Rule(Match.ANY, (one, third))
    assert read("true()") == Rule()


def test_at_least_with_decimals_is_more_or_the_same():
    expected = (Condition("G", MORE, "2.5"), Condition("G", IS, "2.5"))
    assert read("${weight} >= 2.5") == Rule(Match.ANY, expected)
    assert read("${weight} >= 2.5 or ${way} = 'a'").match is Match.ANY
    with pytest.raises(NotHeldError):
        read("${weight} >= 2.5 and ${way} = 'a'")


@pytest.mark.parametrize(
    "text",
    [
        "${way} = 'a' and (${age} > 1 or ${age} < 0)",
        "${way} = 'a' or not(${age} = 1 or ${age} = 2)",
    ],
)
def test_and_within_or_has_two_levels(text):
    with pytest.raises(LevelsError):
        read(text)


@pytest.mark.parametrize("text", ["false()", "not(true())", "${way} = 'a' and false()"])
def test_what_is_never_true_is_told_as_such(text):
    with pytest.raises(NeverError):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("${way} =", id="half"),
        pytest.param("(${way} = 'a'", id="an_open_bracket"),
        pytest.param("${way} = 'a' 'b'", id="something_behind"),
        pytest.param("regex(${way}, '[a-z]+')", id="a_pattern"),
        pytest.param("${age} + 1 > 3", id="arithmetic"),
        pytest.param("${age} > ${weight}", id="two_answers"),
        pytest.param("${since} > today()", id="the_day_of_today"),
        pytest.param("../age > 3", id="a_path"),
        pytest.param("not(${age} > 3)", id="not_more_which_an_empty_answer_is_as_well"),
        pytest.param("${way}", id="an_answer_alone"),
        pytest.param("selected(${things}, ${way})", id="selected_of_an_answer"),
        pytest.param("(" * 60 + "true()" + ")" * 60, id="too_deep"),
        pytest.param("${way} = '" + "a" * LONGEST + "'", id="too_long"),
    ],
)
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(UnreadableError):
        read(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("${gone} = 'a'", Reason.CONDITION_ABOUT),
        ("${way} > 3", Reason.CONDITION_COMPARISON),
        ("${age} > 'old'", Reason.CONDITION_COMPARISON),
        ("${since} > 'soon'", Reason.CONDITION_COMPARISON),
        ("${since} >= '0001-01-01'", Reason.CONDITION_COMPARISON),
        ("${light} = ''", Reason.CONDITION),
        (" or ".join(["${way} = 'a'"] * 21), Reason.CONDITION_LONG),
    ],
)
def test_what_a_rule_cannot_hold_has_a_reason(text, reason):
    with pytest.raises(NotHeldError) as refused:
        read(text)
    assert refused.value.reason is reason


NAMED = {
    target.id: Named(name, target.kind, {"light": "light"} if target.row else {})
    for name, target in TARGETS.items()
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (("W", IS, "a"), "${way} = 'a'"),
        (("W", IS_NOT, ""), "${way} != ''"),
        (("T", CONTAINS, "a"), "selected(${things}, 'a')"),
        (("T", LACKS, "a"), "not(selected(${things}, 'a'))"),
        (("A", MORE, "17"), "${age} > 17"),
        (("R", MORE, "3"), "${stars} > '3'"),
        (("D", LESS, "2024-01-01"), "${since} < date('2024-01-01')"),
        (("C", IS, "yes"), "${agree} = 'OK'"),
        (("M", CONTAINS, "light:good"), "${light} = 'good'"),
    ],
)
def test_a_condition_is_written_as_forms_have_it_and_read_back(condition, expected):
    rule = Rule(Match.ALL, (Condition(*condition),))
    assert expression_of(rule, NAMED) == expected
    assert read(expected) == rule


def test_an_apostrophe_in_a_value_breaks_no_expression():
    rule = Rule(Match.ALL, (Condition("W", IS, "a' or '1' = '1"),))
    assert expression_of(rule, NAMED) == "${way} = 'a or 1 = 1'"
