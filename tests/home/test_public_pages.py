"""What holds for every kind of public page, found by walking over all page types."""

from __future__ import annotations

import pytest
from wagtail.models import Page, get_page_models

from tests.factories import make_article, make_event, make_standard_page, translate
from tests.surveys.making import open_survey


@pytest.fixture
def one_of_each(city, parks):
    """Address → kind, of a live page of every kind, in three languages."""
    make_article(parks)
    make_event(parks)
    make_standard_page(city)
    translate(make_standard_page(city), "es", title="Página")
    translate(make_standard_page(city), "ar", alias=True)
    open_survey(parks)
    pages = Page.objects.live().filter(depth__gt=1).specific()
    return {page.url: type(page) for page in pages}


def test_there_is_a_page_of_every_kind_to_look_at(one_of_each):
    assert set(one_of_each.values()) == set(get_page_models()) - {Page}


def test_no_public_page_sets_a_cookie_or_varies_by_one_or_holds_a_token(client, one_of_each):
    extra = ["/en/search/?q=tree", "/en/news/feed/", "/en/news/events.ics", "/en/nothing/", "/robots.txt"]
    for address in [*one_of_each, *extra]:
        response = client.get(address)
        assert response.status_code == (404 if "nothing" in address else 200), address
        assert not response.cookies, address
        assert "cookie" not in response.get("Vary", "").lower(), address
        assert b"csrfmiddlewaretoken" not in response.content, address


def test_no_public_page_varies_by_the_browsers_language(client, one_of_each):
    for address in one_of_each:
        answers = {
            client.get(address, headers={"accept-language": wish}).headers.get("Vary")
            for wish in ("es", "ar")
        }
        assert answers == {"Accept-Encoding"}, address


def test_every_public_page_has_one_first_heading_and_a_title(client, one_of_each):
    for address in one_of_each:
        html = client.get(address).content.decode()
        assert html.count("<h1") == 1, address
        assert html.count("<title>") == 1, address


def test_every_draft_is_hidden(client, one_of_each):
    Page.objects.filter(depth__gt=2).update(live=False)
    for address, kind in one_of_each.items():
        expected = 200 if kind.__name__ == "HomePage" else 404
        assert client.get(address).status_code == expected, address
