"""Administrators keep accounts, and make nobody more than an administrator."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.accounts.models import User
from tests.factories import city_group, group_of


@pytest.fixture
def desk(client, greta):
    client.force_login(greta)
    return client


def edit(desk, person, **fields):
    form = {"name": person.name, "email": person.email, "is_active": "on"} | fields
    return desk.post(reverse("wagtailusers_users:edit", args=[person.pk]), form)


def bulk(desk, action, person, **fields):
    address = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    return desk.post(f"{address}?id={person.pk}", fields)


def test_an_administrator_makes_no_superuser(desk, ben):
    assert "is_superuser" not in desk.get(reverse("wagtailusers_users:edit", args=[ben.pk])).text
    edit(desk, ben, is_superuser="on")
    form = {"name": "Eve", "email": "eve@northmere.example", "is_superuser": "on"}
    assert desk.post(reverse("wagtailusers_users:add"), form).status_code == 302
    assert not User.objects.filter(is_superuser=True).exists()


def test_a_superuser_makes_one(client, gus, ben):
    client.force_login(gus)
    edit(client, ben, is_superuser="on")
    ben.refresh_from_db()
    assert ben.is_superuser


def test_an_administrator_does_not_touch_a_superusers_account(desk, gus):
    before = User.objects.filter(pk=gus.pk).values().get()
    assert desk.get(reverse("wagtailusers_users:edit", args=[gus.pk])).status_code == 302
    edit(desk, gus, name="Mine", email="mine@example.org")
    desk.post(reverse("wagtailusers_users:delete", args=[gus.pk]))
    bulk(desk, "delete", gus)
    bulk(desk, "set_active_state", gus, mark_as_active="False")
    assert User.objects.filter(pk=gus.pk).values().get() == before


def test_nobody_gives_themselves_a_role_on_the_form_of_their_account(desk, greta, parks):
    administrators, analysts = city_group("administrator"), group_of(parks, "analyst")
    edit(desk, greta, groups=[administrators.pk, analysts.pk])
    bulk(desk, "assign_role", greta, role=analysts.pk)
    assert set(greta.groups.all()) == {administrators}


def test_a_role_given_on_the_form_is_in_the_log(desk, greta, ben, parks):
    editors, analysts = group_of(parks, "editor"), group_of(parks, "analyst")
    edit(desk, ben, groups=[analysts.pk])
    assert set(ben.groups.all()) == {analysts}
    entries = ModelLogEntry.objects.for_instance(parks).filter(action__endswith="_role")
    assert {(entry.action, entry.data["role"], entry.user) for entry in entries} == {
        ("departments.give_role", "analyst", greta),
        ("departments.take_role", "editor", greta),
    }
    assert editors not in ben.groups.all()


def test_a_role_given_to_many_is_in_the_log(desk, ben, parks):
    bulk(desk, "assign_role", ben, role=group_of(parks, "analyst").pk)
    assert group_of(parks, "analyst") in ben.groups.all()
    assert ModelLogEntry.objects.for_instance(parks).filter(action="departments.give_role").count() == 1


def test_a_resident_gets_no_role_by_the_way(desk, ada, parks):
    bulk(desk, "assign_role", ada, role=group_of(parks, "editor").pk)
    assert not ada.groups.exists()


def test_who_gets_a_role_on_the_form_works_for_the_city(desk, ada, parks):
    edit(desk, ada, groups=[group_of(parks, "editor").pk])
    ada.refresh_from_db()
    assert ada.is_staff


def test_who_has_no_role_works_for_the_city_as_long_as_the_form_says_so(desk, ben):
    edit(desk, ben, is_staff="on")
    ben.refresh_from_db()
    assert ben.is_staff
    edit(desk, ben)
    ben.refresh_from_db()
    assert not ben.is_staff


def test_a_new_person_is_offered_as_somebody_who_works_for_the_city(desk):
    form = desk.get(reverse("wagtailusers_users:add")).context["form"]
    assert form["is_staff"].value() is True


def test_accounts_are_kept_by_administrators_only(able_to_open, ben):
    assert able_to_open(reverse("wagtailusers_users:edit", args=[ben.pk])) == {"greta", "gus"}
