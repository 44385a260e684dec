"""The screen "What was changed": who is led to it, what it shows, and what follows a decision."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from surveys.models import Correction
from tests.surveys.corrections.living import (
    answered,
    ask,
    changed,
    counts,
    draft,
    versions,
)
from tests.surveys.editing import Editor, how_to_travel, page_of, raw
from tests.surveys.making import choices, open_survey, rating

pytestmark = pytest.mark.django_db
USUALLY = ask("How do you usually travel?")
BUTTON = "Decide on changed questions"


@pytest.fixture
def seen(client):
    """The screen as one person sees and uses it."""
    return lambda user, survey: Screen(client, user, page_of(survey))


class Screen:
    def __init__(self, client, user, page):
        client.force_login(user)
        self.client, self.page = client, page
        self.url = reverse("survey_admin:changes", args=[page.translation_key])
        self.editor = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def get(self, **query):
        return self.client.get(self.url, query)

    def form(self, decision, **fields):
        form = self.get().context["form"]
        asked = [name for name in form.fields if not name.startswith("said-")]
        said = {name: form[name].value() for name in form.fields if name.startswith("said-")}
        return {**said, **dict.fromkeys(asked, decision), **fields}

    def decide(self, decision, **fields):
        return self.client.post(self.url, self.form(decision, **fields))


@pytest.fixture
def corrected(travel):
    """Two people have answered; an editor has drafted another wording."""
    answered(travel, "1")
    answered(travel, "2")
    draft(travel, changed(travel, USUALLY))
    return travel


def test_who_may_edit_the_page_decides_and_goes_back_to_the_editor(corrected, seen, ben):
    screen = seen(ben, corrected)
    response = screen.decide("together")
    assert response["Location"] == screen.editor
    decision = Correction.objects.get()
    assert (decision.joined, decision.decided_by) == (True, ben)
    assert len(versions(corrected)) == 1


@pytest.mark.parametrize("stranger", ["cleo", "fay", "ivo", "emil", "dora"])
def test_who_may_not_edit_the_page_finds_no_such_screen(corrected, seen, request, stranger):
    screen = seen(request.getfixturevalue(stranger), corrected)
    assert screen.get().status_code == 404
    assert screen.client.post(screen.url, {"then": "publish"}).status_code == 404
    assert not Correction.objects.exists()


def test_residents_and_visitors_do_not_get_there(corrected, client, ada):
    url = reverse("survey_admin:changes", args=[corrected.key])
    assert client.get(url).status_code == 302
    client.force_login(ada)
    assert client.get(url).status_code == 403


def test_the_screen_shows_both_wordings_and_how_many_answered(corrected, seen, ben):
    shown = seen(ben, corrected).get().content.decode()
    assert "How do you <ins>usually </ins>travel?" in shown
    assert "2 people have answered" in " ".join(shown.split())
    assert "The same question, better said: the results go on together" in shown
    assert "Another question: the results begin anew" in shown


def test_the_screen_names_choices_that_came_went_and_were_reworded(travel, seen, ben):
    answered(travel, "1")

    def change(value):
        value["choices"][0]["value"]["text"] = "Walking"
        value["choices"][1]["value"]["opinion"] = False
        value["choices"][2:] = choices("By car")

    draft(travel, changed(travel, change))
    lines = seen(ben, travel).get().context["rows"][0][1]
    said = {
        (line.kind, "".join(piece.text for piece in line.before), "".join(piece.text for piece in line.after))
        for line in lines
    }
    assert said == {
        ("same", "How do you travel?", "How do you travel?"),
        ("changed", "On foot", "Walking"),
        ("same", "By bicycle", "By bicycle"),
        ("removed", "By tram", ""),
        ("added", "", "By car"),
    }
    assert [line.notes for line in lines if line.notes] == [("It is no opinion any more.",)]


def test_another_kind_is_named_and_not_asked_about(travel, seen, hana):
    answered(travel, "1")
    blocks = raw(page_of(travel))
    blocks[0] = rating("How do you travel?", name="q1") | {"id": blocks[0]["id"]}
    draft(travel, blocks)
    screen = seen(hana, travel)
    shown = screen.get().content.decode()
    assert "Its results begin anew." in shown
    assert 'type="radio"' not in shown
    screen.decide("together", **{blocks[0]["id"]: "together"})
    assert not Correction.objects.exists()


def test_a_decision_is_needed_for_every_question(parks, seen, ben):
    survey = open_survey(parks, how_to_travel(), rating())
    answered(survey, "1")
    answered(survey, "4", place=1)
    blocks = raw(page_of(survey))
    for block in blocks:
        block["value"]["question"] += " And why?"
    draft(survey, blocks)
    screen = seen(ben, survey)
    data = screen.form("together")
    del data[blocks[1]["id"]]
    response = screen.client.post(screen.url, data)
    assert response.status_code == 200
    assert "Choose one of the two." in response.content.decode()
    assert not Correction.objects.exists()


def test_whoever_decided_about_words_that_changed_meanwhile_is_asked_again(corrected, seen, ben):
    screen = seen(ben, corrected)
    data = screen.form("together")
    draft(corrected, changed(corrected, ask("How do you never travel?")))
    response = screen.client.post(screen.url, data)
    assert "changed again in the meantime" in response.content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize("forged", ["", "perhaps", "joined"])
def test_anything_but_the_two_decisions_is_refused(corrected, seen, ben, forged):
    assert seen(ben, corrected).decide(forged).status_code == 200
    assert not Correction.objects.exists()


def test_a_decision_without_the_words_it_is_about_is_refused(corrected, seen, ben):
    screen = seen(ben, corrected)
    data = {name: value for name, value in screen.form("together").items() if not name.startswith("said-")}
    assert screen.client.post(screen.url, data).status_code == 200
    assert not Correction.objects.exists()


def test_a_publisher_who_presses_publish_decides_and_the_page_is_published(client, travel, seen, hana):
    answered(travel, "1")
    client.force_login(hana)
    editor = Editor(client, page_of(travel))
    data = editor.form(changed(travel, USUALLY), **{"action-publish": "1"})
    response = client.post(editor.url, data)
    screen = seen(hana, travel)
    assert response["Location"] == f"{screen.url}?then=publish"
    assert len(versions(travel)) == 1
    assert screen.get(then="publish").context["then"] == "publish"
    screen.decide("together", then="publish")
    answered(travel, "2")
    assert counts(versions(travel)[1]) == {"": 2, "1": 1, "2": 1}
    assert page_of(travel).questions[0].value["question"] == "How do you usually travel?"
    assert not page_of(travel).has_unpublished_changes


def test_an_editor_who_submits_decides_and_the_page_waits_for_approval(client, travel, seen, ben, hana):
    answered(travel, "1")
    client.force_login(ben)
    editor = Editor(client, page_of(travel))
    response = client.post(editor.url, editor.form(changed(travel, USUALLY), **{"action-submit": "1"}))
    screen = seen(ben, travel)
    assert response["Location"] == f"{screen.url}?then=submit"
    assert not page_of(travel).workflow_in_progress
    screen.decide("anew", then="submit")
    assert page_of(travel).workflow_in_progress
    page_of(travel).current_workflow_task_state.approve(user=hana)
    assert [version.series_id for version in versions(travel)] == [None, None]


def test_an_approver_is_asked_about_what_was_answered_since_it_was_submitted(client, travel, seen, ben, hana):
    client.force_login(ben)
    editor = Editor(client, page_of(travel))
    editor.save(changed(travel, USUALLY), **{"action-submit": "1"})
    assert page_of(travel).workflow_in_progress
    answered(travel, "1")
    client.force_login(hana)
    editor = Editor(client, page_of(travel))
    approving = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": '{"comment": "Well said"}',
    }
    response = client.post(editor.url, editor.form(changed(travel, USUALLY), **approving))
    screen = seen(hana, travel)
    assert response["Location"].startswith(f"{screen.url}?then=approve&comment=")
    comment = client.get(response["Location"]).context["comment"]
    screen.decide("together", then="approve", comment=comment)
    state = WorkflowState.objects.get()
    assert state.status == WorkflowState.STATUS_APPROVED
    assert state.current_task_state.comment == "Well said"
    assert versions(travel)[1].counted_as == versions(travel)[0].pk


def test_who_may_not_publish_does_not_publish_by_a_forged_form(corrected, seen, ben):
    screen = seen(ben, corrected)
    for then in ("publish", "approve", "restart", "delete"):
        assert screen.decide("together", then=then)["Location"] == screen.editor
    assert len(versions(corrected)) == 1
    assert not page_of(corrected).workflow_in_progress


def test_publishing_without_such_a_change_asks_nothing(client, travel, hana):
    answered(travel, "1")
    client.force_login(hana)
    editor = Editor(client, page_of(travel))
    editor.publish(changed(travel, lambda value: value.update(required=True)))
    assert page_of(travel).questions[0].value["required"] is True


def test_saving_a_draft_asks_nothing(client, travel, ben):
    answered(travel, "1")
    client.force_login(ben)
    stored = Editor(client, page_of(travel)).save(changed(travel, USUALLY))
    assert stored[0]["value"]["question"] == "How do you usually travel?"


def test_the_editor_has_a_button_while_something_is_undecided(client, corrected, seen, ben):
    client.force_login(ben)
    address = reverse("wagtailadmin_pages:edit", args=[page_of(corrected).pk])
    assert BUTTON in client.get(address).content.decode()
    seen(ben, corrected).decide("together")
    assert BUTTON not in client.get(address).content.decode()


def test_a_draft_that_changes_nothing_answered_leads_back_to_the_editor(travel, seen, ben):
    draft(travel, changed(travel, USUALLY))
    screen = seen(ben, travel)
    assert screen.get()["Location"] == screen.editor


def test_a_page_that_somebody_has_locked_is_not_decided_on(corrected, seen, ben, hana):
    page = page_of(corrected)
    type(page).objects.filter(pk=page.pk).update(locked=True, locked_by=hana)
    screen = seen(ben, corrected)
    assert screen.get()["Location"] == screen.editor
    assert screen.client.post(screen.url, {})["Location"] == screen.editor


def test_a_page_that_lacks_something_else_says_so_after_the_decision(client, travel, seen, hana):
    answered(travel, "1")
    blocks = changed(travel, USUALLY)
    blocks[0]["value"]["question"] = "How do you usually go {nowhere}?"
    draft(travel, blocks)
    screen = seen(hana, travel)
    response = screen.client.post(screen.url, screen.form("together", then="publish"), follow=True)
    assert response.redirect_chain[-1][0] == screen.editor
    assert "no question has that name" in response.content.decode()
    assert len(versions(travel)) == 1
