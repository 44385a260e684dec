from __future__ import annotations

import pytest

from home.models import StandardPage
from news.models import ArticlePage
from portal.departments.queries import department_of
from tests.factories import department_page, make_article, make_standard_page, translate


@pytest.fixture
def article(parks):
    return make_article(parks, "Trees", slug="trees")


def owner(page):
    return type(page).objects.get(pk=page.pk).department


def test_a_new_page_belongs_to_the_department_below_whose_page_it_stands(article, parks):
    assert article.department == parks
    assert article.department_page == department_page(parks)


def test_its_translations_and_stand_ins_belong_to_the_same_department(article, parks):
    assert translate(article, "es", title="Árboles").department == parks
    assert translate(article, "ar", alias=True).department == parks
    assert translate(article, "ar", alias=True).department_page == department_page(parks, "ar")


def test_a_page_of_the_city_belongs_to_no_department(city, parks):
    page = make_standard_page(city)
    assert page.department is None
    assert page.department_page is None


def test_a_page_deep_below_belongs_to_the_department_too(parks):
    top = make_standard_page(department_page(parks), "Rules")
    deep = make_standard_page(top, "Dogs")
    assert deep.department == parks
    assert deep.department_page == department_page(parks)


def test_a_moved_page_belongs_to_the_department_it_was_moved_to(article, roads):
    article.move(department_page(roads), pos="last-child")
    assert owner(article) == roads
    assert ArticlePage.objects.get(pk=article.pk).department_page == department_page(roads)


def test_moving_takes_everything_below_along(parks, roads):
    top = make_standard_page(department_page(parks), "Rules")
    deep = make_standard_page(top, "Dogs")
    top.move(department_page(roads), pos="last-child")
    assert [owner(top), owner(StandardPage.objects.get(pk=deep.pk))] == [roads, roads]


def test_a_page_moved_out_of_the_departments_belongs_to_the_city(city, parks):
    page = make_standard_page(department_page(parks), "Rules")
    page.move(city, pos="last-child")
    assert owner(page) is None


def test_a_copied_page_belongs_to_where_the_copy_stands(article, roads):
    copy = article.copy(to=department_page(roads), update_attrs={"slug": "trees-copy"})
    assert owner(copy) == roads
    assert owner(article) != roads


def test_an_old_revision_does_not_bring_an_old_owner_back(article, roads):
    old = article.latest_revision
    article.move(department_page(roads), pos="last-child")
    old.publish()
    assert owner(article) == roads


def test_a_department_with_pages_cannot_be_deleted_by_mistake(article, parks):
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        parks.delete()


def test_the_owner_of_any_page_is_found_in_few_queries(article, parks, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert department_of(article) == parks
