"""Staff are managed in Wagtail's own screens, by name and e-mail address."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from portal.accounts import services
from portal.accounts.models import User
from tests.accounts.conftest import code_in_last_mail, is_signed_in


@pytest.fixture
def desk(client, gus):
    client.force_login(gus)
    return client


def add(desk, **fields):
    return desk.post(
        reverse("wagtailusers_users:add"), {"name": "Ben Ode", "email": "ben@northmere.example"} | fields
    )


def edit(desk, person, **fields):
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    return desk.post(address, {"name": person.name, "email": person.email, "is_active": "on"} | fields)


def test_the_list_shows_people_by_name_and_address(desk, ada):
    page = desk.get(reverse("wagtailusers_users:index")).text
    assert "Ada Romero" in page
    assert ada.email in page


@pytest.mark.parametrize(
    "order", ["name", "-name", "email", "-email", "is_superuser", "last_login", "is_active"]
)
def test_the_list_is_sorted_by_each_of_its_columns(desk, ada, order):
    assert desk.get(reverse("wagtailusers_users:index"), {"ordering": order}).status_code == 200


@pytest.mark.parametrize("words", ["romero", "ADA@"])
def test_somebody_is_found_by_name_or_address(desk, ada, words):
    people = desk.get(reverse("wagtailusers_users:index"), {"q": words}).context["users"]
    assert [str(person) for person in people] == ["Ada Romero"]


def test_somebody_is_added_without_a_password(desk):
    assert "password1" not in desk.get(reverse("wagtailusers_users:add")).text
    assert add(desk, email="Ben@Northmere.example").status_code == 302
    ben = User.objects.get(email="ben@northmere.example")
    assert (ben.name, ben.has_usable_password()) == ("Ben Ode", False)


def test_and_comes_in_by_a_code(desk, client):
    add(desk)
    visitor = type(client)()
    visitor.post(reverse("account_request_login_code"), {"email": "ben@northmere.example"})
    visitor.post(reverse("account_confirm_login_code"), {"code": code_in_last_mail()})
    assert is_signed_in(visitor)


def test_an_address_that_is_taken_is_refused_in_whatever_case(desk, ada):
    page = add(desk, email="ADA@northmere.example")
    assert "Somebody with this e-mail address is already here." in page.text


def test_a_name_and_an_address_are_asked_for(desk):
    assert set(add(desk, name="", email="").context["form"].errors) == {"name", "email"}


def test_a_new_address_shuts_the_old_one_out(desk, client, ada, give_password):
    assert edit(desk, ada, email="ada.romero@northmere.example").status_code == 302
    addresses = EmailAddress.objects.filter(user=ada)
    assert [(each.email, each.verified, each.primary) for each in addresses] == [
        ("ada.romero@northmere.example", False, True)
    ]
    visitor = type(client)()
    give_password("ada@northmere.example", to=visitor)
    assert not is_signed_in(visitor)
    visitor.post(reverse("account_request_login_code"), {"email": "ada@northmere.example"})
    assert "no account with this address" in mail.outbox[-1].subject


def test_another_change_leaves_a_proved_address_proved(desk, ada):
    edit(desk, ada, name="Ada R.")
    ada.refresh_from_db()
    assert ada.name == "Ada R."
    assert EmailAddress.objects.get(user=ada).verified


def test_nobody_takes_away_their_own_administration(desk, gus):
    edit(desk, gus, is_superuser="")
    gus.refresh_from_db()
    assert gus.is_superuser


def test_only_administrators_manage_people(client, ada):
    services.add_person(email="eve@northmere.example")
    client.force_login(ada)
    assert client.get(reverse("wagtailusers_users:index")).status_code == 403
    assert add(client).status_code == 403


def test_the_change_is_in_the_log(desk, ada):
    edit(desk, ada, name="Ada R.")
    assert "Ada R." in desk.get(reverse("wagtailadmin_reports:site_history")).text


def test_the_admins_account_page_takes_a_new_name(desk, gus):
    page = desk.get(reverse("wagtailadmin_account"))
    assert 'name="name_email-name"' in page.text
    fields = {"name_email-name": "Gustav Larsen", "theme-theme": "dark", "theme-contrast": "system"}
    fields |= {"theme-density": "default", "locale-preferred_language": "", "locale-current_time_zone": ""}
    answer = desk.post(reverse("wagtailadmin_account"), fields)
    assert answer.status_code == 302, answer.context["panels_by_tab"]
    gus.refresh_from_db()
    assert gus.name == "Gustav Larsen"
    assert gus.wagtail_userprofile.theme == "dark"


def test_the_form_of_a_person_opens_with_what_is_known(desk, ada):
    page = desk.get(reverse("wagtailusers_users:edit", args=[ada.pk])).text
    assert 'value="Ada Romero"' in page
    assert f'value="{ada.email}"' in page
    assert "first_name" not in page
