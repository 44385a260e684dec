"""The administrator sees what will move before it moves."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories import group_of, make_article


@pytest.fixture
def desk(client, greta):
    client.force_login(greta)
    return client


def address(person):
    return reverse("department_roles:hand_over", args=[person.pk])


def form_for(successor, *groups, **more):
    return {
        "successor": successor.pk,
        "roles": [group.pk for group in groups],
        "deactivate": "on",
        **more,
    }


@pytest.fixture
def pond(parks, ben):
    page = make_article(parks, "Swan pond")
    page.owner = ben
    page.save()
    return page


def test_the_way_there_is_on_the_screen_of_the_account(desk, ben, greta):
    assert address(ben) in desk.get(reverse("wagtailusers_users:edit", args=[ben.pk])).text
    assert address(greta) not in desk.get(reverse("wagtailusers_users:edit", args=[greta.pk])).text


def test_it_is_not_on_the_screen_of_a_resident(desk, ada):
    assert address(ada) not in desk.get(reverse("wagtailusers_users:edit", args=[ada.pk])).text


def test_what_will_move_is_shown_by_kind_and_name(desk, ben, pond, hana):
    html = desk.get(address(ben)).text
    for words in ("Pages owned: <strong>1</strong>", "Swan pond", "Pages locked: <strong>0</strong>"):
        assert words in html
    assert "Parks and Nature: Editor" in html


def test_many_pages_are_counted_and_only_the_first_are_named(desk, ben, parks):
    for number in range(25):
        page = make_article(parks, f"Bench {number:02}")
        page.owner = ben
        page.save()
    html = desk.get(address(ben)).text
    assert "Pages owned: <strong>25</strong>" in html
    assert "Bench 19" in html
    assert "Bench 20" not in html
    assert "and 5 more" in html


def test_residents_and_closed_accounts_are_not_among_the_successors(desk, ben, ada, cleo, hana):
    cleo.is_active = False
    cleo.save()
    html = desk.get(address(ben)).text
    assert hana.email in html
    assert ada.email not in html
    assert cleo.email not in html


def test_nothing_moves_before_it_is_confirmed(desk, ben, hana, pond, parks):
    html = desk.post(address(ben), form_for(hana, group_of(parks, "editor"))).text
    assert "Is this right?" in html
    assert "The account of Ben Park is closed" in html
    pond.refresh_from_db()
    assert pond.owner == ben


def test_confirming_hands_everything_over(desk, ben, hana, pond, parks):
    form = form_for(hana, group_of(parks, "editor"), confirmed="yes")
    assert desk.post(address(ben), form).status_code == 302
    pond.refresh_from_db()
    ben.refresh_from_db()
    assert pond.owner == hana
    assert not ben.is_active
    assert group_of(parks, "editor") in hana.groups.all()


def test_the_account_stays_open_where_the_box_is_not_ticked(desk, ben, hana):
    form = form_for(hana, confirmed="yes")
    del form["deactivate"]
    desk.post(address(ben), form)
    ben.refresh_from_db()
    assert ben.is_active


def test_roles_do_not_go_to_oneself(desk, ben, greta, parks):
    html = desk.post(address(ben), form_for(greta, group_of(parks, "editor"), confirmed="yes")).text
    assert "Somebody else must change your own roles." in html
    assert group_of(parks, "editor") not in greta.groups.all()


def test_a_group_of_somebody_else_cannot_be_smuggled_in(desk, ben, hana, parks):
    form = form_for(hana, group_of(parks, "head"), confirmed="yes")
    assert desk.post(address(ben), form).status_code == 200
    assert group_of(parks, "head") not in hana.groups.all()
