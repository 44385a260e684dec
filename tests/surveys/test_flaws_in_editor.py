"""What stops a survey from being published is said at the questions; its draft can be saved all the same."""

from __future__ import annotations

import uuid

import pytest

from surveys.domain.soundness import Flaw
from surveys.models import SurveyPage
from tests.factories import department_page
from tests.surveys.editing import Editor, how_to_travel
from tests.surveys.making import question, rating


def asked_if(*conditions, match="all"):
    listed = [
        {
            "type": "item",
            "id": str(uuid.uuid4()),
            "value": {"question": asked["id"], "operator": operator, "value": value},
        }
        for asked, operator, value in conditions
    ]
    return {"match": match, "conditions": listed}


def hanging_on(*conditions, text="Why?", **values):
    return question("short_text", text, ask_if=asked_if(*conditions), **values)


def itself():
    asked = question("short_text", "Why?")
    asked["value"]["ask_if"] = asked_if((asked, "is", ""))
    return asked


def first_choice(asked):
    return asked["value"]["choices"][0]["id"]


def contradiction(asked):
    one, other = (item["id"] for item in asked["value"]["choices"][:2])
    return hanging_on((asked, "is", one), (asked, "is", other))


def flawed(flaw):
    travel, words, gone = how_to_travel(), question("short_text", "Your words", name="words"), rating()
    page = question("page", "Second page")
    return {
        Flaw.UNKNOWN_QUESTION: [travel, hanging_on((gone, "is", "1"))],
        Flaw.REFERS_FORWARD: [hanging_on((travel, "is", first_choice(travel))), travel],
        Flaw.REFERS_TO_ITSELF: [travel, itself()],
        Flaw.UNKNOWN_ANSWER: [travel, hanging_on((travel, "is", "by-rocket"))],
        Flaw.NOT_COMPARABLE: [travel, hanging_on((travel, "more", "3"))],
        Flaw.ONLY_WHETHER_ANSWERED: [words, hanging_on((words, "is", "trees"))],
        Flaw.NEVER_ASKED: [travel, contradiction(travel)],
        Flaw.PIPES_UNKNOWN: [travel, question("short_text", "Why {nobody}?")],
        Flaw.PIPES_FORWARD: [question("short_text", "Why {words}?"), words],
        Flaw.PIPES_SAME_PAGE: [travel, page, words, question("short_text", "Why {words}?")],
        Flaw.PIPES_WORDS: [words, question("short_text", "Why {words}?")],
        Flaw.EMPTY_PAGE: [travel, page],
    }[flaw]


SAID = {
    Flaw.UNKNOWN_QUESTION: "a question that is not there",
    Flaw.REFERS_FORWARD: "which comes later",
    Flaw.REFERS_TO_ITSELF: "the question itself",
    Flaw.UNKNOWN_ANSWER: "“by-rocket”, which that question does not have",
    Flaw.NOT_COMPARABLE: "more or less",
    Flaw.ONLY_WHETHER_ANSWERED: "leave the answer of the condition",
    Flaw.NEVER_ASKED: "nobody would ever see it",
    Flaw.PIPES_UNKNOWN: "no question has that name",
    Flaw.PIPES_FORWARD: "that question comes later",
    Flaw.PIPES_SAME_PAGE: "answered on the same page",
    Flaw.PIPES_WORDS: "words can only be repeated in a survey with pages",
    Flaw.EMPTY_PAGE: "the page has no question",
}
PLACES = {Flaw.REFERS_FORWARD: 1, Flaw.PIPES_FORWARD: 1, Flaw.PIPES_SAME_PAGE: 4}


@pytest.fixture
def editor(client, hana, parks):
    client.force_login(hana)
    page = SurveyPage(title="New", slug="new", live=False)
    department_page(parks).add_child(instance=page)
    page.save_revision()
    return Editor(client, page)


def refused(editor, questions):
    """What the editor says when somebody tries to publish `questions`."""
    response = editor.client.post(editor.url, editor.form(questions, **{"action-publish": "1"}))
    assert response.status_code == 200
    editor.page.refresh_from_db()
    assert not editor.page.live
    [said] = response.context["form"].errors["questions"]
    # In the page as the person reads it, too.
    assert said.split("”")[-1][-20:].strip() in response.content.decode()
    return said


@pytest.mark.parametrize("flaw", Flaw)
def test_a_draft_with_a_flaw_is_saved_and_is_not_published(editor, flaw):
    questions = flawed(flaw)
    assert len(editor.save(questions)) == len(questions)
    said = refused(editor, questions)
    place = PLACES.get(flaw, 2)
    title = questions[place - 1]["value"]["question"]
    assert said.startswith(f"{place}. “{title}”: ")
    assert SAID[flaw] in said


def test_a_flaw_that_is_mended_lets_the_survey_be_published(editor):
    travel = how_to_travel()
    editor.save([hanging_on((travel, "is", first_choice(travel))), travel])
    stored = editor.publish([travel, hanging_on((travel, "is", first_choice(travel)))])
    assert editor.page.live
    condition = stored[1]["value"]["ask_if"]["conditions"][0]["value"]
    assert condition == {"question": travel["id"], "operator": "is", "value": "1"}


def test_groups_that_are_no_numbers_are_named(editor):
    ages = question("number", "How old are you?", bands="18, old")
    editor.save([ages])
    assert "old" in refused(editor, [ages])


def test_a_question_about_places_needs_a_city_with_districts(editor):
    place = question("place", "Where?", point=True)
    editor.save([place])
    assert "no districts yet" in refused(editor, [place])


def test_every_flaw_is_said_at_once(editor):
    travel = how_to_travel()
    said = refused(
        editor, [travel, hanging_on((travel, "is", "by-rocket")), question("short_text", "{nobody}")]
    )
    assert "by-rocket" in said
    assert "{nobody} stands in it" in said
