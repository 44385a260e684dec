"""While an editor writes, the checker in the preview says what readers who do not see would miss."""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_article, make_picture
from tests.journeys.test_editor import sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def draft(parks):
    page = make_article(parks, "Trees", live=False)
    picture = {"image": make_picture().pk, "alt_text": "", "decorative": False}
    page.body = [
        {"type": "paragraph", "value": '<p><a href="https://www.example.org/">Click here</a></p>'},
        {"type": "picture", "value": {"image": picture, "caption": ""}},
    ]
    page.save_revision()
    return page


def test_a_picture_without_description_and_a_vague_link_are_reported(draft, hana, desk):
    desk.set_default_timeout(30_000)
    troubles = []
    desk.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    desk.on("pageerror", lambda error: troubles.append(str(error)))
    sign_in(desk, hana)
    troubles.clear()
    desk.goto(f"/admin/pages/{draft.pk}/edit/")
    desk.get_by_role("button", name="Toggle checks").click()
    checks = desk.locator("[data-checks-panel]").first
    expect(checks).to_contain_text("Picture without a description", timeout=40_000)
    expect(checks).to_contain_text("Link text says nothing")
    if folder := os.environ.get("SCREENSHOTS"):
        desk.screenshot(path=f"{folder}/checks.png")
    assert [trouble for trouble in troubles if re.search("Content Security Policy|Error", trouble)] == []
