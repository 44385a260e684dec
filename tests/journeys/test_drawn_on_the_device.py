"""All copies of a cached article are alike; the device draws order and wording for the person who reads it."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import expect

from surveys.models import Answer
from tests.factories import make_article
from tests.surveys.making import choices, open_survey, question, rating

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

MANY = ("Trees", "Benches", "Lights", "Water", "Shade", "Toilets")
DRAWN = """() => [...document.querySelectorAll("[data-draw]")].map((form) => ({
  drawn: form.elements.drawn.value,
  said: form.querySelector("h2").textContent.trim(),
  codes: [...form.querySelectorAll("[name=answer], select")].map((box) => box.value || box.name.split(".")[1]),
  ends: [...form.querySelectorAll(".ends span")].map((end) => end.textContent),
}))"""


def block(survey):
    return {
        "type": "micro_survey",
        "id": str(uuid.uuid4()),
        "value": {"survey": survey.page_in("en").pk},
    }


@pytest.fixture
def surveys(roads):
    asked = [
        question("single_choice", "Which?", choices=choices(*MANY), shuffle=True, dont_know=True),
        question("multiple_choice", "What?", choices=choices(*MANY), shuffle=True, other=True, none=True),
        question("ranking", "What first?", choices=choices(*MANY), shuffle=True),
        rating(reverse=True, other_wording="Is your street clean?"),
        question("scale", "How likely?", label_0="Never", label_10="Always", reverse=True, dont_know=True),
    ]
    return [open_survey(roads, one, slug=f"q{place}", title="Q") for place, one in enumerate(asked)]


@pytest.fixture
def article(roads, surveys):
    return make_article(roads, "Squares", slug="squares", body=[block(survey) for survey in surveys])


def test_each_visit_is_drawn_anew_and_the_form_says_how(article, surveys, browser, live_server):
    context = browser.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto("/en/departments/roads/squares/")
    # The copy as it is kept: what a later visitor gets as well.
    copy = context.request.get("/en/departments/roads/squares/").text()
    page.route("**/squares/", lambda route: route.fulfill(content_type="text/html", body=copy))
    visits = []
    for _visit in range(12):
        page.reload()
        visits.append(page.evaluate(DRAWN))

    for cards in visits:
        assert len(cards) == len(surveys)
        for card in cards:
            order = card["drawn"].partition("/")[2].split(" ")
            shown = [code for code in order if code in card["codes"]]
            assert card["codes"][: len(shown)] == shown
    for place in range(3):
        assert len({cards[place]["drawn"] for cards in visits}) > 6
        own = [cards[place]["drawn"].partition("/")[2].split(" ")[: len(MANY)] for cards in visits]
        assert all(sorted(codes) == [str(number) for number in range(1, 7)] for codes in own)
    arms = {(cards[3]["drawn"][0], cards[3]["said"]) for cards in visits}
    assert arms == {("a", "How clean was your street this week?"), ("b", "Is your street clean?")}
    assert {tuple(cards[3]["codes"][:5]) for cards in visits} == {tuple("12345"), tuple("54321")}
    for cards in visits:
        assert cards[4]["ends"][0].startswith(cards[4]["codes"][0])
        assert len(cards[4]["ends"]) == 2
    assert len({tuple(cards[4]["ends"]) for cards in visits}) == 2
    context.close()


def test_the_answer_is_stored_with_how_it_was_shown(article, phone):
    phone.goto("/en/departments/roads/squares/")
    form = phone.locator("[data-draw]").first
    drawn = form.locator("[name=drawn]").input_value()
    third = form.locator("button.opt").nth(2)
    code = third.get_attribute("value")
    third.click()
    expect(phone.locator(".ask h2:focus")).to_be_visible()

    [stored] = Answer.objects.all()
    assert (stored.codes, stored.positions) == (code, "3")
    assert drawn.partition("/")[2].split(" ")[2] == code
