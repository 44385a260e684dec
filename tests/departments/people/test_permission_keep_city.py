"""Who keeps the city: departments, people, settings."""

from __future__ import annotations

import pytest
from django.urls import reverse

from portal.departments.permissions import is_administrator, user_can_for_city
from portal.departments.roles import CityAction
from tests.factories import department_page, make_article

KEEPERS = {"greta", "gus"}


def test_administrators_keep_the_city_and_nobody_else(able):
    assert able(is_administrator) == KEEPERS
    assert able(lambda person: user_can_for_city(person, CityAction.KEEP_CITY)) == KEEPERS


def test_an_administrator_whose_account_is_closed_keeps_nothing(greta, gus):
    for person in (greta, gus):
        person.is_active = False
        person.save()
        assert not is_administrator(person)


@pytest.mark.parametrize(
    "name",
    [
        "departments:index",
        "departments:add",
        "topics:index",
        "districts:index",
        "wagtailusers_users:index",
        "wagtailusers_users:add",
        "wagtailusers_groups:index",
        "wagtailadmin_collections:index",
        "wagtailadmin_workflows:index",
        "wagtailredirects:index",
        "wagtaillocales:index",
        "wagtailsites:index",
        "department_roles:city",
    ],
)
def test_administrators_open_what_belongs_to_the_whole_city(able_to_open, name):
    assert able_to_open(reverse(name)) == KEEPERS


def test_administrators_may_do_everything_with_every_page(able, city, parks):
    article = make_article(parks, "Trees")
    for page in (city, department_page(parks), article):
        for may in ("can_edit", "can_publish", "can_lock"):
            allowed = able(
                lambda person, page=page, may=may: getattr(page.permissions_for_user(person), may)()
            )
            assert allowed >= KEEPERS
    assert able(lambda person: city.permissions_for_user(person).can_add_subpage()) == KEEPERS
