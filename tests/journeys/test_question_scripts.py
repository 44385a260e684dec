"""What scripts add to some controls: boxes that stand alone, rankings by buttons, and the plan of the city."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.turning_pages import group, leave, turn_to

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


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
