"""Words in other languages that come together with a source that nobody has published yet."""

from __future__ import annotations

import pytest
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.core.models import StandIn
from portal.translations.services import (
    MayNotTranslate,
    NotTheSource,
    begin_prepared,
    prepare_translation,
)
from tests.factories import make_article
from tests.translations.conftest import in_every_language
from tests.translations.translating import begin, edit, locale, target, words_of


@pytest.fixture
def draft(parks):
    return in_every_language(make_article(parks, "Trees", slug="trees", summary="A hundred.", live=False))


def prepare(page, language="es", user=None, **words):
    prepared = prepare_translation(page=Page.objects.get(pk=page.pk), locale=locale(language), user=user)
    for name, value in words.items():
        setattr(prepared, name, value)
    prepared.save_revision(user=user)
    return prepared


def test_prepared_words_wait_in_a_draft_that_nobody_reads(draft, client):
    prepared = prepare(draft, title="Árboles", summary="Cien.")
    page = target(draft)
    assert (page.pk, page.live, page.title, page.alias_of) == (prepared.pk, False, "Trees", None)
    assert page.get_latest_revision_as_object().title == "Árboles"
    assert StandIn.objects.get().source_id == draft.pk
    assert client.get("/es/departments/parks/trees/").status_code == 404
    assert not Translation.objects.exists()


def test_prepared_words_are_adopted_when_the_source_is_published(draft, client):
    prepare(draft, title="Árboles", summary="Cien.")
    published = edit(draft)
    begin_prepared(page=published)
    assert words_of(Translation.objects.get()) == {"Trees": "Árboles", "A hundred.": "Cien."}
    page = target(draft)
    assert (page.live, page.title, page.draft_title) == (True, "Trees", "Árboles")
    shown = client.get("/es/departments/parks/trees/").content.decode()
    assert "A hundred." in shown
    assert "Cien." not in shown


def test_what_was_begun_is_not_begun_again(draft):
    prepare(draft, title="Árboles")
    published = edit(draft)
    begin_prepared(page=published)
    begin_prepared(page=published)
    assert Translation.objects.count() == 1


def test_a_stand_in_without_words_of_its_own_prepares_nothing(draft):
    prepare_translation(page=draft, locale=locale("es"), user=None)
    begin_prepared(page=edit(draft))
    assert not Translation.objects.exists()
    assert words_of(begin(draft)) == {}


def test_only_a_source_is_prepared_and_only_by_who_may_translate_it(draft, emil, cleo):
    with pytest.raises(NotTheSource):
        prepare(draft, "en")
    with pytest.raises(NotTheSource):
        prepare(target(draft), "ar")
    with pytest.raises(MayNotTranslate):
        prepare(draft, "es", cleo)
    with pytest.raises(MayNotTranslate):
        prepare(draft, "ar", emil)
    assert prepare(draft, "es", emil).locale == locale("es")
