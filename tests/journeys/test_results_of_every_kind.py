"""Residents read the results of every kind of question, on a phone and a desk, in two directions of writing."""

from __future__ import annotations

import pytest
from django.urls import reverse

from surveys.models import Survey
from tests.axe import violations
from tests.factories import translate
from tests.surveys.editing import raw
from tests.surveys.every_kind import open_every_kind
from tests.surveys.figures.filling import fill_every_kind

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ADDRESS = "departments/parks/every-kind/results/"
WIDTHS = (320, 390, 1280)


@pytest.fixture
def survey(parks) -> Survey:
    survey = open_every_kind(parks)
    page = survey.page_in("en").specific
    translate(page, "ar", title="كل أنواع الأسئلة", questions=raw(page), thanks="شكراً لك.")
    fill_every_kind(survey)
    return survey


@pytest.fixture(params=[("en", "light"), ("ar", "dark")], ids=["english_light", "arabic_dark"])
def page(request, browser, live_server, survey):
    language, scheme = request.param
    context = browser.new_context(base_url=f"{live_server.url}/{language}/", color_scheme=scheme)
    yield context.new_page()
    context.close()


def test_everyone_reads_the_results_of_every_kind(page):
    failures = []
    page.on("console", lambda message: message.type == "error" and failures.append(message.text))
    page.goto(ADDRESS)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == []
    assert failures == []


def test_staff_read_the_exact_figures_of_every_kind(browser, live_server, survey, fay, client):
    client.force_login(fay)
    cookies = [
        {"name": name, "value": morsel.value, "url": live_server.url}
        for name, morsel in client.cookies.items()
    ]
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(reverse("survey_admin:survey", args=[survey.pk]))
    assert violations(page, ".survey-staff") == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
