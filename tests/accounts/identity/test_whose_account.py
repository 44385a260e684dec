"""Whose account the provider's word opens, and what a new one is."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from django.urls import reverse

from portal.accounts import services
from portal.accounts.models import User
from tests.accounts.conftest import PASSWORD, code_in_last_mail, is_signed_in
from tests.accounts.identity.conftest import sign_in


@pytest.fixture(autouse=True)
def provider(server):
    return server


def test_the_address_decides_in_whatever_case_it_is(client, ada, server):
    server.person["email"] = "Ada@Northmere.Example"
    sign_in(client)
    assert SocialAccount.objects.get().user == ada


def test_the_address_may_come_from_the_userinfo_alone(client, ada, server):
    server.claims_in_token = ("sub",)
    sign_in(client)
    assert is_signed_in(client)
    assert "userinfo_endpoint" in server.asked


def test_who_is_linked_is_told_by_mail_once(client, ada):
    sign_in(client)
    sign_in(Client())
    assert [message.to for message in mail.outbox] == [[ada.email]]
    assert "signing in with Northmere Login" in mail.outbox[0].body


def test_a_linked_person_comes_in_with_another_address_as_well(client, ada, server):
    sign_in(client)
    server.person["email"] = "ada.romero@northmere.example"
    other = Client()
    sign_in(other)
    assert is_signed_in(other)
    assert User.objects.count() == 1


def test_somebody_added_by_the_city_needs_no_code_by_mail(client, server):
    services.add_person(email="ben@northmere.example", name="Ben", is_staff=True)
    server.person |= {"email": "ben@northmere.example"}
    sign_in(client)
    assert is_signed_in(client)
    assert EmailAddress.objects.get().verified


@pytest.mark.parametrize("verified", [False, None, "false", 0, "yes", ["true"]])
def test_an_address_that_the_provider_has_not_proved_never_opens_an_account(client, ada, server, verified):
    server.person["email_verified"] = verified
    sign_in(client)
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()
    assert "you already have an account" in mail.outbox[-1].subject


def test_the_proof_of_one_address_is_no_proof_of_another(client, ada, server):
    server.person["email_verified"] = False
    server.in_userinfo = {"email": "eve@evil.example", "email_verified": True}
    sign_in(client)
    assert User.objects.get(email="eve@evil.example") == SocialAccount.objects.get().user
    assert not SocialAccount.objects.filter(user=ada).exists()


def test_an_account_that_only_wishes_to_have_the_address_is_not_opened(client, ada, server):
    EmailAddress.objects.create(user=ada, email="new.colleague@northmere.example")
    server.person["email"] = "new.colleague@northmere.example"
    sign_in(client)
    assert is_signed_in(client)
    assert SocialAccount.objects.get().user != ada
    assert list(EmailAddress.objects.filter(user=ada).values_list("email", flat=True)) == [ada.email]


def test_a_password_set_by_whoever_never_proved_the_address_is_worth_nothing(client, server, give_password):
    services.add_person(email="cleo@northmere.example", password=PASSWORD)
    server.person["email"] = "cleo@northmere.example"
    sign_in(client)
    assert is_signed_in(client)
    assert not User.objects.get().has_usable_password()


def test_a_new_address_makes_a_plain_account_without_any_right(client, server):
    server.person |= {"name": "Ada Romero", "groups": ["administrators"], "is_staff": True}
    sign_in(client)
    person = User.objects.get()
    assert is_signed_in(client)
    assert (person.email, person.name) == ("ada@northmere.example", "")
    assert (person.is_staff, person.is_superuser, person.groups.count()) == (False, False, 0)
    assert client.get("/admin/").status_code == 403


def test_a_new_address_that_is_not_proved_is_proved_by_a_code(client, server):
    server.person["email_verified"] = False
    sign_in(client)
    assert not is_signed_in(client)
    client.post(reverse("account_email_verification_sent"), {"code": code_in_last_mail()})
    assert is_signed_in(client)


def test_where_nobody_may_sign_up_a_new_address_makes_no_account(client, monkeypatch):
    monkeypatch.setattr("portal.accounts.adapter.AccountAdapter.is_open_for_signup", lambda *args: False)
    assert "Closed" in sign_in(client).text
    assert not User.objects.exists()


def test_a_deactivated_account_opens_to_nobody(client, ada):
    services.close_account(person=ada)
    assert sign_in(client).url == reverse("account_inactive")
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()
    assert not mail.outbox


def test_a_linked_account_that_is_deactivated_opens_to_nobody(client, ada):
    sign_in(client)
    services.close_account(person=ada)
    other = Client()
    assert sign_in(other).url == reverse("account_inactive")
    assert not is_signed_in(other)


def test_an_address_given_to_somebody_else_by_the_city_ends_the_link(client, ada):
    sign_in(client)
    ada.email = "successor@northmere.example"
    ada.save()
    services.follow_address(person=ada)
    assert not SocialAccount.objects.exists()


def test_saving_a_person_anew_keeps_the_link(client, ada):
    sign_in(client)
    services.follow_address(person=ada)
    assert SocialAccount.objects.get().user == ada


def test_whoever_has_the_address_at_the_provider_now_takes_the_place_of_who_had_it(client, ada, server):
    sign_in(client)
    server.person["sub"] = "somebody else"
    sign_in(Client())
    assert SocialAccount.objects.get().uid == "somebody else"


def test_people_of_another_provider_are_other_people(client, ada, server, settings):
    sign_in(client)
    SocialAccount.objects.update(provider="other.example/city")
    server.person["email"] = "not.ada@northmere.example"
    sign_in(Client())
    assert User.objects.count() == 2


def test_a_person_without_an_address_is_told_why_they_are_not_signed_in(client, server):
    del server.person["email"]
    page = client.get(sign_in(client).url).text
    assert "Northmere Login did not tell us your e-mail address." in page
    assert not User.objects.exists()
