from __future__ import annotations

import pytest
from django.utils import translation

from portal.core.serving import route_of
from tests.factories import department_page, make_article, make_standard_page, translate


@pytest.fixture
def article(parks):
    return make_article(parks, "Trees", slug="trees")


def route(rf, path, language="en"):
    with translation.override(language):
        return route_of(rf.get(f"/{language}/{path}", headers={"host": "testserver"}), path)


def test_a_page_is_found_in_the_tree_of_its_language(rf, article):
    translate(article, "es", title="Árboles")
    assert route(rf, "departments/parks/trees/").page.title == "Trees"
    assert route(rf, "departments/parks/trees/", "es").page.title == "Árboles"
    assert route(rf, "").page.slug == "home"


def test_it_is_found_in_two_queries_however_deep_it_lies(rf, parks, django_assert_max_num_queries):
    page = department_page(parks)
    for number in range(4):
        page = make_standard_page(page, slug=f"level-{number}")
    path = page.url.removeprefix("/en/")
    route(rf, path)
    with django_assert_max_num_queries(3):  # and the site's record
        found = route(rf, path).page
        assert [above.slug for above in found.breadcrumbs][-2:] == ["level-1", "level-2"]
        assert (found.content_language, found.is_untranslated) == ("en", False)


def test_a_stand_in_knows_its_source(rf, article):
    translate(article, "ar", alias=True)
    page = route(rf, "departments/parks/trees/", "ar").page
    assert (page.content_language, page.is_untranslated) == ("en", True)


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "departments/parks/nothing/",
        "departments/trees/",
        "parks/trees/",
        "trees/",
        "departments/parks/trees/more/",
        "home/",
        "news/feed/more/",
    ],
)
def test_an_address_that_leads_nowhere_finds_nothing(rf, article, path):
    assert route(rf, path) is None


def test_an_unpublished_page_is_not_found_and_leaves_the_way_to_pages_below(rf, parks):
    top = make_standard_page(department_page(parks), slug="rules")
    make_standard_page(top, slug="dogs")
    top.unpublish()
    assert route(rf, "departments/parks/rules/") is None
    page = route(rf, "departments/parks/rules/dogs/").page
    assert [above.slug for above in page.breadcrumbs] == ["home", "departments", "parks"]


def test_a_page_takes_the_rest_of_the_address_that_it_knows(rf, article):
    found = route(rf, "news/feed/")
    assert found.page.slug == "news"
    assert found.args[0].__name__ == "feed"
