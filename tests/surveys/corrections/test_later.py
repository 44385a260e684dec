"""What is published by others, by many at once, on another day, or by two people at the same moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from portal.core.completeness import IncompletePageError
from surveys.models import SurveyPage
from surveys.services.publication import publish_questions
from tests.surveys.corrections.living import answered, ask, changed, counts, decide, draft, versions
from tests.surveys.editing import page_of
from tests.surveys.making import open_survey

pytestmark = pytest.mark.django_db
USUALLY = ask("How do you usually travel?")


def tomorrow():
    return timezone.now() + timedelta(days=1)


def schedule(survey, **fields):
    return draft(survey, changed(survey, USUALLY), go_live_at=tomorrow(), **fields)


def the_day_comes(page):
    """As if the day had come: the clock publishes what was approved for it."""
    for revision in page.revisions.exclude(approved_go_live_at=None):
        revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save()
    call_command("publish_scheduled")


def test_publishing_many_pages_at_once_is_refused_until_somebody_decides(client, travel, hana):
    answered(travel, "1")
    page = draft(travel, changed(travel, USUALLY))
    client.force_login(hana)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    refused = client.post(f"{address}?id={page.pk}", {}, follow=True).content.decode()
    assert "Say first whether its results go on together" in refused
    assert reverse("survey_admin:changes", args=[page.translation_key]) in refused
    decide(page, all=True)
    client.post(f"{address}?id={page.pk}", {})
    assert len(versions(travel)) == 2


def test_what_was_decided_holds_when_the_day_comes(travel):
    answered(travel, "1")
    page = schedule(travel)
    with pytest.raises(IncompletePageError):
        page.get_latest_revision().publish()
    decide(page, all=True)
    page.get_latest_revision().publish()
    assert len(versions(travel)) == 1
    answered(travel, "2")
    the_day_comes(page)
    first, second = versions(travel)
    assert counts(second) == {"": 2, "1": 1, "2": 1}
    assert page_of(travel).questions[0].value["question"] == "How do you usually travel?"
    assert first.counted_as == second.counted_as


def test_a_question_that_may_be_answered_before_the_day_is_asked_about(travel):
    page = schedule(travel)
    with pytest.raises(IncompletePageError):
        page.get_latest_revision().publish()
    decide(page, all=True)
    page.get_latest_revision().publish()
    answered(travel, "1")
    the_day_comes(page)
    assert counts(versions(travel)[1]) == {"": 1, "1": 1}


def test_without_a_wave_before_the_day_nothing_is_asked(travel):
    travel.waves.all().delete()
    page = schedule(travel)
    page.get_latest_revision().publish()
    assert page.revisions.exclude(approved_go_live_at=None).exists()


def test_what_was_answered_after_the_approval_begins_anew_and_nothing_is_lost(travel):
    wave = travel.waves.get()
    wave.closes_at = timezone.now() - timedelta(seconds=1)
    type(wave).objects.filter(pk=wave.pk).update(
        opens_at=timezone.now() - timedelta(days=2), closes_at=wave.closes_at
    )
    page = schedule(travel)
    page.get_latest_revision().publish()
    type(wave).objects.filter(pk=wave.pk).update(closes_at=None)
    answered(travel, "1")
    the_day_comes(page)
    first, second = versions(travel)
    assert second.is_current
    assert (counts(first), counts(second)) == ({"": 1, "1": 1}, {})
    assert page_of(travel).questions[0].value["question"] == "How do you usually travel?"
    assert PageLogEntry.objects.filter(page=page.pk, action="surveys.begin_anew").exists()


def test_of_two_who_publish_at_once_the_second_freezes_what_the_page_says(travel):
    mine = page_of(travel)
    mine.questions = changed(travel, ask("What the first one wrote?"))
    draft(travel, changed(travel, ask("What the second one wrote?"))).get_latest_revision().publish()
    publish_questions(page=mine)
    asked = travel.question_versions.current().get()
    assert asked.texts["en"]["question"] == "What the second one wrote?"


def test_a_survey_that_is_approved_for_a_later_day_is_frozen_on_that_day(parks):
    survey = open_survey(parks)
    page = page_of(survey)
    copied = page.copy(update_attrs={"slug": "later", "title": "Later"}, keep_live=False)
    copied = SurveyPage.objects.get(pk=copied.pk)
    copied.go_live_at = tomorrow()
    copied.save_revision().publish()
    assert type(survey).objects.count() == 1
    the_day_comes(copied)
    assert type(survey).objects.count() == 2
