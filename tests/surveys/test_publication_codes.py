from __future__ import annotations

import pytest
from django.test import Client

from tests.surveys.editing import Editor, code_by_text, how_to_travel, page_of, raw, republish
from tests.surveys.making import choices, open_survey, publish_survey, rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben_edits(client, ben):
    client.force_login(ben)
    return lambda page: Editor(client, page)


def test_ten_drafts_of_a_live_survey_change_no_id_and_nothing_public(parks, ben_edits):
    survey = open_survey(parks, rating(), how_to_travel())
    page, versions = page_of(survey), list(survey.question_versions.order_by("pk").values())
    before = raw(page)
    drafted = raw(page)
    for number in range(10):
        drafted[0]["value"]["question"] = f"A draft wording, number {number}"
        stored = ben_edits(page).save(drafted)
        assert [block["id"] for block in stored] == [block["id"] for block in before]
        assert code_by_text(stored, 1) == code_by_text(before, 1)
    assert list(survey.question_versions.order_by("pk").values()) == versions
    assert "A draft wording" not in Client().get(page.url).content.decode()


def test_names_and_codes_are_given_at_the_first_draft_and_kept(parks, ben_edits):
    page = page_of(publish_survey(parks))
    asked = [*raw(page), how_to_travel(name="")]
    stored = ben_edits(page).save(asked)
    assert [block["value"]["name"] for block in stored] == ["q1", "q2"]
    assert code_by_text(stored, 1) == {"On foot": "1", "By bicycle": "2", "By tram": "3"}


def test_an_open_editor_that_sends_empty_codes_again_gets_the_same_ones(parks, ben_edits):
    page = page_of(publish_survey(parks))
    editor = ben_edits(page)
    # The browser never learns the codes; it goes on sending what it was loaded with.
    in_browser = [*raw(page), how_to_travel(name="")]
    first = code_by_text(editor.autosave(in_browser), 1)
    items = in_browser[1]["value"]["choices"]
    items.reverse()
    items.insert(0, *choices("By car"))
    in_browser.reverse()
    stored = editor.autosave(in_browser)
    assert code_by_text(stored, 0) == {**first, "By car": "4"}
    assert [block["value"]["name"] for block in stored] == ["q2", "q1"]


def test_published_codes_come_back_even_when_a_later_draft_had_dropped_the_question(parks, ben_edits):
    survey = publish_survey(parks, rating(), how_to_travel())
    page = page_of(survey)
    with_both = raw(page)
    editor = ben_edits(page)
    editor.save(with_both[:1])
    with_both[1]["value"]["name"] = ""
    for item in with_both[1]["value"]["choices"]:
        item["value"]["code"] = ""
    with_both[1]["value"]["choices"].reverse()
    stored = editor.save(with_both)
    assert code_by_text(stored, 1) == {"On foot": "1", "By bicycle": "2", "By tram": "3"}
    assert stored[1]["value"]["name"] == "q2"


def test_the_code_of_a_removed_choice_is_never_given_to_another(parks):
    survey = publish_survey(parks, how_to_travel())
    page = page_of(survey)
    asked = raw(page)
    asked[0]["value"]["choices"][2:] = choices("By ferry")
    republish(page, asked)
    assert code_by_text(raw(page_of(survey))) == {"On foot": "1", "By bicycle": "2", "By ferry": "4"}


def test_a_code_that_the_editor_writes_is_kept(parks, ben_edits):
    page = page_of(publish_survey(parks))
    asked = [how_to_travel()]
    asked[0]["value"]["choices"][0]["value"]["code"] = "foot"
    stored = ben_edits(page).save(asked)
    assert code_by_text(stored) == {"On foot": "foot", "By bicycle": "1", "By tram": "2"}


def test_a_question_duplicated_in_the_editor_gets_a_name_of_its_own_and_keeps_it(parks, ben_edits):
    page = page_of(publish_survey(parks))
    copy = rating("How quiet was your street this week?", name="q1")
    in_browser = [copy, *raw(page)]
    editor = ben_edits(page)
    for _save in range(2):
        assert [block["value"]["name"] for block in editor.autosave(in_browser)] == ["q2", "q1"]


def test_one_name_for_two_new_questions_is_refused_at_the_form(parks, ben_edits):
    page = page_of(publish_survey(parks))
    asked = [*raw(page), how_to_travel(name="x"), how_to_travel(name="x")]
    editor = ben_edits(page)
    response = editor.client.post(editor.url, editor.form(asked))
    assert "Two questions are called x in exports." in str(response.context["form"].errors)
