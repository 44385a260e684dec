"""What becomes of each kind of question, and what is told of the rest."""

from __future__ import annotations

import pytest

from surveys.xlsforms.taking import City
from tests.surveys.xlsforms.forms import CHOICES, only_block, taken, told

HEADER = ("type", "name", "label", "hint")
WHOLE = (*HEADER, "required", "relevant", "constraint", "parameters", "appearance", "read_only")
YES_NO = [CHOICES[0], ["yn", "yes", "Yes"], ["yn", "no", "No"]]
TABLE = ["begin group", "t", "How good?", "One each.", None, None, None, None, "table-list"]

pytestmark = pytest.mark.django_db


def spoken(value, *names):
    return [str(value[name].spoken()) for name in names]


def codes(block, name="choices"):
    return [item["value"]["code"] for item in block["value"][name]]


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("select_one ways", "single_choice"),
        ("select one from ways", "single_choice"),
        ("select_multiple ways", "multiple_choice"),
        ("rank ways", "ranking"),
        ("integer", "number"),
        ("int", "number"),
        ("decimal", "number"),
        ("text", "short_text"),
        ("phone number", "short_text"),
        ("date", "date"),
        ("gps", "place"),
        ("acknowledge", "consent"),
        ("trigger", "consent"),
    ],
)
def test_a_type_by_any_of_its_names_is_a_kind_of_question(type_, kind):
    block = only_block([type_, "q", "What?", "A hint."], header=HEADER)
    assert block["type"] == kind
    assert spoken(block["value"], "question", "hint") == ["What?", "A hint."]
    assert block["value"]["name"] == "q"


@pytest.mark.parametrize(
    ("parameters", "kind", "values"),
    [
        ("start=0 end=10 step=1", "scale", {"dont_know": False}),
        ("start=1 end=5 step=1", "rating", {"look": "numbers"}),
        ("start=1 end=7 step=1", "number", {"minimum": "1", "maximum": "7", "decimals": False}),
        ("start=5 end=0 step=0.5", "number", {"minimum": "0", "maximum": "5", "decimals": True}),
    ],
)
def test_a_range_is_a_scale_a_rating_or_a_number_within_bounds(parameters, kind, values):
    block = only_block(["range", "q", "How far?", parameters], header=("type", "name", "label", "parameters"))
    assert block["type"] == kind
    assert values.items() <= block["value"].items()


def test_ticks_of_a_range_are_the_words_of_a_scale():
    choices = [CHOICES[0], ["ends", "0", "Never"], ["ends", "10", "Always"]]
    row = ["range", "q", "How often?", "start=0 end=10 step=1 tick_labelset=ends"]
    block = only_block(row, header=("type", "name", "label", "parameters"), choices=choices)
    assert spoken(block["value"], "label_0", "label_10") == ["Never", "Always"]


def test_codes_yes_and_no_with_the_portals_words_are_a_yes_no_question():
    assert only_block(["select_one yn", "q", "Well?"], choices=YES_NO)["type"] == "yes_no"
    with_dk = [*YES_NO, ["yn", "dk", "I don’t know"]]
    assert only_block(["select_one yn", "q", "Well?"], choices=with_dk)["value"]["dont_know"] is True
    other_words = [CHOICES[0], ["yn", "yes", "Of course"], ["yn", "no", "No"]]
    assert only_block(["select_one yn", "q", "Well?"], choices=other_words)["type"] == "single_choice"


def test_or_other_is_the_portals_own_other():
    block = only_block(["select_one ways or_other", "q", "How?"])
    assert (block["value"]["other"], codes(block)) == (True, ["foot", "bike"])


def test_names_of_answers_that_the_portal_keeps_for_its_own_become_those_or_change():
    choices = [*CHOICES, ["ways", "dk", "No idea"], ["ways", "none", "None"], ["ways", "other", "Other"]]
    result = taken(["select_one ways", "q", "How?"], choices=choices)
    block = result.survey.blocks[0]
    assert block["value"]["dont_know"] is True
    assert codes(block) == ["foot", "bike", "none_2", "other_2"]
    assert told(result) == [
        ("C4", "No idea", "own_words"),
        ("B5", "none", "code"),
        ("B6", "other", "code"),
    ]
    several = taken(["select_multiple ways", "q", "How?"], choices=choices).survey.blocks[0]
    assert (several["value"]["none"], codes(several)) == (True, ["foot", "bike", "other_2"])


def test_names_that_are_no_codes_of_the_portal_are_changed_and_told():
    choices = [CHOICES[0], ["ways", "1.5", "A"], ["ways", "größer", "B"], ["ways", "größer!", "C"]]
    result = taken(["select_one ways", "my.question", "How?"], choices=choices)
    block = result.survey.blocks[0]
    assert block["value"]["name"] == "my_question"
    assert codes(block) == ["1_5", "grosser", "grosser_2"]
    assert [why for _cell, _what, why in told(result)] == ["name", "code", "code", "code"]


def test_a_condition_follows_a_name_and_a_code_that_were_changed():
    choices = [CHOICES[0], ["ways", "1.5", "A"], ["ways", "2", "B"]]
    rows = [["select_one ways", "q.1", "How?", None], ["text", "why", "Why?", "${q.1} = '1.5'"]]
    blocks = taken(*rows, header=("type", "name", "label", "relevant"), choices=choices).survey.blocks
    (condition,) = blocks[1]["value"]["ask_if"]["conditions"]
    assert condition["value"] == {"question": blocks[0]["id"], "operator": "is", "value": "1_5"}


def test_a_list_with_too_few_or_too_many_answers_leaves_its_question_out():
    long = [["long", f"a{number}", "A"] for number in range(101)]
    choices = [*CHOICES, ["one", "a", "A"], *long]
    rows = [["select_one one", "q1", "?"], ["select_one long", "q2", "?"], ["text", "q3", "?"]]
    result = taken(*rows, choices=choices)
    assert [block["value"]["name"] for block in result.survey.blocks] == ["q3"]
    assert told(result)[:2] == [
        ("A2", "select_one one", "too_few_answers"),
        ("A3", "select_one long", "too_many_answers"),
    ]


def test_limits_are_taken_as_far_as_they_fit():
    rows = [
        ["integer", "age", "?", None, None, None, ". >= 0 and . <= 120"],
        ["date", "day", "?", None, None, None, ". >= today() and . <= '2030-01-01'"],
        ["select_multiple ways", "way", "?", None, None, None, "count-selected(.) <= 2"],
        ["text", "why", "?", None, None, None, "string-length(.) < 5"],
        ["percentage", "part", "?"],
    ]
    result = taken(*rows, header=WHOLE)
    age, day, way, _why, part = (block["value"] for block in result.survey.blocks)
    assert (age["minimum"], age["maximum"]) == ("0", "120")
    assert (day["earliest"], day["latest"]) == (None, "2030-01-01")
    assert (way["fewest"], way["most"]) == (None, 2)
    assert (part["minimum"], part["maximum"]) == ("0", "100")
    assert [(cell, why) for cell, _what, why in told(result)] == [("G3", "limits"), ("G5", "limits")]


def test_required_is_taken_unless_it_depends_on_an_answer():
    rows = [
        ["text", "a", "?", None, "yes"],
        ["text", "b", "?", None, "true()"],
        ["text", "c", "?", None, "no"],
    ]
    result = taken(*rows, ["text", "d", "?", None, "${a} = ''"], header=WHOLE)
    assert [block["value"]["required"] for block in result.survey.blocks] == [True, True, False, False]
    assert told(result) == [("E5", "${a} = ''", "required_when")]


def test_several_lines_make_a_long_text():
    rows = [["text", "a", "?", None, None, None, None, None, "multiline"], ["text", "b", "?"]]
    rows.append(["text", "c", "?", None, None, None, None, "rows=5"])
    kinds = [block["type"] for block in taken(*rows, header=WHOLE).survey.blocks]
    assert kinds == ["long_text", "short_text", "long_text"]


def test_notes_are_information_and_so_is_a_text_that_is_only_shown():
    rows = [
        ["text", "q", "?"],
        ["note", None, "First.\nSecond.\n\nNew <b>paragraph</b>."],
        ["note", "n", "Heading", "The text."],
        ["text", "shown", "Only shown.", None, None, None, None, None, None, "yes"],
        ["note", "empty", None, None, None, None, None, None, None, None, "a.png"],
    ]
    result = taken(*rows, header=(*WHOLE, "image"))
    _q, plain, headed, shown = (block["value"] for block in result.survey.blocks)
    body = "<p>First.<br/>Second.</p><p>New &lt;b&gt;paragraph&lt;/b&gt;.</p>"
    assert spoken(plain, "question", "body") == ["", body]
    assert spoken(headed, "question", "body") == ["Heading", "<p>The text.</p>"]
    assert spoken(shown, "question", "body") == ["", "<p>Only shown.</p>"]
    assert told(result) == [("B6", "empty", "nothing_said")]


def test_what_is_no_question_of_the_portal_is_told_and_left_out():
    types = {"time": "kind", "audio": "kind", "start": "device", "calculate": "calculation"}
    types |= {"select_one_from_file a.csv": "outside", "hidden": "calculation"}
    rows = [[type_, f"q{place}", "?", None] for place, type_ in enumerate(types)]
    rows[3][3] = "1 + 1"
    result = taken(*rows, ["text", "why", "?"], header=("type", "name", "label", "calculation"))
    assert [why for _cell, _what, why in told(result)][: len(types)] == list(types.values())
    assert [block["value"]["name"] for block in result.survey.blocks] == ["why"]


def test_every_other_cell_is_told():
    header = (
        "type",
        "name",
        "label",
        "default",
        "constraint_message",
        "image",
        "appearance",
        "choice_filter",
    )
    row = ["select_one ways", "q", "?", "foot", "No!", "a.png", "minimal", "name != 'x'"]
    result = taken([*row, "mine"], header=(*header, "my column"), settings=[["version"], ["2"]])
    assert sorted(told(result)) == [
        ("A2", "2", "setting"),
        ("D2", "foot", "column"),
        ("E2", "No!", "column"),
        ("F2", "a.png", "picture"),
        ("G2", "minimal", "column"),
        ("H2", "name != 'x'", "filter"),
        ("I1", "my column", "unknown_column"),
    ]


def test_rows_that_are_switched_off_or_only_comment_are_left_out():
    rows = [
        ["text", "a", "?", None, None],
        ["text", "b", "?", "yes", None],
        [None, None, None, None, "a remark"],
    ]
    result = taken(*rows, header=("type", "name", "label", "disabled", "remarks"))
    assert len(result.survey.blocks) == 1
    assert told(result) == [("E1", "remarks", "unknown_column"), ("D3", "b", "disabled")]


def test_selects_side_by_side_are_a_matrix():
    rows = [TABLE, ["select_one ways", "a", "Light"], ["select_one ways", "b", "Walls"], ["end group"]]
    (block,) = taken(*rows, header=WHOLE).survey.blocks
    assert block["type"] == "matrix"
    assert (codes(block, "rows"), codes(block)) == (["a", "b"], ["foot", "bike"])
    assert spoken(block["value"], "question", "hint") == ["How good?", "One each."]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(["text", "c", "Other"], id="another_kind"),
        pytest.param(["select_one yn", "c", "Other"], id="another_list"),
        pytest.param(["select_multiple ways", "c", "Other"], id="several_answers"),
        pytest.param(
            ["select_one ways", "c", "Other", None, None, "${a} = 'foot'"], id="a_condition_of_its_own"
        ),
    ],
)
def test_what_does_not_fit_one_matrix_is_a_page_of_questions(line):
    together = ["begin group", "t", "How good?", None, None, None, None, None, "field-list"]
    rows = [
        together,
        ["select_one ways", "a", "Light"],
        ["select_one ways", "b", "Walls"],
        line,
        ["end group"],
    ]
    blocks = taken(*rows, header=WHOLE, choices=[*CHOICES, *YES_NO[1:]]).survey.blocks
    assert [block["type"] for block in blocks][:2] == ["page", "single_choice"]


def test_pictures_are_found_in_the_library_when_every_answer_has_one():
    header = [*CHOICES[0], "image"]
    choices = [header, ["ways", "a", "A", "a.png"], ["ways", "b", "B", "b.png"]]
    city = City(("en",), "en", lambda names: {"a.png": 7, "b.png": 8, "c.png": 9})
    result = taken(["select_one ways", "q", "?"], choices=choices, city=city)
    assert result.not_taken == ()
    (block,) = result.survey.blocks
    assert block["type"] == "image_choice"
    assert [item["value"]["picture"] for item in block["value"]["choices"]] == [7, 8]
    some = City(("en",), "en", lambda names: {"a.png": 7})
    result = taken(["select_one ways", "q", "?"], choices=choices, city=some)
    assert result.survey.blocks[0]["type"] == "single_choice"
    assert sorted(told(result)) == [("D2", "a.png", "picture"), ("D3", "b.png", "picture")]


def test_long_texts_are_cut_and_told():
    result = taken(["text", "q", "w" * 500])
    (block,) = result.survey.blocks
    assert block["value"]["question"].spoken() == "w" * 399 + "…"
    assert [(cell, why) for cell, _what, why in told(result)] == [("C2", "cut")]


def test_scripts_in_the_portals_own_column_of_rich_text_do_not_come_in():
    header = ("type", "name", "label", "portal::body")
    body = '<p onclick="x()">Hello <b>you</b><script>alert(1)</script></p><a href="javascript:x">!</a>'
    result = taken(["note", "n", "Hello you\n\n!", body], ["text", "q", "?"], header=header)
    said = result.survey.blocks[0]["value"]["body"].spoken()
    assert said == "<p>Hello <b>you</b></p><p>!</p>"
    other = taken(["note", "n", "Other words", body], ["text", "q", "?"], header=header)
    assert other.survey.blocks[0]["value"]["body"].spoken() == "<p>Other words</p>"
