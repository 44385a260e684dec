"""Groups become pages, and what stands between them keeps its order; conditions and repeated answers."""

from __future__ import annotations

import pytest

from tests.surveys.xlsforms.forms import taken, told

HEADER = ("type", "name", "label", "relevant")
END = ["end group"]

pytestmark = pytest.mark.django_db


def text(name, relevant=None, label="?"):
    return ["text", name, label, relevant]


def group(name, relevant=None, label="G"):
    return ["begin group", name, label, relevant]


def outline(result):
    """Kinds and names, with the conditions: (kind, name, [(about, operator, value)])."""
    names = {block["id"]: block["value"]["name"] for block in result.survey.blocks}
    found = []
    for block in result.survey.blocks:
        conditions = [item["value"] for item in block["value"]["ask_if"]["conditions"]]
        found.append(
            (
                block["type"],
                block["value"]["name"],
                [(names[one["question"]], one["operator"], one["value"]) for one in conditions],
            )
        )
    return found


def page_names(result):
    return [(kind[0], name) for kind, name, _rule in outline(result)]


def test_questions_without_groups_have_no_pages():
    assert page_names(taken(text("a"), text("b"), header=HEADER)) == [("s", "a"), ("s", "b")]


def test_a_group_begins_a_page_and_so_does_what_follows_it():
    result = taken(text("a"), group("g"), text("b"), END, text("c"), header=HEADER)
    assert page_names(result) == [("s", "a"), ("p", "g"), ("s", "b"), ("p", "page_4"), ("s", "c")]


def test_groups_within_groups_lie_flat_and_all_their_conditions_hold():
    rows = [text("a"), text("z")]
    rows += [group("g", "${a} != ''"), text("b"), group("h", "${z} != ''"), text("c"), END, text("d"), END]
    result = taken(*rows, header=HEADER)
    a, z = ("a", "is_not", ""), ("z", "is_not", "")
    assert [entry for entry in outline(result) if entry[0] == "page"] == [
        ("page", "g", [a]),
        ("page", "h", [a, z]),
        ("page", "page_7", [a]),
    ]


def test_alternatives_of_a_group_within_a_group_are_told():
    rows = [text("a"), text("z"), group("g", "${a} != ''")]
    rows += [group("h", "${z} != '' or ${a} = ''"), text("c"), END, END]
    result = taken(*rows, header=HEADER)
    assert outline(result)[2] == ("page", "h", [("a", "is_not", "")])
    assert told(result) == [
        ("C4", "G", "group_words"),
        ("D5", "${z} != '' or ${a} = ''", "condition_levels"),
    ]


def test_a_group_without_questions_of_the_portal_begins_no_page():
    rows = [text("a"), group("g"), ["audio", "x", "Say it."], END, group("h"), text("b"), END]
    result = taken(*rows, header=HEADER)
    assert page_names(result) == [("s", "a"), ("p", "h"), ("s", "b")]
    assert [why for _cell, _what, why in told(result)] == ["group_words", "kind"]


def test_what_is_repeated_is_asked_once_and_what_is_looped_over_not_at_all():
    repeat = [["begin repeat", "r", "Each person"], text("a"), ["end repeat"]]
    loop = [["begin loop over ways", "l", "Each way"], text("b"), ["end loop"]]
    result = taken(*repeat, *loop, header=HEADER)
    assert page_names(result) == [("p", "r"), ("s", "a")]
    assert [why for _cell, _what, why in told(result)] == ["repeated", "loop"]


@pytest.mark.parametrize(
    ("relevant", "why"),
    [
        ("${later} != ''", "condition_later"),
        ("${why} = 'because'", "condition_words"),
        ("${way} = 'train'", "condition_answer"),
        ("${way} > 3", "condition_comparison"),
        ("${sound} != ''", "condition_about"),
        ("${way} = 'foot' and (${why} = '' or ${why} != '')", "condition_levels"),
        ("regex(${why}, 'a')", "condition"),
        ("${way} = 'foot' and ${way} = 'bike'", "condition_never"),
        ("false()", "condition_never"),
    ],
)
def test_a_condition_that_cannot_be_asked_is_told_and_the_question_always_asked(relevant, why):
    rows = [["select_one ways", "way", "How?"], text("why"), ["audio", "sound", "Say it."]]
    result = taken(*rows, text("q", relevant), text("later"), header=HEADER)
    assert outline(result)[2] == ("short_text", "q", [])
    assert told(result)[-1] == ("D5", relevant, why)


def test_a_page_that_is_never_shown_loses_its_condition_not_its_questions():
    rows = [
        ["select_one ways", "way", "How?"],
        group("g", "${way} = 'foot' and ${way} = 'bike'"),
        text("q"),
        END,
    ]
    result = taken(*rows, header=HEADER)
    assert outline(result)[1:] == [("page", "g", []), ("short_text", "q", [])]
    assert told(result)[-1][2] == "condition_never"


def test_answers_of_earlier_pages_are_repeated_others_leave_an_ellipsis():
    rows = [text("name"), group("g"), text("b", label="Hello ${name}"), text("c", label="So ${b}, {x}"), END]
    result = taken(*rows, header=HEADER)
    labels = [block["value"]["question"].spoken() for block in result.survey.blocks]
    assert labels[2:] == ["Hello {name}", "So …, (x)"]
    assert [(cell, why) for cell, _what, why in told(result)] == [("C5", "braces"), ("C5", "repeats_answer")]


def test_the_portals_own_column_of_a_condition_counts_only_beside_its_expression():
    header = (*HEADER, "portal::ask_if")
    own = '["any", [["way", "is", "foot"]]]'
    rows = [["select_one ways", "way", "How?"]]
    kept = taken(*rows, [*text("q", "${way} = 'foot'"), own], header=header)
    assert kept.survey.blocks[1]["value"]["ask_if"]["match"] == "any"
    changed = taken(*rows, [*text("q", "${way} = 'bike'"), own], header=header)
    assert outline(changed)[1][2] == [("way", "is", "bike")]
    broken = taken(*rows, [*text("q", "${way} = 'bike'"), '["any", [["gone", 1]]'], header=header)
    assert outline(broken)[1][2] == [("way", "is", "bike")]
