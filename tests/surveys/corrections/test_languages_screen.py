"""What the staff's screen of a survey says about its languages."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.surveys.corrections.living import answered, ask, correct, translate_into
from tests.surveys.editing import page_of

pytestmark = pytest.mark.django_db
USUALLY = ask("How do you usually travel?")


def test_the_staffs_screen_says_what_each_language_asks(client, travel, hana):
    translate_into(travel, "es")
    answered(travel, "1", "es")
    correct(travel, USUALLY, joined=True)
    client.force_login(hana)
    shown = " ".join(client.get(reverse("survey_admin:survey", args=[travel.pk])).content.decode().split())
    assert "The language in which the survey is written" in shown
    assert "Asks the older wording of 1 question" in shown
    assert "Not translated: asks in the words of the source" in shown
    assert reverse("wagtailadmin_pages:edit", args=[page_of(travel, "es").pk]) in shown
    assert "Out of date" in shown


def test_the_staffs_screen_says_that_a_language_waits(client, travel, hana):
    translate_into(travel, "es")
    answered(travel, "1", "es")
    page = page_of(travel)
    page.when_stale = "wait"
    page.save_revision().publish()
    correct(travel, USUALLY, joined=True)
    client.force_login(hana)
    shown = client.get(reverse("survey_admin:survey", args=[travel.pk])).content.decode()
    assert "Takes no answers until the translation follows" in shown


def test_who_only_sees_figures_gets_no_way_to_the_translations_work(client, travel, fay):
    client.force_login(fay)
    shown = client.get(reverse("survey_admin:survey", args=[travel.pk])).content.decode()
    assert "Not translated: asks in the words of the source" in shown
    assert reverse("wagtailadmin_pages:edit", args=[page_of(travel, "es").pk]) not in shown
