"""A group that holds a role says what the matrix says, and no screen changes it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from portal.departments.granting import rights_of
from tests.factories import city_group, group_of


@pytest.fixture
def editors(parks):
    return group_of(parks, "editor")


def address(name, group):
    return reverse(f"wagtailusers_groups:{name}", args=[group.pk])


def test_administrators_read_the_groups_and_nobody_else(able_to_open, editors):
    assert able_to_open(reverse("wagtailusers_groups:index")) == {"greta", "gus"}
    assert able_to_open(address("inspect", editors)) == {"greta", "gus"}
    assert able_to_open(address("inspect", city_group("administrator"))) == {"greta", "gus"}


def test_a_group_shows_its_role_its_people_and_what_it_may_do(client, greta, editors, ben):
    client.force_login(greta)
    html = client.get(address("inspect", editors)).text
    for words in ("Parks and Nature: Editor", "Ben Park", "choose, add, change", "figures"):
        assert words in html


@pytest.mark.parametrize("name", ["greta", "gus"])
def test_the_group_of_a_role_is_neither_edited_nor_deleted(request, client, editors, name):
    client.force_login(request.getfixturevalue(name))
    before = rights_of(editors)
    for group in (editors, city_group("communications")):
        assert client.get(address("edit", group)).status_code == 302
        client.post(address("edit", group), {"name": "Everybody", "permissions": []})
        client.post(address("delete", group))
    editors.refresh_from_db()
    assert editors.name == "parks: editor"
    assert rights_of(editors) == before
    assert Group.objects.filter(city_role__role="communications").exists()


def test_a_superuser_makes_edits_and_deletes_a_group_of_another_kind(client, gus):
    client.force_login(gus)
    group = Group.objects.create(name="Visitors")
    assert client.get(address("edit", group)).status_code == 200
    assert client.post(address("delete", group)).status_code == 302
    assert not Group.objects.filter(name="Visitors").exists()


def test_an_administrator_makes_no_group(client, greta):
    client.force_login(greta)
    client.post(reverse("wagtailusers_groups:add"), {"name": "Visitors"})
    group = Group.objects.create(name="Guests")
    client.post(address("delete", group))
    assert set(Group.objects.filter(name__in=["Visitors", "Guests"])) == {group}


def test_the_list_leads_to_what_may_be_read(client, greta, gus, editors):
    other = Group.objects.create(name="aaa")
    client.force_login(greta)
    html = client.get(reverse("wagtailusers_groups:index")).text
    assert address("inspect", other) in html
    assert "/edit/" not in html[html.index("<main") :]
    client.force_login(gus)
    html = client.get(reverse("wagtailusers_groups:index")).text
    assert address("edit", other) in html
    assert address("edit", editors) not in html
