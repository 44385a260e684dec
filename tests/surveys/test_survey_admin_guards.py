"""What may not happen to the page of a survey while residents answer on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from portal.core.fields import Translated
from surveys.models import Response, Survey, SurveyPage, Wave
from surveys.models.waves import WaveState
from surveys.services.waves import open_wave, pause_wave
from tests.surveys.making import publish_survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, hana):
    """Hana, who runs the waves of parks, signed in."""
    client.force_login(hana)
    return client


@pytest.fixture
def survey(parks):
    return publish_survey(parks, slug="park-benches", title="Park benches")


def url(screen, survey, *args):
    return reverse(f"survey_admin:{screen}", args=[survey.pk, *args])


def page_of(survey, language="en"):
    return SurveyPage.objects.get(translation_key=survey.key, locale__language_code=language)


@pytest.fixture
def wave(survey):
    return open_wave(survey=survey, opens_at=timezone.now())


def addresses_that_take_down(page):
    bulk = f"?id={page.pk}&next=/admin/"
    return {
        "unpublish": (reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {}),
        "delete": (reverse("wagtailadmin_pages:delete", args=[page.pk]), {}),
        "bulk unpublish": (
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + bulk,
            {"include_descendants": ""},
        ),
        "bulk delete": (reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + bulk, {}),
    }


@pytest.mark.parametrize("way", ["unpublish", "delete", "bulk unpublish", "bulk delete"])
def test_a_page_stays_public_while_its_wave_is_open(staff, survey, wave, way):
    address, data = addresses_that_take_down(page_of(survey))[way]
    response = staff.post(address, data, follow=True)
    assert "“Park benches”" in response.content.decode()
    assert page_of(survey).live
    wave.refresh_from_db()
    assert wave.paused_at is None


@pytest.mark.parametrize("way", ["unpublish", "delete", "bulk unpublish", "bulk delete"])
def test_a_page_may_go_when_its_wave_is_over(staff, survey, way):
    now = timezone.now()
    open_wave(survey=survey, opens_at=now - timedelta(days=2), closes_at=now - timedelta(days=1))
    page = page_of(survey)
    address, data = addresses_that_take_down(page)[way]
    staff.post(address, data)
    assert not Page.objects.filter(pk=page.pk, live=True).exists()
    assert Survey.objects.filter(pk=survey.pk).exists()


def test_the_page_above_is_not_deleted_over_an_open_wave(client, gus, survey, wave):
    client.force_login(gus)
    above = page_of(survey).get_parent()
    response = client.post(reverse("wagtailadmin_pages:delete", args=[above.pk]), follow=True)
    assert "is not deleted" in response.content.decode()
    assert page_of(survey).live


def test_a_translation_may_be_taken_down_during_a_wave(staff, survey, wave):
    arabic = page_of(survey, "ar")
    staff.post(reverse("wagtailadmin_pages:unpublish", args=[arabic.pk]))
    assert not page_of(survey, "ar").live
    assert Wave.objects.get(pk=wave.pk).paused_at is None


def test_a_page_that_expires_by_its_own_date_pauses_the_wave_and_says_why(survey, wave):
    from django.core.management import call_command

    page = page_of(survey)
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    call_command("publish_scheduled")
    wave.refresh_from_db()
    assert wave.state_at(timezone.now()) is WaveState.PAUSED
    assert set(wave.pause_reason) == {"en", "es", "ar"}
    assert not Response.objects.exists()


def test_a_paused_wave_is_not_resumed_while_its_page_is_down(staff, survey, wave):
    pause_wave(wave=wave, reason=Translated({"en": "Rain"}), now=timezone.now())
    staff.post(reverse("wagtailadmin_pages:unpublish", args=[page_of(survey).pk]))
    assert not page_of(survey).live
    response = staff.post(url("resume_wave", survey, wave.pk))
    assert "Publish the survey’s page first" in response.content.decode()
