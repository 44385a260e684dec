"""Whoever had the older words before them when a correction was published has answered the older question."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from surveys.models import Answer
from tests.surveys.corrections.living import ask, changed, correct, counts, decide, draft, versions
from tests.surveys.editing import how_to_travel, page_of
from tests.surveys.making import open_survey, question

pytestmark = pytest.mark.django_db
OTHER = ask("How would you like to travel?")


@pytest.fixture
def visitor():
    return Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})


def shown(client, survey):
    """The hidden inputs of the form on the survey's page, as a browser would send them back."""
    html = client.get(page_of(survey).url).content.decode()
    inputs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    return {name: [value for key, value in inputs if key == name] for name, _value in inputs}


def test_an_open_card_counts_where_it_was_read(visitor, travel):
    Client(headers={"sec-fetch-site": "same-origin"}).post(
        f"/en/q/{travel.code}/", {**shown(visitor, travel), "answer": "1"}
    )
    before = shown(visitor, travel)
    correct(travel, OTHER, joined=False)
    sent = visitor.post(f"/en/q/{travel.code}/", {**before, "answer": "2"})
    assert sent.status_code == 201
    first, second = versions(travel)
    assert (counts(first), counts(second)) == ({"": 2, "1": 1, "2": 1}, {})


def test_a_card_opened_after_the_correction_counts_for_the_new_question(visitor, travel):
    visitor.post(f"/en/q/{travel.code}/", {**shown(visitor, travel), "answer": "1"})
    correct(travel, OTHER, joined=False)
    other = Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})
    other.post(f"/en/q/{travel.code}/", {**shown(other, travel), "answer": "2"})
    assert counts(versions(travel)[1]) == {"": 1, "2": 1}


def test_pages_begun_before_the_correction_are_sent_in_the_words_they_were_begun_in(visitor, parks):
    survey = open_survey(
        parks, question("page", "Your way"), how_to_travel(), slug="travel", title="Travelling"
    )
    asked = page_of(survey).questions[1].id
    begun = [shown(visitor, survey) for _person in range(2)]
    first = visitor.post(f"/en/q/{survey.code}/pages/", {**begun[0], asked: "1", "go": "send"})
    assert first.status_code == 201
    page = draft(survey, changed(survey, OTHER, place=1))
    decide(page, all=False)
    page.get_latest_revision().publish()
    late = Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})
    sent = late.post(f"/en/q/{survey.code}/pages/", {**begun[1], asked: "2", "go": "send"})
    assert sent.status_code == 201
    read = {answer.question_version.number for answer in Answer.objects.select_related("question_version")}
    assert read == {1}


@pytest.mark.parametrize("made_up", ["0", "99999999", "-1", "x", "9" * 40, "²"])
def test_a_made_up_number_changes_nothing(visitor, travel, made_up):
    form = {**shown(visitor, travel), "read": made_up}
    assert visitor.post(f"/en/q/{travel.code}/", {**form, "answer": "1"}).status_code == 201
    assert counts(versions(travel)[0]) == {"": 1, "1": 1}


def test_the_words_of_another_survey_are_not_taken(visitor, travel, parks):
    other = open_survey(parks, how_to_travel("So", "Not so"), slug="other", title="Other")
    form = {**shown(visitor, travel), "read": str(versions(other)[0].pk)}
    assert visitor.post(f"/en/q/{travel.code}/", {**form, "answer": "3"}).status_code == 201
    assert (counts(versions(travel)[0]), counts(versions(other)[0])) == ({"": 1, "3": 1}, {})
