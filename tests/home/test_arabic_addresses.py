"""A page that is written in Arabic first has an Arabic address, the same in every language."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest
from wagtail.contrib.redirects.models import Redirect

from news.models import ArticlePage, EventPage
from surveys.services.imports.pages import free_slug
from tests.factories import at, department_page, make_event, translate
from tests.surveys.making import publish_survey, rating

TITLE = "افتتاح المَدرسة الجديدة؟"
SLUG = "افتتاح-المدرسة-الجديدة"
ADDRESS = "/{}/departments/parks/" + quote(SLUG) + "/"


@pytest.fixture
def article(parks):
    page = ArticlePage(title=TITLE, date=at(2026, 11, 1).date(), summary="خبر")
    # As the editor's form leaves an empty address to the page.
    department_page(parks, "ar").add_child(instance=page)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def head(response, pattern):
    return re.findall(pattern, response.content.decode())


def test_the_title_gives_the_address_without_vowel_signs_and_marks(article):
    assert article.slug == SLUG
    assert article.url == ADDRESS.format("ar")


@pytest.mark.parametrize("address", [ADDRESS, unquote(ADDRESS)], ids=["encoded", "as_written"])
def test_the_page_answers_at_its_arabic_address(client, article, address):
    response = client.get(address.format("ar"))
    assert response.status_code == 200
    assert TITLE in response.content.decode()


def test_without_the_last_slash_it_is_led_to(client, article):
    response = client.get(ADDRESS.format("ar").rstrip("/"))
    assert (response.status_code, response["Location"]) == (301, ADDRESS.format("ar"))


def test_it_is_found_in_two_queries(client, article, django_assert_max_num_queries):
    address = ADDRESS.format("ar")
    client.get(address)
    with django_assert_max_num_queries(20) as queries:
        client.get(address)
    looking = [query["sql"] for query in queries if '"slug" IN' in query["sql"]]
    assert len(looking) == 1


def test_its_translations_and_stand_ins_keep_the_address(client, article):
    english = translate(article, "en", title="The new school opens")
    stand_in = translate(article, "es", alias=True)
    assert (english.url, stand_in.url) == (ADDRESS.format("en"), ADDRESS.format("es"))
    assert "The new school opens" in client.get(english.url).content.decode()
    assert TITLE in client.get(stand_in.url).content.decode()


def test_search_engines_are_told_the_encoded_addresses(client, article):
    translate(article, "en", title="The new school opens")
    translate(article, "es", alias=True)
    response = client.get(ADDRESS.format("ar"))
    root = "http://testserver"
    assert head(response, r'<link rel="canonical" href="([^"]+)"') == [root + ADDRESS.format("ar")]
    alternates = dict(head(response, r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"'))
    assert alternates == {
        "en": root + ADDRESS.format("en"),
        "ar": root + ADDRESS.format("ar"),
        "x-default": root + ADDRESS.format("en"),
    }
    sitemap = ElementTree.fromstring(client.get("/sitemap.xml").content)
    addresses = [place.text for place in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert {root + ADDRESS.format("ar"), root + ADDRESS.format("en")} <= set(addresses)
    assert root + ADDRESS.format("es") not in addresses


def test_a_page_below_an_arabic_address_names_itself(client, parks):
    survey = publish_survey(parks, rating(), slug=SLUG)
    response = client.get(survey.page_in("en").url + "results/")
    assert response.status_code == 200
    canonical = head(response, r'<link rel="canonical" href="([^"]+)"')
    assert canonical == [f"http://testserver/en/departments/parks/{quote(SLUG)}/results/"]


def test_an_old_arabic_address_leads_to_the_new_one(client, article, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        article.slug = "المدرسة"
        article.save_revision().publish()
    assert Redirect.objects.count() == 1
    response = client.get(ADDRESS.format("ar"))
    assert (response.status_code, unquote(response["Location"])) == (301, "/ar/departments/parks/المدرسة/")


def test_a_calendar_file_is_named_after_an_arabic_page(client, parks):
    event = make_event(parks, "حفل", slug="حفل")
    response = client.get(EventPage.objects.get(pk=event.pk).url + "event.ics")
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('حفل')}.ics"


def test_an_imported_survey_with_an_arabic_title_gets_an_arabic_address(parks):
    assert free_slug("رأيكم في الحدائق", parks) == "رأيكم-في-الحدائق"
