"""The control of every kind of question: on a small phone, by keyboard, in Arabic, in the dark, without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from wagtail.images import get_image_model

from surveys.models import Answer, PlaceAnswer, Response
from tests.axe import violations
from tests.factories import translate
from tests.remembering import built_once
from tests.surveys.every_kind import make_districts, open_every_kind
from tests.surveys.every_kind_in_arabic import in_arabic
from tests.surveys.making import choices, open_survey, question

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PAGES = 6
ADDRESS = "/{}/departments/roads/every-kind/"
SMALL = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
# Posts the form the plain way, as from page `at`.
LEAVE = """([at, go]) => {
  const form = document.querySelector("form[data-pages]");
  form.elements.at.value = at;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: go }));
  HTMLFormElement.prototype.submit.call(form);
}"""
# Everything to tap or fill in that is lower or narrower than a fingertip; a box is tapped by its label.
SMALL_TARGETS = """() => [...document.querySelectorAll("main :is(button, select, textarea, input, summary, form a)")]
  .map((part) => part.closest("label") ?? part)
  .filter((part) => part.offsetParent && !part.matches("[aria-hidden]"))
  .map((part) => [part.outerHTML.slice(0, 80), part.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 43.9 || height < 43.9).map(([html]) => html)"""


def open_in_two_languages(department):
    page = open_every_kind(department).page_in("en").specific
    translate(page, "ar", title="كل أنواع الأسئلة", questions=in_arabic(list(page.questions.raw_data)))


@pytest.fixture
def survey(roads):
    built_once("every kind of question", lambda: open_in_two_languages(roads))


@pytest.fixture
def small(browser, live_server, survey):
    context = browser.new_context(base_url=live_server.url, **SMALL)
    yield context.new_page()
    context.close()


def leave(page, place, go):
    with page.expect_navigation():
        page.evaluate(LEAVE, [place, go])


def turn_to(page, place, language="en"):
    page.goto(ADDRESS.format(language))
    if place:
        leave(page, place, "stay")


def group(page, question):
    return page.get_by_role("group", name=question)


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
    survey, browser, live_server, language, wish
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


def test_other_asks_for_words_and_none_of_these_stands_alone(small):
    turn_to(small, 0)
    helps = group(small, "What would help you most?")
    words = helps.get_by_label("In your own words")
    expect(words).to_be_hidden()
    helps.get_by_label("Other").check()
    expect(words).to_be_visible()
    helps.get_by_label("Benches").check()

    helps.get_by_label("None of these").check()
    expect(helps.locator("input:checked")).to_have_count(1)
    expect(words).to_be_hidden()

    helps.get_by_label("Trees").check()
    expect(helps.get_by_label("None of these")).not_to_be_checked()


def places(page):
    """The choices of the ranking from above, each with its place."""
    lines = page.locator("[data-ranking] li").all()
    return [
        (line.locator("label").inner_text(), line.locator("option:checked").inner_text()) for line in lines
    ]


def press(page, name):
    """Go to a button with the keyboard alone, and press it."""
    for _press in range(80):
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == name:
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name


def test_a_ranking_is_made_with_the_keyboard_alone_and_read_out(small):
    turn_to(small, 3)
    told = group(small, "What should come first?").get_by_role("status")
    press(small, "Move up: Water")
    expect(told).to_have_text("Water: Place 1")
    press(small, "Move up: Trees")
    assert places(small)[:2] == [("Water", "Place 1"), ("Trees", "Place 2")]

    small.keyboard.press("Enter")
    expect(told).to_have_text("Trees: Place 1")
    assert places(small)[:2] == [("Trees", "Place 1"), ("Water", "Place 2")]

    press(small, "Move down: Water")
    expect(told).to_have_text("Water: No place")
    assert [place for _name, place in places(small)] == ["Place 1", "No place", "No place", "No place"]


def test_no_two_choices_keep_the_same_place(small):
    turn_to(small, 3)
    small.get_by_label("Trees", exact=True).select_option("Place 1")
    small.get_by_label("Lights", exact=True).select_option("Place 2")
    small.get_by_label("Lights", exact=True).select_option("Place 1")
    assert {("Lights", "Place 1"), ("Trees", "Place 2")} <= set(places(small))


def point(page):
    text = page.locator("[data-point]").input_value()
    return tuple(float(part) for part in text.split(",")) if text else None


def test_a_tap_on_the_plan_chooses_the_district_and_marks_the_place(small):
    turn_to(small, 5)
    plan = small.locator("[data-plan]")
    box = plan.bounding_box()
    west, south, east, north = (float(edge) for edge in plan.get_attribute("data-plan").split())
    district = plan.locator("[data-code=eastgate]")
    x, y = (int(district.get_attribute(f"data-{name}")) for name in "xy")
    scale = box["width"] / float(plan.get_attribute("width"))
    plan.click(position={"x": x * scale, "y": y * scale})

    expect(small.get_by_role("radio", name="Eastgate")).to_be_checked()
    longitude, latitude = point(small)
    assert longitude == pytest.approx(west + x * scale / box["width"] * (east - west), abs=0.0005)
    assert latitude == pytest.approx(north - y * scale / box["height"] * (north - south), abs=0.0005)
    expect(plan.locator(".pin")).to_be_visible()
    expect(small.get_by_text("A place is marked.")).to_be_visible()

    leave(small, 5, "stay")
    expect(small.locator("[data-plan] .pin")).to_be_visible()
    expect(small.get_by_role("radio", name="Eastgate")).to_be_checked()

    small.get_by_role("radio", name="Old Town").check()
    assert point(small) is None
    expect(small.locator("[data-plan] .pin")).to_be_hidden()


def test_a_place_is_marked_with_buttons_too(small):
    turn_to(small, 5)
    small.get_by_role("radio", name="Old Town").check()
    small.get_by_text("Mark the place with buttons").click()
    small.get_by_role("button", name="Mark the middle of the district").press("Enter")
    longitude, latitude = point(small)

    small.get_by_role("button", name="Move the mark east").press("Enter")
    small.get_by_role("button", name="Move the mark south").press("Enter")
    assert point(small)[0] > longitude
    assert point(small)[1] < latitude

    for _step in range(80):
        small.get_by_role("button", name="Move the mark east").press("Enter")
    assert small.evaluate("""() => {
      const plan = document.querySelector("[data-plan]");
      return plan.querySelector("[data-code=old-town]").isPointInFill(new DOMPoint(...plan.spot));
    }""")

    small.get_by_role("button", name="Take the mark away").press("Enter")
    assert point(small) is None


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


def test_everything_can_be_filled_in_and_sent_without_javascript(survey, phone_without_script):
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
