"""An editor writes an article with a micro-survey, previews it, publishes it, and sees answers arrive."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from playwright.sync_api import expect

from surveys.models import Response, Tally
from tests.factories import PASSWORD, department_page
from tests.surveys.making import open_survey, rating

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def survey(parks):
    return open_survey(parks, rating("How did you like the park?"), slug="park-survey", title="Our parks")


def sign_in(page, user):
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    page.goto("/admin/")
    page.fill("input[name=login]", user.email)
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    expect(page).to_have_url(re.compile("/admin/"))


def visitors_answer(survey, codes):
    question = str(survey.question_versions.current().get().question_id)
    for number, code in enumerate(codes):
        client = Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})
        data = {
            "question": question,
            "answer": code,
            "key": f"key-of-the-visitor-{number}",
            "source": "block",
        }
        assert client.post(f"/en/q/{survey.code}/", data).status_code == 201


def add_block(page, label):
    page.locator("button[title='Insert a block']").last.click()
    page.get_by_role("option", name=label, exact=True).click()


def choose_survey(page, title):
    page.get_by_role("button", name="Choose a page").click()
    page.locator(".modal-dialog input[name=q]").fill(title)
    page.locator(".modal-dialog").get_by_role("link", name=title).first.click()


def test_an_editor_publishes_an_article_with_a_question_and_sees_a_dozen_answers_arrive(
    survey, hana, parks, desk
):
    desk.set_default_timeout(20_000)
    sign_in(desk, hana)
    desk.goto(f"/admin/pages/add/news/articlepage/{department_page(parks).pk}/")
    desk.fill("#id_title", "The pond is open")
    desk.fill("#id_summary", "Skating from Saturday on.")
    add_block(desk, "Micro-survey")
    choose_survey(desk, "Our parks")

    desk.get_by_role("button", name="Toggle preview").click()
    preview = desk.frame_locator("iframe[title=Preview], #w-preview-iframe").first
    expect(preview.get_by_role("heading", name="The pond is open")).to_be_visible(timeout=20_000)
    preview.get_by_role("button", name="Clean", exact=True).click()
    expect(preview.get_by_text("nothing was stored")).to_be_visible(timeout=20_000)
    assert not Response.objects.exists()

    desk.locator("[data-w-dropdown-target=toggle]").last.click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.get_by_text(re.compile("published[.]")).first).to_be_visible(timeout=20_000)
    assert "How did you like the park?" in read("/en/departments/parks/the-pond-is-open/")

    desk.goto(f"/admin/surveys/{survey.pk}/")
    expect(desk.locator("main")).not_to_contain_text("12 people")
    visitors_answer(survey, "445544335544")
    desk.reload()
    expect(desk.locator("main")).to_contain_text("12 people")
    assert Tally.objects.get(code="4").count == 6


def read(address):
    """What a visitor who is not signed in gets."""
    return Client().get(address).content.decode()
