from __future__ import annotations

import pytest
from wagtail.models import Page

from portal.core.models import StandIn
from portal.translations.engine.words import is_translated, string_segments
from portal.translations.services import (
    MayNotTranslate,
    NeverPublished,
    NotTheSource,
    PageLocked,
    save_draft,
)
from tests.factories import make_article, translate
from tests.translations.translating import begin, fill, locale, target, words_of


def test_what_residents_read_stays_as_it_is_when_a_translation_begins(client, article):
    before = client.get("/es/departments/parks/trees/")
    translation = begin(article)
    fill(translation)
    save_draft(translation=translation, user=None)
    after = client.get("/es/departments/parks/trees/")
    assert after.status_code == 200
    assert after.content == before.content


def test_a_begun_translation_still_says_that_it_is_not_translated(client, article):
    begin(article)
    page = target(article)
    assert page.alias_of is None
    assert page.is_untranslated
    assert (page.content_language, page.source.pk) == ("en", article.pk)
    assert {link.code: link.translated for link in article.language_links} == {
        "en": True,
        "es": False,
        "ar": False,
    }


def test_search_engines_and_the_search_do_not_see_a_begun_translation(client, article):
    begin(article)
    assert "/es/departments/parks/trees/" not in client.get("/sitemap.xml").content.decode()
    assert "/es/departments/parks/trees/" not in client.get("/es/search/?q=trees").content.decode()


def test_the_texts_of_the_page_lie_ready_in_their_order(article):
    texts = [segment.string.data for segment in string_segments(begin(article))]
    assert texts == [
        "Trees",
        "A hundred of them.",
        "We plant in <b>May</b>.",
        'Ask <a id="a1">us</a>.',
    ]


def test_beginning_twice_is_beginning_once(article):
    assert begin(article) == begin(article)
    assert StandIn.objects.count() == 1


def test_only_the_page_that_was_written_first_is_translated(article):
    spanish = translate(article, "es", title="Árboles")
    with pytest.raises(NotTheSource):
        begin(spanish, "ar")
    with pytest.raises(NotTheSource):
        begin(article, "en")


def test_a_page_that_nobody_has_approved_is_not_translated(parks):
    with pytest.raises(NeverPublished):
        begin(make_article(parks, live=False))


def test_translators_begin_in_their_language_alone(article, emil, ben, cleo):
    begin(article, "es", emil)
    with pytest.raises(MayNotTranslate):
        begin(article, "ar", emil)
    with pytest.raises(MayNotTranslate):
        begin(article, "ar", cleo)
    begin(article, "ar", ben)


def test_a_page_that_somebody_else_has_locked_is_left_alone(article, emil, ben):
    begin(article)
    Page.objects.filter(pk=target(article).pk).update(locked=True, locked_by=ben)
    with pytest.raises(PageLocked):
        begin(article, "es", emil)


def test_a_page_without_an_alias_gets_one(parks):
    article = make_article(parks, "Benches", slug="benches")
    begin(article, "ar")
    assert target(article, "ar").title == "Benches"
    assert StandIn.objects.get().source_id == article.pk


def test_a_translation_made_by_hand_gives_its_texts_to_those_at_the_same_places(article):
    body = [{**article.body.raw_data[0], "value": "<p>Plantamos en <b>mayo</b>.</p><p>Pregunte.</p>"}]
    translate(article, "es", title="Árboles", summary="Cien.", body=body)
    translation = begin(article)
    assert words_of(translation) == {
        "Trees": "Árboles",
        "A hundred of them.": "Cien.",
        "We plant in <b>May</b>.": "Plantamos en <b>mayo</b>.",
        'Ask <a id="a1">us</a>.': "Pregunte.",
    }
    assert not StandIn.objects.exists()


def test_rich_text_of_another_length_is_translated_anew(article):
    body = [{**article.body.raw_data[0], "value": "<p>Plantamos en mayo.</p>"}]
    translate(article, "es", title="Árboles", summary="Cien.", body=body)
    missing = [each.string.data for each in string_segments(begin(article)) if not is_translated(each)]
    assert missing == ["We plant in <b>May</b>.", 'Ask <a id="a1">us</a>.']


def test_words_that_are_those_of_the_source_count_as_untranslated(article):
    translate(article, "es", title="Árboles")
    assert words_of(begin(article)) == {"Trees": "Árboles"}


def test_a_stand_in_shows_what_its_source_shows_and_keeps_its_draft(client, article):
    from tests.translations.translating import edit

    translation = begin(article)
    fill(translation, {"Trees": "Árboles"})
    draft = save_draft(translation=translation, user=None)
    edit(article, title="Old trees")
    page = target(article)
    assert (page.title, page.draft_title, page.alias_of, page.live) == ("Old trees", "Árboles", None, True)
    assert page.latest_revision == draft
    assert page.has_unpublished_changes
    assert page.is_untranslated
    assert "Old trees" in client.get("/es/departments/parks/trees/").content.decode()
    assert locale("es") == page.locale
