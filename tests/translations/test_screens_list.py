"""What translators and publishers find on their list, on the front page of the admin and in the lists of pages."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.translations.queries import State
from portal.translations.services import submit_translation
from tests.factories import group_of, make_article
from tests.translations.conftest import in_every_language
from tests.translations.screens import edit_address, words_on
from tests.translations.translating import begin, edit, fill, publish, target

pytestmark = pytest.mark.django_db
LIST = "/admin/translations/"


def items_on(response):
    return {
        (item.source.title, item.locale.language_code): item.state for item in response.context["object_list"]
    }


@pytest.fixture
def look(client):
    def as_person(person, query=""):
        client.force_login(person)
        return client.get(LIST + query)

    return as_person


def test_each_state_of_a_translation_is_on_the_list_of_its_translator(look, parks, article, emil):
    make = {title: in_every_language(make_article(parks, title, summary="As ever.")) for title in "ABCD"}
    publish(make["A"])
    edit(make["A"], summary="Changed.")
    fill(begin(make["B"]), {"B": "be"})
    waiting = begin(make["C"])
    fill(waiting)
    submit_translation(translation=waiting, user=emil)
    publish(make["D"])
    found = items_on(look(emil))
    assert found["A", "es"] is State.STALE
    assert found["B", "es"] is State.IN_PROGRESS
    assert found["C", "es"] is State.WAITING
    assert found["D", "es"] is State.DONE
    assert found["Trees", "es"] is State.NEW


def test_what_needs_doing_stands_first(look, parks, article, emil):
    done, stale = (
        in_every_language(make_article(parks, title, summary="As ever.")) for title in ("Done", "Stale")
    )
    publish(done)
    publish(stale)
    edit(stale, summary="Changed.")
    titles = [title for title, _language in items_on(look(emil, "?department=&search="))]
    assert titles.index("Stale") < titles.index("Trees") < titles.index("Done")


def test_the_spanish_translator_of_parks_sees_spanish_of_parks_alone(look, roads, article, emil):
    in_every_language(make_article(roads, "Bridge closed"))
    found = items_on(look(emil))
    assert {language for _title, language in found} == {"es"}
    assert "Bridge closed" not in words_on(look(emil))
    assert "Roads and Bridges" not in words_on(look(emil))


def test_whoever_translates_one_language_here_and_another_there_sees_no_third(
    look, parks, roads, article, emil
):
    in_every_language(make_article(roads, "Bridge closed"))
    emil.groups.add(group_of(roads, "translator", "ar"))
    found = set(items_on(look(emil)))
    assert {("Trees", "es"), ("Bridge closed", "ar")} <= found
    assert not {("Trees", "ar"), ("Bridge closed", "es")} & found


def test_the_list_is_narrowed_by_state_language_and_words(look, parks, article, hana):
    publish(in_every_language(make_article(parks, "Swans")))
    spanish = target(article).locale
    assert set(items_on(look(hana, "?state=done"))) == {("Swans", "es")}
    assert {language for _title, language in items_on(look(hana, f"?language={spanish.pk}"))} == {"es"}
    assert {title for title, _language in items_on(look(hana, "?q=swa"))} == {"Swans"}
    assert "Nothing matches" in words_on(look(hana, "?q=no+such+page"))


def test_the_language_of_another_department_is_no_filter(look, roads, article, emil):
    filters = look(emil, f"?department={roads.pk}").context["filters"]
    assert "department" in filters.form.errors


def test_a_title_that_is_not_public_yet_is_neither_shown_nor_found(look, article, emil):
    article.title = "Secret plans"
    article.save_revision()
    assert "Secret plans" not in words_on(look(emil))
    assert items_on(look(emil, "?q=secret")) == {}


def test_the_button_of_a_new_page_begins_and_leads_to_the_texts(client, look, article, emil):
    assert "Translate Trees, Español" in words_on(look(emil))
    response = client.post(reverse("translations:begin", args=[article.pk]), {"languages": "es"}, follow=True)
    assert response.redirect_chain[-1][0] == edit_address(target(article))
    assert "0/4 texts translated" in words_on(response)


def test_the_list_asks_the_database_as_often_for_many_pages_as_for_few(
    look, parks, article, hana, django_assert_max_num_queries, django_assert_num_queries
):
    look(hana)
    with django_assert_max_num_queries(60) as few:
        look(hana)
    for number in range(8):
        page = in_every_language(make_article(parks, f"Article {number}"))
        if number % 2:
            fill(begin(page))
    with django_assert_num_queries(len(few.captured_queries)):
        look(hana)


def test_who_has_nothing_to_translate_is_told_so(look, parks, emil):
    # The department's own page is there from the start.
    Page.objects.filter(translation_key=parks.page_key).update(live=False)
    assert "There is nothing to translate." in words_on(look(emil))


def test_the_front_page_counts_what_is_to_do_and_leads_to_it(client, article, emil):
    publish(article)
    edit(article, summary="Two hundred.")
    client.force_login(emil)
    home = client.get(reverse("wagtailadmin_home"))
    assert 'href="/admin/translations/?state=stale"' in home.content.decode()
    assert "1 Out of date" in words_on(home)


def test_communications_find_the_state_of_all_departments_on_the_front_page(client, article, dora):
    client.force_login(dora)
    home = client.get(reverse("wagtailadmin_home"))
    assert 'href="/admin/translations/report/?state=new"' in home.content.decode()
    assert client.get("/admin/translations/report/?state=new").status_code == 200


@pytest.mark.parametrize("person", ["dora", "fay", "ivo"])
def test_who_translates_nothing_has_no_translations_on_the_front_page(client, request, article, person):
    client.force_login(request.getfixturevalue(person))
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "/admin/translations/?state" not in home


def test_the_list_of_pages_says_how_translations_stand(client, article, hana):
    publish(article)
    edit(article, summary="Two hundred.")
    client.force_login(hana)
    english = client.get(reverse("wagtailadmin_explore", args=[article.get_parent().pk]))
    assert "AR · New" in words_on(english)
    assert "ES · Out of date" in words_on(english)
    spanish = client.get(reverse("wagtailadmin_explore", args=[target(article).get_parent().pk]))
    assert "Out of date" in words_on(spanish)


def test_the_page_itself_says_since_when_its_translation_is_out_of_date(client, article, hana):
    publish(article)
    edit(article, summary="Two hundred.")
    client.force_login(hana)
    screen = words_on(client.get(edit_address(article)))
    assert "Español Out of date since" in screen
    assert "العربية New" in screen


def test_the_list_of_pages_asks_as_often_for_many_rows_as_for_few(
    client, parks, article, hana, django_assert_max_num_queries, django_assert_num_queries
):
    client.force_login(hana)
    address = reverse("wagtailadmin_explore", args=[article.get_parent().pk])
    in_every_language(make_article(parks, "Another"))
    client.get(address)
    with django_assert_max_num_queries(60) as few:
        client.get(address)
    for number in range(8):
        in_every_language(make_article(parks, f"Article {number}"))
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(address)
