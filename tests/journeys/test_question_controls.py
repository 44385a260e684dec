"""The control of every kind of question: on a small phone, in Arabic, in the dark, and without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from wagtail.images import get_image_model

from surveys.models import Answer, PlaceAnswer, Response
from tests.axe import violations
from tests.journeys.turning_pages import ADDRESS, SMALL, group, leave, turn_to
from tests.surveys.every_kind import make_districts
from tests.surveys.making import choices, open_survey, question

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PAGES = 6
# Everything to tap or fill in that is lower or narrower than a fingertip; a box is tapped by its label.
SMALL_TARGETS = """() => [...document.querySelectorAll("main :is(button, select, textarea, input, summary, form a)")]
  .map((part) => part.closest("label") ?? part)
  .filter((part) => part.offsetParent && !part.matches("[aria-hidden]"))
  .map((part) => [part.outerHTML.slice(0, 80), part.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 43.9 || height < 43.9).map(([html]) => html)"""


def focused(page):
    return page.evaluate("document.activeElement.id")


@pytest.mark.parametrize(
    ("language", "wish"),
    [
        pytest.param("en", {}, id="english"),
        pytest.param("en", {"color_scheme": "dark"}, id="english_in_the_dark"),
        pytest.param("ar", {}, id="arabic"),
        pytest.param("ar", {"color_scheme": "dark"}, id="arabic_in_the_dark"),
        pytest.param("en", {"forced_colors": "active"}, id="forced_colours"),
    ],
)
def test_every_kind_passes_the_accessibility_check_on_a_small_phone_with_and_without_faults(
    every_kind, browser, live_server, language, wish
):
    context = browser.new_context(base_url=live_server.url, **SMALL, **wish)
    page, found = context.new_page(), {}
    page.goto(ADDRESS.format(language))
    for place in range(PAGES):
        for go in ("stay", "next"):
            leave(page, place, go)
            expect(page.get_by_role("alert")).to_have_count(int(go == "next"))
            found[place, go] = violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") == 320
            assert page.evaluate(SMALL_TARGETS) == []
    assert found == {key: [] for key in found}
    context.close()


@pytest.mark.parametrize("kind", ["single_choice", "scale", "matrix", "ranking", "place", "number"])
def test_a_question_by_itself_passes_the_accessibility_check_on_a_small_phone(
    roads, browser, live_server, kind
):
    make_districts()
    listed = {"choices": choices("Trees", "Lights", "Water")}
    own = {
        "single_choice": {**listed, "other": True, "hint": "One is enough"},
        "scale": {"label_0": "Not at all", "label_10": "Very much"},
        "matrix": {**listed, "rows": choices("Street", "Park")},
        "ranking": {**listed, "most": 2},
        "place": {"point": True},
        "number": {"unit": "km"},
    }
    open_survey(roads, question(kind, "What do you think?", dont_know=True, **own[kind]), slug="every-kind")
    context = browser.new_context(base_url=live_server.url, **SMALL)
    page = context.new_page()
    page.goto(ADDRESS.format("en"))

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(SMALL_TARGETS) == []
    context.close()


def test_a_fault_leads_to_the_input_in_which_it_lies(small):
    turn_to(small, 3)
    for row in ("Lighting", "Places to rest in the shade"):
        group(small, row).get_by_label("Good").check()
    leave(small, 3, "next")
    expect(small.locator("[data-errors]")).to_be_visible()
    expect(small).to_have_title(re.compile("^Error:"))

    small.get_by_role("link", name=re.compile("How good are these on your street.*Pavement")).click()

    pavement = group(small, "Pavement")
    assert focused(small) == pavement.get_by_label("Bad").get_attribute("id")
    message = small.locator(f"#{pavement.get_attribute('aria-describedby')}")
    expect(message).to_contain_text("Choose an answer in each row; “Pavement” has none yet.")


def test_a_written_answer_that_does_not_fit_is_marked_and_told(small):
    turn_to(small, 4)
    distance = small.get_by_role("textbox", name="How far is it to the nearest stop?")
    distance.fill("60")
    leave(small, 4, "next")

    expect(distance).to_have_attribute("aria-invalid", "true")
    expect(distance).to_have_accessible_description(
        re.compile("A guess is enough.*From 0 to 50.*not above 50")
    )
    expect(distance).to_have_accessible_name("How far is it to the nearest stop? km")
    expect(distance).to_have_value("60")


def test_a_scale_says_what_its_ends_mean(small):
    turn_to(small, 2)
    scale = group(small, "How likely are you to recommend")
    expect(scale.get_by_role("radio", name="0 – Not at all likely")).to_have_count(1)
    expect(scale.get_by_role("radio", name="10 – Extremely likely")).to_have_count(1)
    expect(scale.locator(".ends")).to_be_visible()
    scale.get_by_role("radio", name="5", exact=True).focus()
    small.keyboard.press("Space")
    small.keyboard.press("ArrowRight")
    expect(scale.get_by_role("radio", name="6", exact=True)).to_be_checked()


def test_a_picture_that_is_gone_leaves_its_words(small):
    get_image_model().objects.filter(title="Of steel").delete()
    turn_to(small, 1)
    group(small, "Which bench do you like best?").get_by_role("radio", name="Of steel").check()
    expect(small.get_by_role("radio", name="Of steel")).to_be_checked()


def fill_in_everything(page):
    """What a resident does on each page, up to the check."""

    def go_on():
        page.get_by_role("button", name="Continue").click()

    group(page, "How do you travel on most days?").get_by_label("Other").check()
    page.get_by_label("In your own words").first.fill("by boat")
    for box in ("Benches", "Trees"):
        page.get_by_label(box).check()
    go_on()
    page.get_by_label("Of wood").check()
    page.get_by_label("Maple").check()
    go_on()
    group(page, "How clean was your street").get_by_label("Clean", exact=True).check()
    group(page, "How do you find the park?").get_by_label("Very good").check()
    page.get_by_role("radio", name="10 – Extremely likely").focus()
    page.keyboard.press("Space")
    page.get_by_label("Yes").check()
    go_on()
    for row in ("Lighting", "Pavement", "Places to rest in the shade"):
        group(page, row).get_by_label("Fair").check()
    page.get_by_label("Water", exact=True).select_option("Place 1")
    page.get_by_label("Trees", exact=True).select_option("Place 2")
    go_on()
    page.get_by_role("textbox", name="How far is it to the nearest stop?").fill("١٫٥")
    page.get_by_label("When did you last use the night bus?").and_(page.locator("input")).fill("2026-01-31")
    page.get_by_role("textbox", name="What should we know about going by boat?").fill("It is slow.")
    go_on()
    page.get_by_role("radio", name="Old Town").check()
    page.get_by_label("I agree").check()
    go_on()


def test_everything_can_be_filled_in_and_sent_without_javascript(every_kind, phone_without_script):
    page = phone_without_script
    page.goto(ADDRESS.format("en"))
    fill_in_everything(page)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    expect(page.locator(".check")).to_contain_text("by boat")
    page.get_by_role("button", name=re.compile("Change.*Where should the new park be")).click()
    page.get_by_role("radio", name="Riverside").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Send answers").click()

    expect(page).to_have_url(re.compile("/thanks/$"))
    assert Response.objects.count() == 1
    sheet = {answer.question_version.kind: answer.codes for answer in Answer.objects.all()}
    assert (sheet["ranking"], sheet["number"], sheet["date"]) == ("4 1", "1.5", "2026-01-31")
    assert (sheet["matrix"], sheet["place"], sheet["consent"]) == ("1:2 2:2 3:2", "riverside", "yes")
    assert not PlaceAnswer.objects.exists()


def test_everything_is_filled_in_with_the_script_and_the_check_is_accessible(small):
    small.goto(ADDRESS.format("en"))
    fill_in_everything(small)
    expect(small.get_by_role("heading", name="Check your answers")).to_be_visible()
    assert violations(small) == []
    assert small.evaluate("document.documentElement.scrollWidth") == 320
    small.get_by_role("button", name=re.compile("Change.*Where should the new park be")).click()
    small.locator("[data-plan] [data-code=harbour]").click()
    small.get_by_role("button", name="Continue").click()
    small.get_by_role("button", name="Send answers").click()
    expect(small.get_by_text("Thank you for taking part")).to_be_visible()
    assert PlaceAnswer.objects.count() == 1
