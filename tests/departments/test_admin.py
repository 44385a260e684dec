from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from home.models import DepartmentPage
from portal.departments.models import Department
from tests.factories import department_page


@pytest.fixture
def desk(client, gus, city):
    client.force_login(gus)
    return client


def test_an_administrator_makes_a_department_with_everything_it_needs(desk):
    form = {"code": "water", "name": "Water and Harbour"}
    assert desk.post(reverse("departments:add"), form).status_code == 302
    water = Department.objects.get(code="water")
    assert DepartmentPage.objects.filter(translation_key=water.page_key).count() == 3
    assert water.groups.count() == 7
    assert desk.get("/en/departments/water/").status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        pytest.param({"code": "parks", "name": "Another"}, id="code_taken"),
        pytest.param({"code": "more", "name": "Parks and Nature"}, id="name_taken"),
        pytest.param({"code": "two words", "name": "Another"}, id="code_with_a_space"),
        pytest.param({"code": "", "name": ""}, id="empty"),
    ],
)
def test_a_department_that_cannot_be_is_refused(desk, parks, form):
    assert desk.post(reverse("departments:add"), form).status_code == 200
    assert Department.objects.count() == 1


def test_a_department_is_renamed_but_keeps_its_code(desk, parks):
    address = reverse("departments:edit", args=[parks.pk])
    assert desk.post(address, {"code": "gardens", "name": "Parks"}).status_code == 302
    parks.refresh_from_db()
    assert (parks.code, parks.name) == ("parks", "Parks")


def test_no_screen_deletes_a_department(desk, parks):
    assert desk.post(reverse("departments:delete", args=[parks.pk])).status_code == 302
    assert Department.objects.filter(pk=parks.pk).exists()
    assert (
        reverse("departments:delete", args=[parks.pk])
        not in desk.get(reverse("departments:edit", args=[parks.pk])).content.decode()
    )


def test_the_groups_of_a_department_and_who_is_in_them_are_shown(desk, parks, ben, emil):
    html = desk.get(reverse("departments:inspect", args=[parks.pk])).content.decode()
    for words in ("parks: editor", "Ben Park", "parks: translator (es)", "Emil Verso", "Español"):
        assert words in html


@pytest.mark.parametrize("person", ["ada", "ben", "dora", "hana", "ivo"])
def test_nobody_else_sees_these_screens(client, request, parks, person):
    client.force_login(request.getfixturevalue(person))
    for address in (
        reverse("departments:index"),
        reverse("departments:add"),
        reverse("departments:edit", args=[parks.pk]),
        reverse("departments:inspect", args=[parks.pk]),
    ):
        assert client.get(address).status_code in {403, 404}, address


def test_the_command_makes_a_department_and_names_its_groups(city):
    out = StringIO()
    call_command("provision_department", "water", "Water and Harbour", stdout=out)
    assert out.getvalue().splitlines() == [
        "water: analyst",
        "water: editor",
        "water: head",
        "water: publisher",
        "water: translator (ar)",
        "water: translator (en)",
        "water: translator (es)",
    ]
    call_command("provision_department", "water", "Water and Harbour", stdout=StringIO())
    assert department_page(Department.objects.get()).title == "Water and Harbour"


def test_the_command_refuses_a_code_that_fits_no_address(city):
    with pytest.raises(CommandError, match="two words"):
        call_command("provision_department", "two words", "Water")
    assert not Department.objects.exists()
