"""The translator's screen in a real browser: directions, languages, the count, and what axe-core finds."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect
from wagtail.models import Locale

from portal.translations.services import begin_translation
from tests.axe import violations
from tests.factories import make_article, translate

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def screen(desk, parks, ben, live_server):
    """Ben translates an article into Arabic; his admin speaks English."""
    article = make_article(parks, "The pond is open", summary="Skating from Saturday on.")
    arabic = translate(article, "ar", alias=True)
    begin_translation(page=article, locale=Locale.objects.get(language_code="ar"), user=ben)
    client = Client()
    client.force_login(ben)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    desk.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    desk.goto(f"/admin/pages/{arabic.pk}/edit/")
    return desk


def test_arabic_is_written_from_the_right_in_an_english_admin(screen):
    screen.get_by_role("button", name="Translate: The pond is open").click()
    field = screen.get_by_role("textbox", name="The pond is open")
    expect(field).to_have_attribute("dir", "auto")
    expect(field).to_have_attribute("lang", "ar")
    field.fill("البركة مفتوحة")
    assert field.evaluate("field => getComputedStyle(field).direction") == "rtl"
    screen.get_by_role("button", name="Save: The pond is open").click()
    written = screen.get_by_text("البركة مفتوحة")
    expect(written).to_have_attribute("lang", "ar")
    assert written.evaluate("text => getComputedStyle(text).direction") == "rtl"
    assert screen.locator("html").get_attribute("dir") == "ltr"


def test_the_count_follows_what_is_saved(screen):
    count = screen.locator("[data-number]")
    expect(count).to_have_text("0")
    screen.get_by_role("button", name="Translate: The pond is open").click()
    screen.get_by_role("textbox", name="The pond is open").fill("البركة مفتوحة")
    screen.get_by_role("button", name="Save: The pond is open").click()
    expect(count).to_have_text("1")


def test_the_screen_is_accessible(screen):
    expect(screen.get_by_role("button", name="Submit for approval")).to_be_visible()
    assert violations(screen) == []
    screen.set_viewport_size({"width": 390, "height": 844})
    assert violations(screen) == []
    assert screen.evaluate("document.documentElement.scrollWidth") <= 390
