"""What the editor's script for conditions is told, and what becomes of the conditions that it builds."""

from __future__ import annotations

import uuid

import pytest
from django.utils import translation

from portal.core.models import District
from surveys.domain.kinds import Kind
from surveys.domain.logic import Operator
from surveys.models import SurveyPage
from surveys.panels import condition_terms, operators_for
from tests.factories import department_page
from tests.surveys.editing import Editor, how_to_travel
from tests.surveys.making import choices, question


def hanging(*conditions):
    listed = [
        {
            "type": "item",
            "id": str(uuid.uuid4()),
            "value": {"question": asked["id"], "operator": operator, "value": value},
        }
        for asked, operator, value in conditions
    ]
    return question("short_text", "Why?", ask_if={"match": "any", "conditions": listed})


@pytest.fixture
def editor(client, hana, parks):
    client.force_login(hana)
    page = SurveyPage(title="New", slug="new", live=False)
    department_page(parks).add_child(instance=page)
    page.save_revision()
    return Editor(client, page)


def values(stored, place=-1):
    return [one["value"]["value"] for one in stored[place]["value"]["ask_if"]["conditions"]]


@pytest.mark.parametrize(
    ("kind", "operators"),
    [
        pytest.param(Kind.SINGLE, "is is_not", id="one_answer"),
        pytest.param(Kind.MULTIPLE, "contains contains_not is is_not", id="several_answers"),
        pytest.param(Kind.MATRIX, "contains contains_not is is_not", id="matrix"),
        pytest.param(Kind.RATING, "is is_not more less", id="rating"),
        pytest.param(Kind.NUMBER, "is is_not more less", id="number"),
        pytest.param(Kind.DATE, "is is_not more less", id="date"),
        pytest.param(Kind.TEXT, "is is_not", id="words"),
        pytest.param(Kind.PLACE, "is is_not", id="place"),
    ],
)
def test_only_comparisons_that_say_something_are_offered(kind, operators):
    assert operators_for(kind) == [Operator(one) for one in operators.split()]


def test_the_script_is_told_districts_and_the_portals_own_answers_in_the_editors_language(db):
    District.objects.create(code="mill", name={"en": "Mill Quarter", "es": "Barrio del Molino"}, order=1)
    with translation.override("es"):
        terms = condition_terms()
    assert terms["kinds"]["place"]["codes"] == [["mill", "Barrio del Molino"]]
    assert [code for _switch, code, _words in terms["own"]] == ["other", "none", "dk"]
    assert [code for code, _words in terms["kinds"]["scale"]["codes"]] == [str(step) for step in range(11)]
    assert [code for code, _words in terms["kinds"]["yes_no"]["codes"]] == ["yes", "no"]
    assert not terms["kinds"]["page"]["asks"]


def test_the_editor_brings_the_script_and_its_words(editor):
    shown = editor.client.get(editor.url).content.decode()
    assert 'id="condition-terms"' in shown
    assert "admin/conditions.js" in shown
    assert "data-condition-question" in shown


def test_answers_chosen_before_they_have_a_code_are_stored_by_their_code(editor):
    travel = how_to_travel("On foot", "By tram")
    lights = question("matrix", "How good?", rows=choices("Lights", "Paths"), choices=choices("Bad", "Good"))
    tram = travel["value"]["choices"][1]["id"]
    cell = ":".join(lights["value"][name][1]["id"] for name in ("rows", "choices"))
    stored = editor.save([travel, lights, hanging((travel, "is", tram), (lights, "contains", cell))])
    assert values(stored) == ["2", "2:2"]


def test_ten_more_drafts_of_an_open_editor_change_no_id_and_no_condition(editor):
    travel = how_to_travel("On foot", "By tram")
    questions = [travel, hanging((travel, "is", travel["value"]["choices"][1]["id"]))]
    first = editor.autosave(questions)
    for _again in range(10):
        # The browser still holds what it was loaded with: no codes, and the answer by its line.
        assert editor.autosave(questions) == first


def test_two_new_questions_share_no_line():
    """Both begin with the same two empty lines; each is left without an id, so that the browser gives it one."""
    block = SurveyPage._meta.get_field("questions").stream_block.child_blocks["single_choice"]
    lines = block.get_form_state(block.get_default())["choices"]
    assert len(lines) == 2
    assert all("id" not in line for line in lines)
