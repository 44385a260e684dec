from __future__ import annotations

import pytest

from portal.translations.permissions import languages_of
from portal.translations.queries import State, source_of, states_of, work_counts, work_list
from tests.factories import make_article, make_user
from tests.translations.conftest import in_every_language
from tests.translations.translating import begin, edit, fill, locale, publish, target


def items(department, *languages, **wanted):
    return work_list(departments=[department], locales=[locale(code) for code in languages], **wanted)


def of(found, page):
    return next(item for item in found if item.source.pk == page.pk)


def test_the_list_shows_each_published_page_in_each_language(article, parks):
    found = items(parks, "es", "ar")
    assert {(item.source.title, item.locale.language_code) for item in found} == {
        (title, code) for title in ("Trees", "Parks and Nature") for code in ("es", "ar")
    }
    item = of(found, article)
    assert (item.department, item.state, item.is_stale, item.done, item.total) == (
        parks,
        State.NEW,
        False,
        0,
        0,
    )


def test_it_counts_the_texts_that_are_done(article, parks):
    translation = begin(article)
    fill(translation, {"Trees": "Árboles"})
    item = of(items(parks, "es"), article)
    assert (item.state, item.done, item.total) == (State.IN_PROGRESS, 4, 4)
    edit(article, summary="Two hundred of them.")
    item = of(items(parks, "es"), article)
    assert (item.done, item.total) == (3, 4)


def test_it_shows_what_is_asked_for(article, parks):
    publish(article, words={"Trees": "Árboles"})
    assert [item.source.pk for item in items(parks, "es", states=[State.DONE])] == [article.pk]
    assert [item.source.pk for item in items(parks, "es", search="árbo")] == [article.pk]
    assert [item.source.pk for item in items(parks, "es", search="TREES")] == [article.pk]
    assert items(parks, "es", search="benches") == []


def test_a_page_that_is_not_public_is_no_work(article, parks):
    article.unpublish()
    assert article.pk not in [item.source.pk for item in items(parks, "es")]


def test_a_page_without_even_an_alias_is_new(parks):
    article = make_article(parks, "Benches")
    item = of(items(parks, "es"), article)
    assert (item.target, item.state) == (None, State.NEW)


def test_the_list_of_one_department_holds_nothing_of_another(article, parks, roads):
    assert article.pk not in [item.source.pk for item in items(roads, "es")]


def test_counts_tell_how_many_pages_are_in_each_state(article, parks, roads):
    publish(article)
    edit(article, title="Old trees")
    counts = work_counts(departments=[parks, roads], locales=[locale("es"), locale("ar")])
    assert counts[parks.pk, locale("es").pk][State.STALE] == 1
    assert counts[parks.pk, locale("ar").pk][State.NEW] == 2
    assert counts[roads.pk, locale("es").pk][State.NEW] == 1


def test_a_source_has_no_state_of_its_own(article):
    assert states_of([article, target(article)]) == {target(article).pk: State.NEW}
    assert source_of(target(article)).pk == article.pk


def test_no_number_of_pages_makes_more_queries(article, parks, django_assert_max_num_queries):
    def look():
        languages = [locale("es"), locale("ar")]
        work_list(departments=[parks], locales=languages)
        work_counts(departments=[parks], locales=languages)
        states_of(pages)

    pages = [target(article), target(article, "ar")]
    publish(article)
    look()
    for number in range(8):
        page = in_every_language(make_article(parks, f"Page {number}"))
        pages.append(target(page))
        if number % 2:
            publish(page)
    with django_assert_max_num_queries(12):
        look()


def test_the_languages_of_a_person_are_those_of_her_roles(parks, roads, emil, ben, fay, gus, dora):
    spoken = {locale(code).pk for code in ("en", "es", "ar")}
    assert languages_of(emil) == {parks.pk: {locale("es").pk}}
    assert languages_of(ben) == {parks.pk: spoken}
    assert languages_of(fay) == languages_of(dora) == {}
    assert languages_of(gus) == {parks.pk: spoken, roads.pk: spoken}


@pytest.mark.parametrize("active", [True, False])
def test_who_has_left_has_no_languages(parks, active):
    from tests.factories import group_of

    user = make_user("left@northmere.example", groups=[group_of(parks, "editor")], is_active=active)
    assert bool(languages_of(user)) is active
