from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.factories import translate
from tests.journeys.turning_pages import SMALL
from tests.remembering import built_once
from tests.surveys.every_kind import open_every_kind
from tests.surveys.every_kind_in_arabic import in_arabic

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def desk(browser: Browser, live_server) -> Page:
    """A page on a wide screen; its addresses begin at the site's root."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser, live_server) -> Page:
    context = browser.new_context(base_url=live_server.url, **PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone_without_script(browser: Browser, live_server) -> Page:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, **PHONE)
    yield context.new_page()
    context.close()


def open_in_two_languages(department):
    page = open_every_kind(department).page_in("en").specific
    translate(page, "ar", title="كل أنواع الأسئلة", questions=in_arabic(list(page.questions.raw_data)))


@pytest.fixture
def every_kind(roads):
    """A survey that asks every kind of question, in English and Arabic."""
    built_once("every kind of question", lambda: open_in_two_languages(roads))


@pytest.fixture
def small(browser: Browser, live_server, every_kind) -> Page:
    """A page on a phone of 320 pixels, in a city that asks every kind of question."""
    context = browser.new_context(base_url=live_server.url, **SMALL)
    yield context.new_page()
    context.close()
