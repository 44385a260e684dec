"""A publisher corrects a live survey in a real browser: she is asked what becomes of its results."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from tests.axe import violations
from tests.surveys.corrections.living import answered, ask, changed, correct, draft, translate_into, versions
from tests.surveys.editing import how_to_travel, page_of
from tests.surveys.making import choices, open_survey, rating

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
WORDS = "How do you travel on most days?"


@pytest.fixture
def survey(parks):
    """Two questions that people have answered."""
    survey = open_survey(parks, how_to_travel(), rating(), slug="travel", title="Travelling")
    for code in "112":
        answered(survey, code)
    answered(survey, "4", place=1)
    return survey


@pytest.fixture
def signed_in(live_server):
    """Signs somebody in to the browser's window."""

    def sign_in(page, user):
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )

    return sign_in


def both_changed(survey):
    """A draft that changes words and choices of one question, and the kind of the other."""

    def change(value):
        value["question"] = WORDS
        value["choices"][0]["value"]["text"] = "Walking"
        value["choices"][2:] = choices("By car")

    blocks = changed(survey, change)
    blocks[1] = how_to_travel("Dirty", "Clean", name="q2") | {"id": blocks[1]["id"]}
    return draft(survey, blocks)


def screen(survey):
    return reverse("survey_admin:changes", args=[survey.key])


def test_pressing_publish_asks_first_and_then_publishes(survey, hana, desk, signed_in):
    desk.set_default_timeout(20_000)
    signed_in(desk, hana)
    draft(survey, changed(survey, ask(WORDS)))
    desk.goto(reverse("wagtailadmin_pages:edit", args=[page_of(survey).pk]))
    desk.locator("[data-w-dropdown-target=toggle]").last.click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk).to_have_url(re.compile(r"/changes/\?then=publish"))
    expect(desk.get_by_role("heading", name=WORDS)).to_be_visible()
    expect(desk.get_by_text("3 people have answered")).to_be_visible()
    desk.get_by_role("button", name="Decide and publish").click()
    expect(desk.get_by_text("Choose one of the two.")).to_be_visible()
    desk.get_by_label("The same question, better said").check()
    desk.get_by_role("button", name="Decide and publish").click()
    expect(desk.get_by_text(re.compile("is published"))).to_be_visible()
    first, second = [version for version in versions(survey) if version.name == "q1"]
    assert second.counted_as == first.pk
    assert WORDS in Client().get(page_of(survey).url).content.decode()


def test_the_decision_is_made_by_keyboard(survey, hana, desk, signed_in):
    signed_in(desk, hana)
    draft(survey, changed(survey, ask(WORDS)))
    desk.goto(screen(survey))
    desk.get_by_label("The same question, better said").focus()
    desk.keyboard.press("ArrowDown")
    expect(desk.get_by_label("Another question")).to_be_checked()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("It takes effect when the page is published")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "theme", "width"),
    [("en", "light", 390), ("ar", "dark", 390), ("en", "dark", 1280), ("ar", "light", 1280)],
)
def test_the_screen_is_accessible_at_every_width_in_the_dark_and_from_the_right(
    survey, hana, desk, signed_in, language, theme, width
):
    both_changed(survey)
    prefer(hana, preferred_language=language, theme=theme)
    signed_in(desk, hana)
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto(screen(survey))
    expect(desk.locator(".correction")).to_have_count(2)
    assert desk.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert violations(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_the_languages_on_the_surveys_screen_are_accessible(survey, hana, desk, signed_in, width):
    translate_into(survey, "es")
    correct(survey, ask(WORDS), joined=True)
    signed_in(desk, hana)
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto(reverse("survey_admin:survey", args=[survey.pk]))
    expect(desk.get_by_text("Asks the older wording of 1 question")).to_be_visible()
    assert violations(desk, ".survey-languages") == []
    assert desk.evaluate("document.documentElement.scrollWidth") <= width


def prefer(user, **wishes):
    profile = UserProfile.get_for_user(user)
    for name, value in wishes.items():
        setattr(profile, name, value)
    profile.save()
