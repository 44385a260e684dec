"""Giving and taking roles."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.departments.models import DepartmentGroup
from portal.departments.people.services import NobodyHere, NotTheirsToHandOut, OwnRole, give_role, take_role
from tests.factories import group_of, make_user


def address(department, name="department"):
    return reverse(f"department_roles:{name}", args=[department.pk])


def link_of(department, role, language=""):
    return DepartmentGroup.objects.get(department=department, role=role, language=language)


@pytest.fixture
def desk(client, ivo):
    client.force_login(ivo)
    return client


def give(desk, department, email, role, language=""):
    link = DepartmentGroup.objects.get(department=department, role=role, language=language)
    return desk.post(address(department, "give"), {"email": email, "post": link.pk})


def test_a_head_comes_straight_to_her_department(desk, parks, roads):
    assert desk.get(reverse("department_roles:index")).url == address(parks)


def test_an_administrator_chooses_among_all_departments_and_the_city(client, greta, parks, roads):
    client.force_login(greta)
    html = client.get(reverse("department_roles:index")).text
    for place in (address(parks), address(roads), reverse("department_roles:city")):
        assert place in html


def test_the_screen_shows_who_has_which_role(desk, parks, ben, emil, fay, hana, cleo):
    html = desk.get(address(parks)).text
    for words in ("Ben Park", "Emil Verso", "Translator (Español)", "Fay Count", "Hana Print", "Ivo Lead"):
        assert words in html
    assert "Cleo Road" not in html


def test_a_head_gives_a_role_to_somebody_who_works_for_the_city(desk, parks, cleo):
    assert give(desk, parks, " CLEO@northmere.example ", "publisher").status_code == 302
    assert cleo in group_of(parks, "publisher").user_set.all()


def test_a_translator_gets_one_language(desk, parks, cleo):
    give(desk, parks, cleo.email, "translator", "ar")
    assert cleo in group_of(parks, "translator", "ar").user_set.all()
    assert cleo not in group_of(parks, "translator", "es").user_set.all()


def test_a_head_cannot_make_another_head(desk, parks, ben):
    assert give(desk, parks, ben.email, "head").status_code == 200
    assert ben not in group_of(parks, "head").user_set.all()
    with pytest.raises(NotTheirsToHandOut):
        give_role(link=link_of(parks, "head"), email=ben.email, by=group_of(parks, "head").user_set.get())


def test_a_role_of_another_department_cannot_be_smuggled_in(desk, parks, roads, ben):
    theirs = link_of(roads, "editor")
    desk.post(address(parks, "give"), {"email": ben.email, "post": theirs.pk})
    desk.post(address(roads, "give"), {"email": ben.email, "post": theirs.pk})
    assert ben not in theirs.group.user_set.all()


def test_a_head_takes_a_role_away(desk, parks, ben):
    answer = desk.post(address(parks, "take"), {"post": link_of(parks, "editor").pk, "person": ben.pk})
    assert answer.status_code == 302
    assert not ben.groups.exists()


def test_a_head_does_not_take_the_role_of_a_head(desk, parks):
    other = make_user("oda@northmere.example", "Oda", groups=[group_of(parks, "head")], is_staff=True)
    answer = desk.post(address(parks, "take"), {"post": link_of(parks, "head").pk, "person": other.pk})
    assert answer.status_code == 404
    assert other.groups.exists()


@pytest.mark.parametrize("name", ["ivo", "greta"])
def test_nobody_gives_themselves_a_role(request, client, parks, name):
    person = request.getfixturevalue(name)
    client.force_login(person)
    assert "Somebody else must change your own roles." in give(client, parks, person.email, "analyst").text
    assert person not in group_of(parks, "analyst").user_set.all()


def test_nobody_takes_their_own_role(greta):
    link = greta.groups.get().city_role
    with pytest.raises(OwnRole):
        take_role(link=link, person=greta, by=greta)


def errors_for(desk, parks, email):
    html = give(desk, parks, email, "editor").text
    return html.replace(email, "")[html.index("<main") :]


def test_residents_and_strangers_get_the_same_answer(desk, parks, ada):
    resident, stranger = (errors_for(desk, parks, email) for email in (ada.email, "noone@example.org"))
    assert "Nobody who works for the city has this address." in resident
    hidden = 'name="csrfmiddlewaretoken" value="'
    strip = lambda html: [line for line in html.splitlines() if hidden not in line]  # noqa: E731
    assert strip(resident) == strip(stranger)
    assert not ada.groups.exists()


def test_a_closed_account_gets_no_role(parks, ivo, cleo):
    cleo.is_active = False
    cleo.save()
    with pytest.raises(NobodyHere):
        give_role(link=link_of(parks, "editor"), email=cleo.email, by=ivo)


def test_every_change_is_in_the_log_once_and_on_the_screen(desk, parks, ivo, cleo):
    link = link_of(parks, "translator", "es")
    give_role(link=link, email=cleo.email, by=ivo)
    give_role(link=link, email=cleo.email, by=ivo)
    take_role(link=link, person=cleo, by=ivo)
    take_role(link=link, person=cleo, by=ivo)
    entries = ModelLogEntry.objects.for_instance(parks).filter(action__endswith="_role").order_by("pk")
    assert [(entry.action, entry.user, entry.data["person_id"]) for entry in entries] == [
        ("departments.give_role", ivo, cleo.pk),
        ("departments.take_role", ivo, cleo.pk),
    ]
    html = desk.get(address(parks)).text
    assert "Gave Cleo Road the role: Translator (Español)" in html
    assert "Took from Cleo Road the role: Translator (Español)" in html


def test_many_people_cost_no_more_queries(desk, parks, django_assert_max_num_queries):
    for number in range(30):
        make_user(f"p{number}@northmere.example", groups=[group_of(parks, "editor")], is_staff=True)
    desk.get(address(parks))
    with django_assert_max_num_queries(45):
        desk.get(address(parks))
