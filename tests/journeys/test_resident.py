"""A resident reads an article in Arabic on a phone and answers the question inside it."""

from __future__ import annotations

import copy
import re
import uuid

import pytest
from playwright.sync_api import expect

from surveys.models import Response, Tally
from tests.axe import violations
from tests.factories import make_article, make_picture, translate
from tests.surveys.making import choices, open_survey, question, rating

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LABELS = ("متسخ جداً", "متسخ", "متوسط", "نظيف", "نظيف جداً")


@pytest.fixture
def article(roads):
    """An article in English and Arabic that asks two questions."""
    survey = open_survey(
        roads, rating(), question("multiple_choice", "What would help?", choices=choices("Bins", "Trees"))
    )
    page = survey.page_in("en").specific
    raw = copy.deepcopy(list(page.questions.raw_data))
    raw[0]["value"] |= {"question": "ما مدى نظافة شارعك هذا الأسبوع؟"}
    raw[0]["value"] |= {f"label_{number}": label for number, label in enumerate(LABELS, start=1)}
    raw[1]["value"] |= {"question": "ما الذي يفيد أكثر؟"}
    translate(page, "ar", title="نظافة الشوارع", questions=raw, thanks="شكراً لك.")
    body = [
        {"type": "paragraph", "id": str(uuid.uuid4()), "value": "<p>Sweepers come in the evening.</p>"},
        {"type": "micro_survey", "id": str(uuid.uuid4()), "value": {"survey": page.pk}},
    ]
    article = make_article(roads, "Evening cleaning", slug="evening", body=body, picture=make_picture())
    return translate(article, "ar", title="تنظيف مسائي للشوارع", summary="تعمل الكناسات مساءً.")


def answers():
    return dict(Tally.objects.filter(count__gt=0).exclude(code="").values_list("code", "count"))


def test_a_resident_answers_in_arabic_on_a_phone_without_javascript(article, phone_without_script):
    page = phone_without_script
    page.goto("/ar/departments/roads/evening/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("h1")).to_have_text("تنظيف مسائي للشوارع")
    assert not page.context.cookies()

    page.get_by_role("button", name="نظيف", exact=True).click()

    expect(page).to_have_url(re.compile("/thanks/$"))
    expect(page.locator(".ask")).to_contain_text("نظيف")
    assert answers() == {"4": 1}

    page.get_by_label("Trees").check()
    page.locator(".ask form button[type=submit], .ask form button:not([name])").first.click()

    assert answers() == {"4": 1, "2": 1}
    assert Response.objects.count() == 1
    assert sorted(cookie["name"] for cookie in page.context.cookies()) == ["device", "reply"]


def test_a_resident_answers_in_place_with_javascript(article, phone):
    failures = []
    phone.on("console", lambda message: message.type == "error" and failures.append(message.text))
    phone.goto("/ar/departments/roads/evening/")
    address = phone.url
    phone.get_by_role("button", name="نظيف جداً").click()

    expect(phone.locator(".ask h2:focus")).to_be_visible()
    expect(phone.locator(".ask")).to_contain_text("نظيف جداً")
    assert phone.url == address

    phone.get_by_label("Bins").check()
    phone.locator(".ask form button:not([name])").first.click()
    expect(phone.locator(".ask")).to_contain_text("شكراً لك.")

    assert (answers(), Response.objects.count()) == ({"5": 1, "1": 1}, 1)
    assert failures == []


def test_the_second_visit_from_the_same_phone_is_told_that_the_first_counts(article, phone):
    for _visit in range(2):
        phone.goto("/ar/departments/roads/evening/")
        phone.get_by_role("button", name="نظيف", exact=True).click()
        expect(phone.locator(".ask h2:focus")).to_be_visible()

    assert answers() == {"4": 1}


def test_the_keyboard_alone_is_enough(article, desk):
    desk.goto("/ar/departments/roads/evening/")
    for _press in range(60):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.value") == "3":
            break
    desk.keyboard.press("Enter")

    expect(desk.locator(".ask h2:focus")).to_be_visible()
    assert answers() == {"3": 1}


@pytest.mark.parametrize(
    "address", ["", "departments/roads/evening/", "departments/roads/clean-streets/", "your-say/"]
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_pass_the_automatic_accessibility_check_on_a_small_phone(
    article, browser, live_server, language, address
):
    context = browser.new_context(base_url=live_server.url, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"/{language}/{address}")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


@pytest.mark.parametrize(
    "wish",
    [
        pytest.param({"color_scheme": "dark"}, id="dark"),
        pytest.param({"forced_colors": "active"}, id="forced_colours"),
        pytest.param({"reduced_motion": "reduce"}, id="less_movement"),
    ],
)
def test_an_article_passes_in_the_colours_and_movement_that_the_device_asks_for(
    article, browser, live_server, wish
):
    context = browser.new_context(base_url=live_server.url, viewport={"width": 390, "height": 844}, **wish)
    page = context.new_page()
    page.goto("/ar/departments/roads/evening/")

    assert violations(page) == []
    context.close()
