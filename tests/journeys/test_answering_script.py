"""The answering script alone, against a city that answers, stumbles or is silent."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import pytest

from portal.core import assets

pytestmark = pytest.mark.journey

# Plain http on purpose: browsers keep some of their tools to themselves there.
CITY = "http://city.example"
FORM = """
<form method="post" action="/en/q/9KQ2/" data-ask>
  <input type="hidden" name="question" value="{question}"><h2>{question}</h2>
  <button name="answer" value="1">Clean</button><button name="answer" value="2">Dirty</button>
</form>
<template><h2>Saved on this device</h2></template>
"""
CARD = f'<section class="ask">{FORM.format(question="street")}</section>'
BOXES = """
<section class="ask"><form method="post" action="/en/q/BOXES/" data-ask>
  <input type="hidden" name="question" value="help">
  <input type="checkbox" name="answer" value="bins"><input type="checkbox" name="answer" value="trees">
  <button class="send">Send</button>
</form></section>
"""


class City:
    """Answers requests with what stands in `replies`, then with a thank-you."""

    def __init__(self):
        self.replies, self.sheets, self.body = [], [], CARD

    def handle(self, route):
        request = route.request
        if request.method == "GET":
            page = f'<!doctype html><html lang="en"><body>{self.body}'
            script = f'<script type="module">{assets.module("ask")}</script>'
            return route.fulfill(content_type="text/html", body=page + script)
        sheet = dict(parse_qsl(request.post_data))
        self.sheets.append(sheet | {"fragment": request.headers.get("x-fragment", "")})
        status, body = self.replies.pop(0) if self.replies else (201, "<h2>Thank you</h2>")
        if status is None:
            return route.abort()
        return route.fulfill(status=status, content_type="text/html", body=body)


@pytest.fixture
def city():
    return City()


@pytest.fixture
def page(browser, city):
    context = browser.new_context()
    page = context.new_page()
    page.route(f"{CITY}/**", city.handle)
    yield page
    context.close()


def visit(page, script=""):
    if script:
        page.add_init_script(script)
    page.goto(f"{CITY}/en/")


def waiting(page):
    return json.loads(page.evaluate("localStorage.asks || '[]'"))


def test_one_tap_is_answered_in_place_and_the_thanks_are_read_out(page, city):
    visit(page)
    page.click("text=Clean")
    page.wait_for_selector("text=Thank you")
    assert page.evaluate("document.activeElement.textContent") == "Thank you"
    assert page.url == f"{CITY}/en/"
    [sheet] = city.sheets
    assert sheet["answer"] == "1"
    assert sheet["question"] == "street"
    assert sheet["fragment"] == "1"
    assert len(sheet["key"]) == 32


def test_two_quick_taps_are_one_answer(page, city):
    visit(page)
    page.evaluate("document.querySelectorAll('button').forEach((button) => button.click())")
    page.wait_for_selector("text=Thank you")
    assert [sheet["answer"] for sheet in city.sheets] == ["1"]


def test_the_next_question_goes_under_the_key_of_the_first(page, city):
    visit(page)
    following = FORM.format(question="help").replace(
        "<h2>", '<input type="hidden" name="key" value="first"><h2>'
    )
    city.replies = [(201, following)]
    page.click("text=Clean")
    page.wait_for_selector("h2:text('help')")
    page.click("text=Dirty")
    page.wait_for_selector("text=Thank you")
    assert city.sheets[1]["key"] == "first"


@pytest.mark.parametrize(
    "trouble", [(None, ""), (503, "busy"), (500, "broken")], ids=["no_network", "busy", "broken"]
)
def test_an_answer_waits_on_the_device_and_is_sent_again_under_the_same_key(page, city, trouble):
    visit(page)
    city.replies = [trouble]
    page.click("text=Clean")
    page.wait_for_selector("text=Saved on this device")
    assert len(waiting(page)) == 1
    visit(page)
    page.wait_for_function("(localStorage.asks || '[]') == '[]'")
    first, second = city.sheets
    assert first["key"] == second["key"]
    assert second["answer"] == "1"


def test_one_answer_that_fails_again_does_not_hold_up_the_others(page, city):
    visit(page)
    page.evaluate("localStorage.asks = JSON.stringify([['/en/q/A/', 'answer=1'], ['/en/q/B/', 'answer=2']])")
    city.replies = [(500, "")]
    page.reload()
    page.wait_for_function("JSON.parse(localStorage.asks).length == 1")
    assert waiting(page)[0][1] == "answer=1"


def test_a_refusal_is_shown_and_not_sent_again(page, city):
    visit(page)
    city.replies = [(410, "<h2>This question is closed.</h2>")]
    page.click("text=Clean")
    page.wait_for_selector("text=This question is closed.")
    assert waiting(page) == []


def test_a_device_that_stores_nothing_posts_the_plain_way(page, city):
    visit(page, "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})")
    city.replies = [(503, "busy")]
    page.click("text=Clean")
    page.wait_for_url(f"{CITY}/en/q/9KQ2/")
    first, second = city.sheets
    assert second["fragment"] == ""
    assert first["key"] == second["key"]
    assert second["answer"] == "1"


def test_a_whole_page_in_place_of_a_fragment_is_fetched_the_plain_way(page, city):
    visit(page)
    city.replies = [(200, "<!doctype html><html><body>Please sign in</body></html>")]
    page.click("text=Clean")
    page.wait_for_url(f"{CITY}/en/q/9KQ2/")
    assert len(city.sheets) == 2


def test_each_of_several_questions_on_a_page_has_its_own_key(page, city):
    city.body = CARD + CARD
    visit(page)
    page.locator("text=Clean").first.click()
    page.wait_for_selector("text=Thank you")
    page.click("text=Clean")
    page.wait_for_function("document.querySelectorAll('form').length == 0")
    first, second = city.sheets
    assert first["key"] != second["key"]


def test_ticked_boxes_are_sent_together(page, city):
    city.body = BOXES
    visit(page)
    with page.expect_request("**/en/q/BOXES/") as sent:
        for box in page.locator("[type=checkbox]").all():
            box.check()
        page.click(".send")
    values = [value for name, value in parse_qsl(sent.value.post_data) if name == "answer"]
    assert values == ["bins", "trees"]
