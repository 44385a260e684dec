"""Who may open which of the staff's screens for translations."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.translations.screens import PEOPLE, edit_address, put, refused, text_address
from tests.translations.translating import begin, fill, publish, target

pytestmark = pytest.mark.django_db

# For a page of parks in Spanish: who works on it, who looks after all languages.
WORK = {"ben", "emil", "gus", "hana"}
REPORT = {"dora", "gus"}


@pytest.fixture
def who_may(client, request):
    """The people of the cast whom `ask(client)` answers as wanted; all others must be refused."""

    def find(ask, wanted=(200,)):
        found = set()
        for person in PEOPLE:
            client.force_login(request.getfixturevalue(person))
            response = ask(client)
            if response.status_code in wanted and not refused(response):
                found.add(person)
            else:
                assert refused(response), (person, response)
        return found

    return find


def test_the_work_list_opens_for_those_who_translate_or_publish(who_may, article):
    for name in ("list", "list_results"):
        address = reverse(f"translations:{name}")
        assert who_may(lambda client, address=address: client.get(address)) == {*WORK, "cleo"}


def test_the_report_opens_for_those_who_look_after_all_languages(who_may, article):
    for query in ("", "?export=csv", "?export=xlsx"):
        address = reverse("translations:report") + query
        assert who_may(lambda client, address=address: client.get(address)) == REPORT
    assert who_may(lambda client: client.get(reverse("translations:report_results"))) == REPORT


def test_the_screen_to_begin_opens_for_those_who_may_edit_the_page_in_another_language(who_may, article):
    address = reverse("translations:begin", args=[article.pk])
    assert who_may(lambda client: client.get(address)) == WORK


def test_only_those_who_may_edit_the_page_in_spanish_begin_its_translation(who_may, article):
    address = reverse("translations:begin", args=[article.pk])
    assert who_may(lambda client: client.post(address, {"languages": "es"}), {302}) == WORK


@pytest.mark.parametrize("screen", ["download_po", "preview"])
def test_what_is_translated_is_shown_to_those_who_may_edit_the_page(who_may, article, screen):
    address = reverse(f"translations:{screen}", args=[begin(article).pk])
    assert who_may(lambda client: client.get(address)) == WORK


def test_a_file_is_taken_from_those_who_may_edit_the_page(who_may, article):
    address = reverse("translations:upload_po", args=[begin(article).pk])
    assert who_may(lambda client: client.post(address), {302}) == WORK


def test_the_editing_screen_of_a_translation_opens_for_those_who_may_edit_the_page(who_may, article):
    begin(article)
    assert who_may(lambda client: client.get(edit_address(target(article)))) == WORK


def test_the_screen_to_confirm_opens_for_those_who_may_edit_the_page(who_may, article):
    publish(article)
    address = reverse("translations:confirm", args=[target(article).pk])
    assert who_may(lambda client: client.get(address)) == WORK


def test_a_text_is_written_by_those_who_may_edit_the_page(who_may, article):
    translation = begin(article)
    segment = translation.source.stringsegment_set.first()
    address = text_address(translation, segment)
    assert who_may(lambda client: put(client, address, "Árboles"), {200, 201}) == WORK


def test_the_spanish_translator_has_nothing_to_do_with_the_arabic_page(client, article, emil):
    translation = begin(article, "ar")
    fill(translation)
    client.force_login(emil)
    segment = translation.source.stringsegment_set.first()
    assert refused(put(client, text_address(translation, segment), "أشجار"))
    assert refused(client.get(reverse("translations:download_po", args=[translation.pk])))
    assert refused(client.post(reverse("translations:upload_po", args=[translation.pk])))
    assert refused(client.get(reverse("translations:preview", args=[translation.pk])))
    assert refused(client.get(edit_address(target(article, "ar"))))
    assert refused(client.get(reverse("translations:confirm", args=[target(article, "ar").pk])))
    response = client.post(reverse("translations:begin", args=[article.pk]), {"languages": "ar"})
    assert response.status_code == 200
    assert "ar" not in dict(response.context["form"].fields["languages"].choices)


@pytest.mark.parametrize(
    "name",
    [
        "submit_page_translation",
        "update_translations",
        "stop_translation",
        "convert_to_alias",
        "download_pofile",
        "upload_pofile",
        "machine_translate",
        "preview_translation",
    ],
)
def test_the_ways_that_go_past_approval_are_closed_even_to_the_administrator(client, article, gus, name):
    publish(article)
    translation = begin(article)
    keys = {
        "submit_page_translation": article.pk,
        "update_translations": translation.source_id,
        "convert_to_alias": target(article).pk,
    }
    address = reverse(f"wagtail_localize:{name}", args=[keys.get(name, translation.pk)])
    client.force_login(gus)
    assert client.get(address).status_code == client.post(address).status_code == 404


def test_the_stock_report_is_closed_and_not_on_the_menu(client, article, gus):
    client.force_login(gus)
    stock = reverse("wagtail_localize:translations_report")
    assert client.get(stock).status_code == 404
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert stock not in home
    assert reverse("translations:report") in home
