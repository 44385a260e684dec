"""Whether an answered question that changes goes on with its results."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry

from portal.core.completeness import IncompletePageError
from surveys.models import Correction
from surveys.queries.corrections import changed_questions
from surveys.services.corrections import UnknownChangeError, decide_changes
from tests.surveys.corrections.living import (
    answered,
    ask,
    changed,
    correct,
    counts,
    decide,
    draft,
    versions,
)
from tests.surveys.editing import how_to_travel, page_of, raw
from tests.surveys.making import choices, open_survey, publish_survey, rating

pytestmark = pytest.mark.django_db


def undecided(page):
    return [one for one in changed_questions(page.get_latest_revision_as_object()) if one.undecided]


def test_the_same_question_better_said_goes_on_counting(travel):
    answered(travel, "1")
    correct(travel, ask("How do you usually travel?"), joined=True)
    answered(travel, "2")
    first, second = versions(travel)
    assert second.counted_as == first.pk
    assert counts(second) == {"": 2, "1": 1, "2": 1}


def test_another_question_begins_anew(travel):
    answered(travel, "1")
    correct(travel, ask("How would you like to travel?"), joined=False)
    answered(travel, "2")
    first, second = versions(travel)
    assert (counts(first), counts(second)) == ({"": 1, "1": 1}, {"": 1, "2": 1})


def test_publishing_is_refused_while_nobody_has_decided(travel):
    answered(travel, "1")
    page = draft(travel, changed(travel, ask("How do you usually travel?")))
    with pytest.raises(IncompletePageError, match="Say first whether its results go on together"):
        page.get_latest_revision().publish()
    assert len(versions(travel)) == 1
    assert page_of(travel).questions[0].value["question"] == "How do you travel?"


def test_a_decision_holds_for_the_words_it_was_made_about(travel):
    answered(travel, "1")
    page = draft(travel, changed(travel, ask("How do you usually travel?")))
    decide(page, all=True)
    assert undecided(page) == []
    page = draft(travel, changed(travel, ask("How do you never travel?")))
    assert len(undecided(page)) == 1
    page = draft(travel, changed(travel, ask("How do you usually travel?")))
    assert undecided(page) == []


def test_a_decision_can_be_changed_until_the_page_is_published(travel, hana):
    answered(travel, "1")
    page = draft(travel, changed(travel, ask("How do you usually travel?")))
    decide(page, all=True)
    decide(page, by=hana, all=False)
    decision = Correction.objects.get()
    assert (decision.joined, decision.decided_by) == (False, hana)
    assert PageLogEntry.objects.filter(action="surveys.decide_changes", user=hana).exists()
    assert not ModelLogEntry.objects.exists()


def test_a_question_that_nobody_has_answered_needs_no_decision(travel):
    page = draft(travel, changed(travel, ask("How do you usually travel?")))
    assert undecided(page) == []
    page.get_latest_revision().publish()
    assert [version.number for version in versions(travel)] == [1]


def test_another_kind_of_question_parts_by_itself_and_cannot_be_joined(travel):
    answered(travel, "1")
    blocks = raw(page_of(travel))
    blocks[0] = rating("How do you travel?", name="q1") | {"id": blocks[0]["id"]}
    page = draft(travel, blocks)
    (change,) = changed_questions(page.get_latest_revision_as_object())
    assert change.parts_by_itself
    with pytest.raises(UnknownChangeError):
        decide_changes(page=page.get_latest_revision_as_object(), joined={change.question_id: True}, by=None)
    page.get_latest_revision().publish()
    first, second = versions(travel)
    assert second.counted_as == second.pk
    assert counts(first) == {"": 1, "1": 1}


def test_a_decision_about_a_question_that_is_not_changed_is_refused(travel):
    answered(travel, "1")
    page = draft(travel, raw(page_of(travel)))
    with pytest.raises(UnknownChangeError):
        decide_changes(page=page, joined={page.questions[0].id: True}, by=None)
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda value: value.update(required=True), id="must be answered"),
        pytest.param(lambda value: value.update(hint="Any way counts."), id="another hint"),
        pytest.param(lambda value: value["choices"].reverse(), id="another order"),
        pytest.param(lambda value: value.update(shuffle=True), id="shuffled"),
    ],
)
def test_what_an_answer_does_not_depend_on_goes_on_without_a_question(travel, change):
    answered(travel, "1")
    page = draft(travel, changed(travel, change))
    assert undecided(page) == []
    page.get_latest_revision().publish()
    assert {version.counted_as for version in versions(travel)} == {versions(travel)[0].pk}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(ask("How do you usually travel?"), id="words"),
        pytest.param(lambda value: value["choices"].extend(choices("By car")), id="one more choice"),
        pytest.param(lambda value: value["choices"].pop(), id="one choice less"),
        pytest.param(
            lambda value: value["choices"][0]["value"].update(text="Walking"), id="a choice's words"
        ),
        pytest.param(lambda value: value["choices"][0]["value"].update(opinion=False), id="no opinion"),
        pytest.param(lambda value: value.update(dont_know=True), id="don't know"),
        pytest.param(lambda value: value.update(other_wording="How do you go?"), id="a second wording"),
    ],
)
def test_what_an_answer_depends_on_needs_a_decision(travel, change):
    answered(travel, "1")
    assert len(undecided(draft(travel, changed(travel, change)))) == 1


def test_moving_a_question_and_swapping_names_changes_no_question(parks):
    survey = open_survey(parks, how_to_travel(), rating())
    answered(survey, "1")
    before = {version.question_id: version.pk for version in versions(survey)}
    blocks = list(reversed(raw(page_of(survey))))
    blocks[0]["value"]["name"], blocks[1]["value"]["name"] = "q1", "q2"
    page = draft(survey, blocks)
    assert undecided(page) == []
    page.get_latest_revision().publish()
    assert {version.question_id: version.pk for version in versions(survey)} == before
    names = {str(version.question_id): version.name for version in survey.question_versions.current()}
    assert names == {blocks[0]["id"]: "q1", blocks[1]["id"]: "q2"}


def test_a_question_that_comes_back_unchanged_goes_on_where_it_was(parks):
    survey = open_survey(parks, how_to_travel(), rating())
    answered(survey, "1")
    whole = raw(page_of(survey))
    draft(survey, whole[1:]).get_latest_revision().publish()
    draft(survey, whole).get_latest_revision().publish()
    answered(survey, "2")
    back = survey.question_versions.current().first()
    assert counts(back) == {"": 2, "1": 1, "2": 1}


@pytest.mark.parametrize("joined", [True, False])
def test_a_question_that_comes_back_in_other_words_is_asked_about(parks, joined):
    survey = open_survey(parks, how_to_travel(), rating())
    answered(survey, "1")
    whole = raw(page_of(survey))
    draft(survey, whole[1:]).get_latest_revision().publish()
    whole[0]["value"]["question"] = "How do you usually travel?"
    page = draft(survey, whole)
    assert len(undecided(page)) == 1
    decide(page, all=joined)
    page.get_latest_revision().publish()
    back = survey.question_versions.current().first()
    assert (back.series_id is not None) is joined


def test_a_copy_of_the_page_has_no_answers_and_asks_for_no_decision(travel):
    answered(travel, "1")
    copied = page_of(travel).copy(update_attrs={"slug": "again", "title": "Again"})
    blocks = raw(copied)
    blocks[0]["value"]["question"] = "How do you usually travel?"
    copied.questions = blocks
    assert changed_questions(copied) == []


def test_a_survey_that_was_never_published_asks_for_no_decision(parks):
    survey = publish_survey(parks, how_to_travel())
    page = page_of(survey)
    survey.delete()
    page.questions = changed_blocks(page)
    assert changed_questions(page) == []


def changed_blocks(page):
    blocks = raw(page)
    blocks[0]["value"]["question"] = "How do you usually travel?"
    return blocks
