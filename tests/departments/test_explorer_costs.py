"""What lists of pages cost in the admin: at most sixty queries for anybody, and not one more for more rows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.accounts.models import User
from portal.core import explorer
from portal.core.explorer import FactsColumn
from tests.departments.many_pages import KINDS, add_round
from tests.factories import department_page
from tests.people import ben as editor_of
from tests.remembering import built_once

MOST = 60
STAFF = ["ben", "cleo", "dora", "emil", "fay", "greta", "gus", "hana", "ivo"]
SEE_ROWS = ["ben", "emil", "greta", "gus", "hana"]


@pytest.fixture
def half(parks):
    """Twenty-five pages in every state in two languages; Ben wrote them."""
    built_once("half a list of pages", lambda: rounds(parks, range(5), editor_of(parks)))


@pytest.fixture
def whole(half, parks):
    ben = User.objects.get(name="Ben Park")
    built_once("the other half", lambda: rounds(parks, range(5, 10), ben))


def rounds(department, numbers, editor):
    for number in numbers:
        add_round(department, number, editor=editor)
        add_round(department, number, editor=editor, language="es")


@pytest.fixture
def person(request, parks, roads):
    """Anybody of the cast by name. Ben comes with the pages."""

    def by_name(name):
        return User.objects.filter(name__startswith=name.title()).first() or request.getfixturevalue(name)

    return by_name


def lists_of(parks, language):
    page = department_page(parks, language)
    return [
        reverse("wagtailadmin_explore", args=[page.pk]),
        reverse("wagtailadmin_explore_results", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.pk]) + "?q=Waiting",
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_pages:search") + "?q=Section",
        reverse("wagtailadmin_pages:type_use", args=["news", "articlepage"]),
    ]


def cost(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address)
    return len(queries), response


@pytest.mark.parametrize("name", STAFF)
def test_fifty_rows_cost_at_most_sixty_queries(
    name, client, person, parks, whole, django_assert_max_num_queries
):
    client.force_login(person(name))
    for address in lists_of(parks, "es" if name == "emil" else "en"):
        with django_assert_max_num_queries(MOST):
            client.get(address)


@pytest.mark.parametrize("name", SEE_ROWS)
def test_twice_as_many_rows_cost_the_same(name, client, person, parks, half, request):
    user = person(name)
    client.force_login(user)
    address = lists_of(parks, "es" if name == "emil" else "en")[0]
    before, short = cost(client, address)
    request.getfixturevalue("whole")
    after, long = cost(client, address)
    assert (len(short.context["object_list"]), len(long.context["object_list"])) == (5 * KINDS, 10 * KINDS)
    assert after == before


def test_column_of_another_app_is_asked_once_for_all_rows(client, person, parks, half, monkeypatch):
    asked = []

    def first_letters(pages, user):
        asked.append((len(pages), user.name))
        return {page.pk: f"«{page.title[0]}»" for page in pages if page.live}

    column = FactsColumn("letter", first_letters, label="Letter")
    monkeypatch.setattr(explorer, "_extra_columns", [column])
    client.force_login(person("ben"))
    content = client.get(lists_of(parks, "en")[0]).content.decode()
    assert asked == [(5 * KINDS, "Ben Park")]
    assert "Letter" in content
    assert content.count("«E»") == 5
    assert "«W»" not in content
