"""The library shows what a person may see, and nothing of what other departments keep to themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from surveys.models import QuestionVersion
from surveys.permissions import surveys_seen_by
from surveys.queries.library import found_in, library_of
from surveys.services.waves import open_wave
from tests.surveys.editing import how_to_travel, page_of, raw, republish
from tests.surveys.making import publish_survey, question, rating

SCREEN = reverse("survey_admin:library")


def library(user, language="en"):
    return library_of(surveys_seen_by(user), language, timezone.now())


def texts(entries):
    return [entry.question.text for entry in entries]


def screen(user, **asked):
    client = Client()
    client.force_login(user)
    return client.get(SCREEN, asked)


@pytest.fixture
def of_parks(parks):
    return publish_survey(
        parks, rating("How did you like the park?"), how_to_travel(), slug="park", title="Our parks"
    )


@pytest.fixture
def of_roads(roads):
    return publish_survey(roads, rating("How smooth was the road?"), slug="road", title="Our roads")


def test_it_holds_the_questions_of_ones_own_surveys_and_of_public_ones(ben, of_parks, of_roads):
    assert texts(library(ben)) == [
        "How did you like the park?",
        "How do you travel?",
        "How smooth was the road?",
    ]


@pytest.mark.parametrize("hide", ["unpublished", "private"])
def test_what_others_keep_to_themselves_is_not_there(ben, cleo, of_parks, of_roads, hide):
    page = page_of(of_roads)
    if hide == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.unpublish()
    assert "How smooth was the road?" not in texts(library(ben))
    assert "How smooth was the road?" in texts(library(cleo))
    assert b"smooth" not in screen(ben).content


def test_a_draft_of_others_is_not_there_until_it_is_published(ben, of_roads):
    page = page_of(of_roads)
    page.questions = [*raw(page), question("short_text", "What is planned in secret?")]
    page.save_revision()
    assert texts(library(ben)) == ["How smooth was the road?"]
    assert b"secret" not in screen(ben).content


def test_words_that_only_a_page_in_hiding_says_are_not_found(ben, of_roads):
    version = of_roads.question_versions.get()
    version.texts = {**version.texts, "es": {**version.texts["en"], "question": "¿Era lisa la calle?"}}
    version.save()
    assert texts(library(ben, "es")) == ["How smooth was the road?"]
    assert found_in(library(ben, "es"), words="lisa") == []


def test_a_question_is_read_in_the_language_of_the_person(ben, of_parks):
    version = of_parks.question_versions.first()
    version.texts = {**version.texts, "es": {**version.texts["en"], "question": "¿Le gustó el parque?"}}
    version.save()
    entries = library(ben, "es")
    assert texts(entries) == ["¿Le gustó el parque?", "How do you travel?"]
    assert len(found_in(entries, words="gustó")) == len(found_in(entries, words="like park")) == 1


def test_it_is_searched_by_words_of_answers_by_kind_and_by_department(ben, of_parks, of_roads):
    entries = library(ben)
    assert texts(found_in(entries, words="BICYCLE")) == ["How do you travel?"]
    assert texts(found_in(entries, kind="single_choice")) == ["How do you travel?"]
    assert texts(found_in(entries, department=str(of_roads.department_id))) == ["How smooth was the road?"]
    shown = screen(ben, q="smooth", kind="rating", department=of_roads.department_id)
    assert shown.context["found"].paginator.count == 1


def test_pages_and_information_are_no_questions(ben, parks):
    said = question("information", "About", body="<p>Trees.</p>")
    publish_survey(parks, said, rating("How are the trees?"), slug="trees", title="Trees")
    assert texts(library(ben)) == ["How are the trees?"]


def test_it_says_how_often_a_survey_was_asked(ben, of_parks):
    now = timezone.now()
    open_wave(survey=of_parks, opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=2))
    open_wave(survey=of_parks, opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=1))
    open_wave(survey=of_parks, opens_at=now + timedelta(days=5))
    assert [entry.waves for entry in library(ben)] == [2, 2]


def test_where_else_it_is_asked_names_what_the_person_may_see_and_counts_the_rest(
    ben, of_parks, of_roads, roads
):
    origin = library(ben)[0].origin
    hidden = publish_survey(roads, rating("Copied", origin=origin), slug="hidden", title="Hidden work")
    page_of(hidden).unpublish()
    page = page_of(of_roads)
    republish(page, [*raw(page), rating("Copied too", origin=origin)])
    entry = library(ben)[0]
    assert ([use.title for use in entry.uses], entry.elsewhere) == (["Our roads"], 1)
    shown = screen(ben).content.decode()
    assert "1 survey that you may not see" in shown
    assert "Hidden work" not in shown


def test_it_asks_as_many_queries_for_many_surveys_as_for_one(
    ben, of_parks, of_roads, roads, django_assert_num_queries
):
    own = surveys_seen_by(ben)
    with django_assert_num_queries(5):
        library_of(own, "en", timezone.now())
    for number in range(3):
        publish_survey(roads, rating(), how_to_travel(), slug=f"more-{number}", title=f"More {number}")
    with django_assert_num_queries(5):
        assert len(library_of(own, "en", timezone.now())) == 9


def test_who_neither_sees_surveys_nor_writes_them_finds_no_library(emil, of_parks, ada):
    assert screen(emil).status_code in {302, 403, 404}
    assert b"park?" not in screen(emil).content
    assert screen(ada).status_code in {302, 403, 404}


def test_a_question_without_the_persons_language_has_the_words_of_its_source(ben, of_parks):
    assert QuestionVersion.objects.filter(texts__has_key="ar").count() == 0
    assert {entry.question.language for entry in library(ben, "ar")} == {"en"}
