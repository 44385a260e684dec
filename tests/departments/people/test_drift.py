"""Provisioning and the city's own roles; where the database differs from the matrix, it is said and repaired."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from home.services import found_city
from portal.departments.drift import drift, strays
from portal.departments.granting import ACCESS, rights_of
from portal.departments.models import CityGroup
from portal.departments.provisioning import provision_city_roles
from portal.departments.roles import CITY_ROLES
from tests.factories import CITY_NAME, city_group, department_page, group_of


def run(**options):
    out = StringIO()
    try:
        call_command("check_rights", stdout=out, **options)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue()


def test_a_founded_city_has_its_roles_and_no_other_groups(city):
    assert {link.role for link in CityGroup.objects.all()} == set(CITY_ROLES)
    assert Group.objects.count() == len(CITY_ROLES)


def test_a_group_of_wagtails_own_stays_as_long_as_somebody_is_in_it(city, ada):
    for name in ("Editors", "Moderators"):
        Group.objects.create(name=name)
    ada.groups.add(Group.objects.get(name="Editors"))
    found_city(name=CITY_NAME, hostname="testserver")
    assert set(ada.groups.values_list("name", flat=True)) == {"Editors"}
    assert not Group.objects.filter(name="Moderators").exists()


@pytest.mark.parametrize("role", CITY_ROLES.values(), ids=list(CITY_ROLES))
def test_each_role_of_the_city_has_exactly_what_it_declares(city, role):
    rights = rights_of(city_group(role.code))
    assert rights.models == role.models | {ACCESS}
    assert rights.pages == {(Page.get_first_root_node().pk, codename) for codename in role.pages}
    assert rights.collections == {(Collection.get_first_root_node().pk, codename) for codename in role.media}


def test_no_role_of_the_city_has_a_right_on_surveys_or_on_the_rights_of_groups(city):
    for role in CITY_ROLES.values():
        models = {name.split(".")[0] for name in role.models}
        assert "surveys" not in models
        assert {name for name in role.models if name.startswith("auth.")} <= {"auth.view_group"}


def disturb(parks, roads):
    """One right too many of each kind, and one too few."""
    editors = group_of(parks, "editor")
    GroupPagePermission.objects.create(
        group=editors, page=department_page(roads), permission=Permission.objects.get(codename="publish_page")
    )
    GroupCollectionPermission.objects.filter(group=editors, permission__codename="choose_image").delete()
    communications = city_group("communications")
    communications.permissions.add(Permission.objects.get(codename="change_user"))
    communications.permissions.remove(Permission.objects.get(codename="add_alertbanner"))


def test_what_differs_is_said_and_repaired(parks, roads):
    assert "Every role has exactly its rights." in run()
    disturb(parks, roads)
    said = run()
    assert "parks: editor lacks: choose_image on collection" in said
    assert "parks: editor has too much: publish_page on page" in said
    assert "city: communications lacks: core.add_alertbanner" in said
    assert "city: communications has too much: accounts.change_user" in said
    assert "2 groups differ" in said
    assert "Every role has exactly its rights." in run(repair=True)
    assert drift() == []


def test_a_role_without_its_group_differs_too(parks, city):
    group_of(parks, "head").delete()
    city_group("administrator").delete()
    assert {each.group for each in drift()} == {"parks: head", "city: administrator"}
    assert "Every role has exactly its rights." in run(repair=True)


def test_provisioning_again_repairs_the_roles_of_the_city(city):
    before = rights_of(city_group("administrator"))
    city_group("administrator").permissions.clear()
    city_group("administrator").page_permissions.all().delete()
    provision_city_roles()
    assert rights_of(city_group("administrator")) == before


def test_groups_made_by_hand_and_residents_with_a_role_are_named(parks, ada):
    Group.objects.create(name="Harmless")
    shadow = Group.objects.create(name="Shadow")
    shadow.permissions.add(Permission.objects.get(codename="access_admin"))
    ada.groups.add(group_of(parks, "editor"))
    assert list(strays()) == ["Shadow", ada.email]
    assert "Shadow: holds rights, and no role says so" in run()
