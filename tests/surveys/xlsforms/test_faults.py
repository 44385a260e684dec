"""What is wrong with a form is told with sheet, row and column, all of it at once."""

from __future__ import annotations

import pytest

from surveys.xlsforms import checking
from surveys.xlsforms.reports import FormRefusedError, Wrong
from surveys.xlsforms.taking import take
from surveys.xlsforms.wording import fault_line
from tests.surveys.xlsforms.forms import CHOICES, CITY, form, refusal, workbook

HEADER = ["type", "name", "label"]
GOOD = ["text", "why", "Why?"]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        pytest.param([["texxt", "why", "Why?"]], (2, "type", Wrong.UNKNOWN_TYPE), id="unknown_type"),
        pytest.param([GOOD, [None, "how", "How?"]], (3, "name", Wrong.NO_TYPE), id="no_type"),
        pytest.param([GOOD, [None, None, "How?"]], (3, "label", Wrong.NO_TYPE), id="words_alone"),
        pytest.param([["text", None, "Why?"]], (2, "name", Wrong.NO_NAME), id="no_name"),
        pytest.param([["text", "why"]], (2, "label", Wrong.NO_WORDS), id="no_words"),
        pytest.param([["text", "1why", "Why?"]], (2, "name", Wrong.BAD_NAME), id="a_digit_first"),
        pytest.param([["text", "why not", "Why?"]], (2, "name", Wrong.BAD_NAME), id="a_space"),
        pytest.param([GOOD, [], GOOD], (4, "name", Wrong.NAME_TWICE), id="a_name_twice"),
        pytest.param([["select_one", "way", "How?"]], (2, "type", Wrong.NO_LIST), id="no_list"),
        pytest.param(
            [["select_one means", "way", "How?"]], (2, "type", Wrong.UNKNOWN_LIST), id="unknown_list"
        ),
        pytest.param(
            [["begin loop over means", "l", "L"], ["end loop"]], (2, "type", Wrong.UNKNOWN_LIST), id="loop"
        ),
        pytest.param(
            [["begin group", "g", "G"], GOOD], (2, "type", Wrong.NOT_ENDED), id="a_group_without_end"
        ),
        pytest.param([GOOD, ["end group"]], (3, "type", Wrong.NOT_BEGUN), id="an_end_without_group"),
        pytest.param(
            [["begin group", "g", "G"], GOOD, ["end repeat"]], (4, "type", Wrong.NOT_BEGUN), id="another_end"
        ),
        pytest.param([["include", "other", "O"]], (2, "type", Wrong.INCLUDE), id="another_form"),
        pytest.param(
            [GOOD, ["text", "how", "How ${whi}?"]], (3, "label", Wrong.UNKNOWN_REFERENCE), id="unknown"
        ),
        pytest.param(
            [GOOD, ["text", "how", "How ${why?"]], (3, "label", Wrong.BROKEN_REFERENCE), id="broken"
        ),
        pytest.param([["audio", "a", "Say it."]], (2, "type", Wrong.NOTHING_TO_ANSWER), id="nothing_left"),
    ],
)
def test_a_fault_on_the_sheet_of_questions(rows, place):
    row, column, wrong = place
    assert refusal(form(*rows)) == [("survey", row, column, wrong)]


def test_a_reference_to_a_name_that_several_questions_have_is_unclear():
    groups = [row for name in ("a", "b") for row in (["begin group", name, name], GOOD, ["end group"])]
    content = form(*groups, ["note", "n", "You said ${why}."])
    assert refusal(content) == [("survey", 8, "label", Wrong.UNCLEAR_REFERENCE)]


@pytest.mark.parametrize(
    ("choices", "place"),
    [
        pytest.param([["ways", None, "On foot"]], (2, "name", Wrong.CHOICE_WITHOUT_NAME), id="no_name"),
        pytest.param(
            [["ways", "a", "A"], [], ["ways", "a", "B"]], (4, "name", Wrong.CHOICE_TWICE), id="twice"
        ),
        pytest.param([["ways", "on foot", "A"]], (2, "name", Wrong.CHOICE_WITH_SPACE), id="a_space"),
    ],
)
def test_a_fault_on_the_sheet_of_answers(choices, place):
    row, column, wrong = place
    content = form(["select_multiple ways", "way", "How?"], choices=[CHOICES[0], *choices])
    assert refusal(content) == [("choices", row, column, wrong)]


@pytest.mark.parametrize(
    ("sheets", "place"),
    [
        pytest.param(
            {"questions": [HEADER], "more": [[]]}, ("", None, "", Wrong.NO_SURVEY_SHEET), id="no_sheet"
        ),
        pytest.param(
            {"survey": [HEADER], "choices": CHOICES}, ("survey", None, "", Wrong.EMPTY_SURVEY), id="empty"
        ),
        pytest.param(
            {"survey": [["name", "label"], ["why", "Why?"]]}, ("survey", 1, "", Wrong.NO_COLUMN), id="type"
        ),
        pytest.param(
            {"survey": [["type", "name", "label", "label"], [*GOOD, "x"]]},
            ("survey", 1, "label", Wrong.HEADER_TWICE),
            id="a_header_twice",
        ),
        pytest.param(
            {"survey": [["type", "name", "label", "relevant", "relevance"], GOOD]},
            ("survey", 1, "relevance", Wrong.SAME_COLUMN),
            id="two_headers_for_one",
        ),
        pytest.param(
            {"survey": [HEADER, GOOD], "choices": [["list_name", "label"], ["ways", "On foot"]]},
            ("choices", 1, "", Wrong.NO_COLUMN),
            id="answers_without_names",
        ),
    ],
)
def test_a_fault_of_a_whole_sheet(sheets, place):
    assert refusal(workbook(**sheets)) == [place]


def test_all_faults_are_told_at_once_from_the_top():
    content = form(
        ["texxt", "why", "Why?"],
        ["select_one means", "1way", "How?"],
        choices=[CHOICES[0], ["ways", None, "On foot"]],
    )
    assert refusal(content) == [
        ("survey", 2, "type", Wrong.UNKNOWN_TYPE),
        ("survey", 3, "type", Wrong.UNKNOWN_LIST),
        ("survey", 3, "name", Wrong.BAD_NAME),
        ("choices", 2, "name", Wrong.CHOICE_WITHOUT_NAME),
    ]


def test_what_pyxform_alone_objects_to_is_quoted_with_its_place():
    content = form(["range", "r", "How far?", "start=0 end=5 step=9"], header=(*HEADER, "parameters"))
    with pytest.raises(FormRefusedError) as refused:
        take(content, CITY, "")
    (fault,) = refused.value.faults
    assert (fault.wrong, fault.place.sheet, fault.place.row) == (Wrong.JUDGED, "survey", 2)
    assert (fault.place.column, fault.place.cell) == ("parameters", "D2")
    assert "must not be larger than the range" in fault_line(fault)


def test_a_form_over_which_pyxform_stumbles_is_refused_and_no_error_of_the_portal(monkeypatch):
    def stumble(_definition):
        raise AttributeError("nodeType")

    monkeypatch.setattr(checking, "convert", stumble)
    assert refusal(form(GOOD)) == [("", None, "", Wrong.JUDGED)]


def test_too_many_questions_answers_or_groups_are_refused():
    many = [["text", f"q{number}", "Why?"] for number in range(checking.MOST_QUESTIONS + 1)]
    assert refusal(form(*many)) == [("survey", None, "", Wrong.TOO_MANY_QUESTIONS)]
    choices = [["ways", f"a{number}", "A"] for number in range(checking.MOST_CHOICES + 1)]
    content = form(["select_one ways", "way", "How?"], choices=[CHOICES[0], *choices])
    assert refusal(content) == [("choices", None, "", Wrong.TOO_MANY_CHOICES)]
    depth = checking.DEEPEST_GROUP + 1
    groups = [["begin group", f"g{number}", "G"] for number in range(depth)]
    assert refusal(form(*groups, GOOD, *([["end group"]] * depth))) == [
        ("survey", depth + 1, "type", Wrong.TOO_DEEP)
    ]


def test_a_fault_is_one_line_with_its_place():
    with pytest.raises(FormRefusedError) as refused:
        take(form(["texxt\n", "why", "Why?"]), CITY, "")
    assert [fault_line(fault) for fault in refused.value] == [
        "sheet survey, row 2, column type (A2): “texxt” is no type of question. Correct it."
    ]
