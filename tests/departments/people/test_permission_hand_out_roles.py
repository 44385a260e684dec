"""Who gives and takes which role, and where."""

from __future__ import annotations

import pytest
from django.urls import reverse

from portal.departments.permissions import departments_handed_out_by, roles_handed_out_by
from portal.departments.roles import CITY_ROLES, ROLES, Action
from tests.factories import city_group, group_of

HANDED_OUT_BY_A_HEAD = {"editor", "publisher", "translator", "analyst"}
NOBODY = set()


@pytest.mark.parametrize(
    ("role", "names"),
    [
        *((code, {"greta", "gus", "ivo"}) for code in sorted(HANDED_OUT_BY_A_HEAD)),
        ("head", {"greta", "gus"}),
    ],
)
def test_heads_hand_out_the_roles_of_their_department_and_not_their_own(able, parks, role, names):
    assert able(lambda person: role in roles_handed_out_by(person, parks)) == names


@pytest.mark.parametrize("role", CITY_ROLES)
def test_administrators_alone_hand_out_the_roles_of_the_city(able, role):
    assert able(lambda person: role in roles_handed_out_by(person, None)) == {"greta", "gus"}


def test_a_head_hands_out_nothing_in_another_department(ivo, roads):
    assert roles_handed_out_by(ivo, roads) == NOBODY


def test_a_head_sees_her_department_and_administrators_see_all(people, parks, roads):
    seen = {name: set(departments_handed_out_by(person)) for name, person in people.items()}
    assert seen.pop("ivo") == {parks}
    assert seen.pop("greta") == seen.pop("gus") == {parks, roads}
    assert all(departments == NOBODY for departments in seen.values())


def test_nobody_hands_out_anything_whose_account_is_closed(people, parks):
    for person in people.values():
        person.is_active = False
        person.save()
        assert roles_handed_out_by(person, parks) == NOBODY


def test_who_hands_out_roles_in_a_department_has_the_action_too():
    assert {code for code, role in ROLES.items() if role.hands_out} == {
        code for code, role in ROLES.items() if Action.HAND_OUT_ROLES in role.actions
    }


def test_only_they_open_the_screens(able_to_open, parks, roads):
    assert able_to_open(reverse("department_roles:department", args=[parks.pk])) == {"greta", "gus", "ivo"}
    assert able_to_open(reverse("department_roles:department", args=[roads.pk])) == {"greta", "gus"}
    assert able_to_open(reverse("department_roles:city")) == {"greta", "gus"}


def test_only_they_have_it_in_their_menu(able, client):
    def sees(person):
        client.force_login(person)
        return reverse("department_roles:index") in client.get(reverse("wagtailadmin_home")).text

    assert able(sees) == {"greta", "gus", "ivo"}


def test_only_they_give_and_take_a_role_by_a_request_that_they_write_themselves(
    people, client, parks, roads, cleo, hana
):
    link, analysts = parks.groups.get(role="analyst"), group_of(parks, "analyst")
    posts = {"email": cleo.email, "post": link.pk, "person": hana.pk}
    changed = set()
    for name, person in people.items():
        analysts.user_set.set([hana])
        client.force_login(person)
        client.post(reverse("department_roles:give", args=[parks.pk]), posts)
        client.post(reverse("department_roles:take", args=[parks.pk]), posts)
        if set(analysts.user_set.all()) != {hana}:
            changed.add(name)
    assert changed == {"greta", "gus", "ivo"}


def test_only_administrators_give_and_take_the_roles_of_the_city(people, client, cleo, dora):
    communications = city_group("communications")
    posts = {"email": cleo.email, "post": communications.city_role.pk, "person": dora.pk}
    changed = set()
    for name, person in people.items():
        communications.user_set.set([dora])
        client.force_login(person)
        client.post(reverse("department_roles:give_in_city"), posts)
        client.post(reverse("department_roles:take_in_city"), posts)
        if set(communications.user_set.all()) != {dora}:
            changed.add(name)
    assert changed == {"greta", "gus"}
