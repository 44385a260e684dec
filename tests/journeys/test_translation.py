"""An editor writes in English, a translator translates, a publisher approves; then the editor changes a paragraph."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from news.models import ArticlePage
from tests.factories import department_page, group_of, make_user

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ENGLISH = "/en/departments/parks/the-pond-is-open/"
SPANISH = "/es/departments/parks/the-pond-is-open/"
WORDS = {
    "The pond is open": "El estanque está abierto",
    "Skating from Saturday on.": "Patinaje a partir del sábado.",
    "The ice is thick enough.": "El hielo es lo bastante grueso.",
}


@pytest.fixture
def desk_of(browser, live_server):
    """A signed-in person's own browser window."""
    contexts = []
    expect.set_options(timeout=20_000)

    def open_desk(user):
        client = Client()
        client.force_login(user)
        context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield open_desk
    expect.set_options(timeout=5_000)
    for context in contexts:
        context.close()


@pytest.fixture
def rosa(roads):
    """Translator of roads into Spanish."""
    groups = [group_of(roads, "translator", "es")]
    return make_user("rosa@northmere.example", "Rosa Vía", groups=groups, is_staff=True)


def test_a_page_goes_public_in_spanish_and_keeps_its_words_until_the_next_approval(
    parks, ben, emil, hana, rosa, desk_of
):
    editor, translator, publisher, stranger = (desk_of(each) for each in (ben, emil, hana, rosa))

    write_article(editor, parks)
    approve(publisher, "The pond is open")
    assert "The ice is thick enough." in read(ENGLISH)
    assert "The ice is thick enough." in read(SPANISH)

    open_from_work_list(translator, "The pond is open", "Translate")
    for source, words in WORDS.items():
        translate_text(translator, source, words)
    translator.get_by_role("button", name="Submit for approval").click()
    expect(translator.get_by_text("The translation waits for approval.").first).to_be_visible()
    assert "El hielo" not in read(SPANISH)

    stranger.goto("/admin/translations/")
    expect(stranger.locator("main")).not_to_contain_text("pond")
    stranger.goto("/admin/")
    expect(stranger.locator("body")).not_to_contain_text("estanque")
    assert stranger.goto(f"/admin/pages/{spanish().pk}/edit/").status == 404

    approve(publisher, "The pond is open")
    assert "El hielo es lo bastante grueso." in read(SPANISH)
    assert "The ice is thick enough." not in read(SPANISH)

    change_paragraph(editor, "The ice is thin again: keep off.")
    approve(publisher, "The pond is open")
    assert "keep off" in read(ENGLISH)
    assert "El hielo es lo bastante grueso." in read(SPANISH)
    assert "keep off" not in read(SPANISH)
    translator.goto("/admin/translations/")
    expect(row(translator, "The pond is open")).to_contain_text("Out of date")

    open_from_work_list(translator, "The pond is open", "See what changed")
    expect(translator.locator("#changed")).to_contain_text("keep off")


def write_article(page, department):
    page.goto(f"/admin/pages/add/news/articlepage/{department_page(department).pk}/")
    page.fill("#id_title", "The pond is open")
    page.fill("#id_summary", "Skating from Saturday on.")
    page.locator("button[title='Insert a block']").last.click()
    page.get_by_role("option", name="Text", exact=True).click()
    write_paragraph(page, "The ice is thick enough.")
    submit(page)


def change_paragraph(page, text):
    page.goto(f"/admin/pages/{english().pk}/edit/")
    write_paragraph(page, text)
    submit(page)


def write_paragraph(page, text):
    paragraph = page.locator(".public-DraftEditor-content[contenteditable=true]").last
    paragraph.click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    expect(paragraph).to_contain_text(text)
    # What is typed reaches the form a moment later.
    expect(page.locator("input[type=hidden][name*=body][name$=value]").last).to_have_value(re.compile(text))


def submit(page):
    page.locator("[data-w-dropdown-target=toggle]").last.click()
    page.get_by_role("button", name=re.compile("Submit to")).click()
    expect(page.get_by_text(re.compile("submitted for moderation|has been submitted")).first).to_be_visible()


def approve(page, title):
    page.goto("/admin/")
    waiting = page.locator("#panel-awaiting-review-content, .w-panel").filter(has_text=title).first
    expect(waiting).to_be_visible()
    waiting.get_by_role("link", name=title).first.click()
    page.wait_for_load_state()
    button = page.get_by_role("button", name=re.compile("^Approve and publish$|^Approve$", re.I))
    if not button.first.is_visible():
        page.locator("[data-w-dropdown-target=toggle]").last.click()
    with page.expect_response(lambda response: response.request.method == "POST" and decides(response.url)):
        button.first.click()
    page.wait_for_load_state()


def decides(address):
    """Saving by itself and the watch over who else edits are not meant."""
    return "/workflow/action/" in address or address.endswith("/edit/")


def row(page, title):
    return page.locator("tr").filter(has_text=title).first


def open_from_work_list(page, title, action):
    page.goto("/admin/translations/")
    row(page, title).get_by_role("button", name=action).click()
    page.wait_for_load_state()


def translate_text(page, source, words):
    page.get_by_role("button", name=f"Translate: {source}").click()
    field = page.locator(".js-translation-editor textarea, .js-translation-editor input[type=text]").last
    field.fill(words)
    page.locator(".js-translation-editor").get_by_text("Save", exact=True).click()
    expect(page.locator(".js-translation-editor")).to_contain_text(words)


def english():
    return ArticlePage.objects.get(locale__language_code="en")


def spanish():
    return ArticlePage.objects.get(locale__language_code="es")


def read(address):
    """What a visitor who is not signed in gets."""
    return Client().get(address).content.decode()
