from __future__ import annotations

import pytest
from wagtail.models import Locale

from news.models import ArticlePage
from tests.factories import department_page, make_article, make_standard_page, translate


@pytest.fixture
def article(parks):
    return make_article(parks, "Trees", slug="trees")


def links(page):
    return {link.code: (link.url, link.translated) for link in page.language_links}


TREES = "/{}/departments/parks/trees/"


def test_a_page_without_translations_leads_to_the_other_front_pages(article):
    assert links(article) == {"en": (TREES.format("en"), True), "es": ("/es/", False), "ar": ("/ar/", False)}


def test_a_translation_is_led_to_and_a_stand_in_is_not_called_one(article):
    translate(article, "es", title="Árboles")
    translate(article, "ar", alias=True)
    assert links(article) == {
        "en": (TREES.format("en"), True),
        "es": (TREES.format("es"), True),
        "ar": (TREES.format("ar"), False),
    }


def test_from_a_stand_in_the_same_pages_are_reached(article):
    translate(article, "es", title="Árboles")
    alias = translate(article, "ar", alias=True)
    assert links(alias) == {
        "en": (TREES.format("en"), True),
        "es": (TREES.format("es"), True),
        "ar": (TREES.format("ar"), False),
    }
    assert [link.code for link in alias.language_links if link.current] == ["ar"]


def test_a_stand_in_for_a_translation_speaks_that_translations_language(article):
    spanish = translate(article, "es", title="Árboles")
    alias = translate(spanish, "ar", alias=True)
    assert (alias.content_language, alias.content_direction, alias.is_untranslated) == ("es", "ltr", True)


def test_a_translated_page_reads_in_its_own_direction(article):
    page = translate(article, "ar", title="أشجار")
    assert (page.content_language, page.content_direction, page.is_untranslated) == ("ar", "rtl", False)


def test_an_unpublished_translation_is_not_led_to(article):
    translate(article, "es", title="Árboles").unpublish()
    assert links(ArticlePage.objects.get(pk=article.pk))["es"] == ("/es/", False)


def test_a_stand_in_in_its_own_language_counts_as_text(city):
    page = make_standard_page(city, "Tides", slug="tides")
    copy = page.create_alias(update_slug="tides-again", parent=city).specific
    assert not copy.is_untranslated


def test_the_address_stays_the_same_in_every_language(parks, article):
    for language in ("es", "ar"):
        page = translate(article, language, title=f"Trees in {language}")
        assert page.url == TREES.format(language)


def test_what_a_stand_in_shows_follows_its_source(client, article):
    translate(article, "ar", alias=True)
    article.title = "More trees"
    article.save_revision().publish()
    assert "More trees" in client.get(TREES.format("ar")).content.decode()


def test_a_deleted_page_takes_its_stand_ins_out_of_sight(client, article):
    translate(article, "ar", alias=True)
    article.delete()
    assert client.get(TREES.format("en")).status_code == 404
    assert client.get(TREES.format("ar")).status_code == 404


def test_a_department_page_exists_in_every_language_before_anybody_translates_it(client, parks):
    for locale in Locale.objects.all():
        response = client.get(f"/{locale.language_code}/departments/parks/")
        assert response.status_code == 200
    assert department_page(parks, "ar").content_language == "en"
