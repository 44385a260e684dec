"""What the list of a department's fifty pages, in every state, costs the server in the admin."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.departments.many_pages import add_round
from tests.factories import department_page
from tests.remembering import built_once


@pytest.fixture
def fifty_pages(parks, ben):
    def build():
        for number in range(10):
            add_round(parks, number, editor=ben)

    built_once("fifty pages to measure", build)


@pytest.mark.parametrize("person", ["ben", "hana", "gus"], ids=["editor", "publisher", "superuser"])
def test_listing_fifty_pages(person, request, client, parks, fifty_pages, benchmark):
    client.force_login(request.getfixturevalue(person))
    address = reverse("wagtailadmin_explore", args=[department_page(parks).pk])

    def look():
        assert len(client.get(address).context["object_list"]) == 50

    look()
    benchmark.pedantic(look, rounds=10)
