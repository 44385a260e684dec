"""A resident goes through a survey with pages: back and forth, away and back, and sends one sheet."""

from __future__ import annotations

import json
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.core.fields import Translated
from surveys.models import Response, TextAnswer
from surveys.services.waves import close_wave_early
from tests.axe import violations
from tests.journeys.on_their_way import (
    ADDRESS,
    by_bicycle_with_two_others,
    change_to_tram,
    drafts,
    on_the_sheet,
    open_on_the_way,
    press,
    see,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def survey(roads):
    return open_on_the_way(roads)


def test_what_is_stored_is_exactly_what_the_answers_lead_to(survey, phone):
    failures = []
    phone.on("console", lambda message: message.type == "error" and failures.append(message.text))
    phone.goto(ADDRESS)
    line = phone.get_by_label("Which line?")
    expect(line).to_be_hidden()
    phone.get_by_label("By tram").check()
    expect(line).to_be_visible()
    line.fill("Seven")
    phone.get_by_label("By bicycle").check()
    expect(line).to_be_hidden()

    by_bicycle_with_two_others(phone)
    assert phone.url.endswith(ADDRESS)
    expect(phone.locator(".form h2:focus")).to_have_text("Last words")
    press(phone, "Back")
    see(phone, "Together")
    press(phone, "Back")
    expect(phone.get_by_label("How many live with you?")).to_have_value("2")
    phone.get_by_label("How many live with you?").fill("1")
    press(phone, "Continue")
    see(phone, "Last words")
    phone.locator("textarea").fill("Quieter streets.")
    press(phone, "Continue")
    see(phone, "Check your answers")
    expect(phone.locator(".check dt")).to_have_count(4)

    change_to_tram(phone)
    phone.get_by_label("Which line?").fill("Seven")
    press(phone, "Continue")
    see(phone, "Check your answers")
    expect(phone.locator(".check")).not_to_contain_text("bicycle")
    press(phone, "Send answers")
    see(phone, "Thank you for taking part")

    assert on_the_sheet() == {"travel": "3", "line": "*", "people": "1", "else": "*"}
    assert sorted(TextAnswer.objects.values_list("text", flat=True)) == ["Quieter streets.", "Seven"]
    assert drafts(phone) == []
    assert failures == []


def test_the_same_way_needs_no_javascript(survey, phone_without_script):
    phone = phone_without_script
    phone.goto(ADDRESS)
    by_bicycle_with_two_others(phone)
    press(phone, "Back")
    press(phone, "Back")
    phone.get_by_label("How many live with you?").fill("1")
    press(phone, "Continue")
    see(phone, "Last words")
    phone.locator("textarea").fill("Quieter streets.")
    press(phone, "Continue")
    change_to_tram(phone)
    press(phone, "Continue")
    expect(phone.get_by_role("status")).to_have_text("One of your answers leads to a further question.")
    phone.get_by_label("Which line?").fill("Seven")
    press(phone, "Continue")
    press(phone, "Send answers")

    expect(phone).to_have_url(re.compile("/thanks/$"))
    expect(phone.locator(".ask")).to_contain_text("Your receipt:")
    assert on_the_sheet() == {"travel": "3", "line": "*", "people": "1", "else": "*"}


def test_whoever_comes_back_goes_on_where_they_stopped(survey, phone):
    phone.goto(ADDRESS)
    by_bicycle_with_two_others(phone)
    phone.locator("textarea").fill("Quieter")
    phone.reload()

    see(phone, "You began on")
    assert violations(phone) == []
    press(phone, "Continue")
    see(phone, "Last words")
    expect(phone.locator("textarea")).to_have_value("Quieter")
    press(phone, "Continue")
    see(phone, "Check your answers")
    phone.goto("/ar/departments/roads/on-the-way/")
    phone.locator("[data-resume]").click()
    expect(phone.locator(".check dt")).to_have_count(5)
    phone.locator("form .btn").click()
    expect(phone.locator(".more bdi")).to_be_visible()

    assert on_the_sheet()["together"] == "yes"
    assert drafts(phone) == []


def test_whoever_starts_again_leaves_nothing_behind(survey, phone):
    phone.goto(ADDRESS)
    phone.get_by_label("On foot").check()
    phone.reload()
    press(phone, "Start again")

    expect(phone.get_by_label("On foot")).not_to_be_checked()
    assert drafts(phone) == []
    phone.reload()
    expect(phone.get_by_label("On foot")).to_be_visible()


def test_on_a_shared_device_what_is_kept_can_be_deleted(survey, phone):
    phone.goto(ADDRESS)
    expect(phone.locator("[data-kept]")).to_have_count(0)
    phone.get_by_label("On foot").check()
    expect(phone.locator("[data-kept]")).to_contain_text("kept on this device for 14 days")
    press(phone, "Delete them")

    expect(phone.locator("[data-kept]:focus")).to_contain_text("deleted from this device")
    phone.get_by_label("By tram").check()
    assert drafts(phone) == []


def test_after_fourteen_days_what_was_kept_is_gone_whatever_its_survey(survey, phone):
    phone.goto(ADDRESS)
    phone.get_by_label("On foot").check()
    kept = json.loads(phone.evaluate("localStorage[Object.keys(localStorage)[0]]"))
    assert kept[0] - kept[1] == pytest.approx(14 * 24 * 3600 * 1000, abs=60_000)
    phone.evaluate(
        """() => {
          const name = Object.keys(localStorage)[0], [, began, body] = JSON.parse(localStorage[name]);
          localStorage[name] = localStorage["draft.OTHER"] = JSON.stringify([Date.now() - 1, began, body]);
          localStorage["draft.LATER"] = JSON.stringify([Date.now() + 1e6, began, body]);
        }"""
    )
    phone.reload()

    expect(phone.get_by_label("On foot")).to_be_visible()
    assert drafts(phone) == ["draft.LATER"]


def test_a_sheet_sent_without_a_network_arrives_once_it_is_back(survey, phone):
    phone.goto(ADDRESS)
    phone.get_by_label("On foot").check()
    for heading in ("At home", "Last words"):
        press(phone, "Continue")
        see(phone, heading)
    phone.context.set_offline(True)
    press(phone, "Continue")
    see(phone, "We could not be reached. Nothing is lost")
    expect(phone.locator("textarea")).to_be_visible()
    phone.context.set_offline(False)
    press(phone, "Continue")
    see(phone, "Check your answers")
    phone.context.set_offline(True)
    press(phone, "Send answers")
    see(phone, "Saved on this device")
    assert Response.objects.count() == 0

    phone.context.set_offline(False)
    phone.wait_for_function("() => localStorage.asks == '[]'")
    assert on_the_sheet() == {"travel": "1"}
    assert drafts(phone) == []


def test_a_survey_that_closed_meanwhile_takes_nothing_away(survey, phone):
    phone.goto(ADDRESS)
    phone.get_by_label("On foot").check()
    for heading in ("At home", "Last words", "Check your answers"):
        press(phone, "Continue")
        see(phone, heading)
    close_wave_early(wave=survey.waves.get(), reason=Translated(en="Enough."), now=timezone.now())
    press(phone, "Send answers")

    expect(phone.locator("[data-errors]:focus")).to_contain_text("This question is closed.")
    expect(phone.locator(".check")).to_contain_text("On foot")
    assert len(drafts(phone)) == 1


def test_a_device_that_keeps_nothing_still_sends(survey, phone):
    phone.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    phone.goto(ADDRESS)
    phone.get_by_label("On foot").check()
    for heading in ("At home", "Last words", "Check your answers"):
        press(phone, "Continue")
        see(phone, heading)
    press(phone, "Send answers")
    see(phone, "Thank you for taking part")

    assert on_the_sheet() == {"travel": "1"}


def test_an_answer_that_does_not_fit_is_named_at_the_top(survey, phone):
    phone.goto(ADDRESS)
    press(phone, "Continue")
    expect(phone.locator("[data-errors]:focus")).to_contain_text("There is a problem")
    assert phone.title().startswith("There is a problem")
    phone.get_by_label("On foot").check()
    press(phone, "Continue")
    see(phone, "At home")
    phone.get_by_label("How many live with you?").fill("two")
    press(phone, "Continue")
    expect(phone.locator("[data-errors]:focus")).to_be_visible()
    expect(phone.get_by_label("How many live with you?")).to_have_value("two")
