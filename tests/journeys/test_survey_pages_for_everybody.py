"""The keyboard alone, and Arabic, on the smallest screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.axe import violations
from tests.factories import translate
from tests.journeys.on_their_way import (
    ADDRESS,
    on_the_sheet,
    open_on_the_way,
    see,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SMALL = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def survey(roads):
    return open_on_the_way(roads)


def test_the_keyboard_alone_is_enough_on_the_smallest_screen(survey, browser, live_server):
    context = browser.new_context(base_url=live_server.url, **SMALL)
    desk = context.new_page()
    desk.goto(ADDRESS)

    def tab_to(target):
        for _press in range(40):
            if desk.evaluate("(target) => document.activeElement.matches(target)", target):
                return
            desk.keyboard.press("Tab")
        raise AssertionError(target)

    tab_to("[type=radio]")
    desk.keyboard.press("Space")
    for _step in range(2):
        desk.keyboard.press("ArrowDown")
    expect(desk.get_by_label("Which line?")).to_be_visible()
    tab_to("textarea")
    desk.keyboard.type("Seven")
    for heading in ("At home", "Last words", "Check your answers"):
        tab_to(".btn")
        desk.keyboard.press("Enter")
        see(desk, heading)
        expect(desk.locator(".form h2:focus")).to_be_visible()
        assert desk.evaluate("document.documentElement.scrollWidth") == SMALL["viewport"]["width"]
        assert violations(desk) == []
    tab_to(".form .btn")
    desk.keyboard.press("Enter")
    see(desk, "Thank you for taking part")

    assert on_the_sheet() == {"travel": "3", "line": "*"}
    context.close()


def test_a_resident_answers_in_arabic_with_arabic_digits(survey, phone):
    english = survey.page_in("en").specific
    raw = [dict(block, value=dict(block["value"])) for block in english.questions.raw_data]
    for place, words in {0: "طريقك", 1: "كيف تتنقل؟", 3: "في البيت", 4: "كم شخصاً يعيش معك؟"}.items():
        raw[place]["value"]["question"] = words
    translate(english, "ar", title="في الطريق", questions=raw)
    phone.goto("/ar/departments/roads/on-the-way/")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    phone.locator("[type=radio]").nth(1).check()
    phone.locator(".form .btn").click()
    see(phone, "في البيت")
    phone.get_by_label("كم شخصاً يعيش معك؟").fill("٢")
    phone.locator(".form .btn").click()
    see(phone, "Together")
    for heading in ("Last words", None):
        phone.locator(".form .btn").click()
        if heading:
            see(phone, heading)
    expect(phone.locator(".check")).to_be_visible()
    assert violations(phone) == []
    phone.locator(".form .btn").click()
    expect(phone.locator(".more bdi")).to_be_visible()

    assert on_the_sheet() == {"travel": "2", "people": "2"}
