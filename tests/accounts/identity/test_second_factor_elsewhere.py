"""Staff need two factors: the city's provider may have seen the second, and then has to say so."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from portal.accounts.identity.claims import shows_two_factors
from tests.accounts.conftest import PASSWORD, is_signed_in
from tests.accounts.identity.conftest import configure, sign_in
from tests.accounts.test_second_factor import SECRET, code_of_app

SEEN = "second_factor_seen_elsewhere"


@pytest.fixture(autouse=True)
def demanded(settings, server, gus):
    settings.STAFF_SECOND_FACTOR_REQUIRED = True
    server.person["email"] = gus.email
    return server


@pytest.fixture
def app(gus):
    return TOTP.activate(gus, SECRET)


def opens_the_admin(client) -> bool:
    return client.get("/admin/").status_code == 200


@pytest.mark.parametrize("ways", [["pwd", "mfa"], ["pwd", "otp"], ["hwk"], ["sc"]], ids=str)
def test_a_second_factor_seen_by_the_provider_opens_the_admin(client, server, ways):
    server.person["amr"] = ways
    sign_in(client)
    assert opens_the_admin(client)


def test_the_session_keeps_that_it_was_seen_and_not_how(client, server):
    server.person |= {"amr": ["pwd", "otp", "face"], "acr": "urn:city:level:3"}
    sign_in(client)
    assert client.session[SEEN] is True
    kept = str(dict(client.session))
    assert "face" not in kept
    assert "level" not in kept


@pytest.mark.parametrize(
    "ways", [None, [], ["pwd"], ["sms"], "mfa", ["pwd", {"mfa": 1}], {"mfa": True}], ids=str
)
def test_without_it_staff_are_sent_to_set_up_one_here(client, server, ways):
    server.person["amr"] = ways
    sign_in(client)
    assert is_signed_in(client)
    assert client.get("/admin/").url == reverse("mfa_index")
    assert SEEN not in client.session


def test_without_it_the_factor_set_up_here_is_asked_for(client, server, app):
    assert sign_in(client).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of_app()})
    assert opens_the_admin(client)


def test_with_it_the_factor_set_up_here_is_not_asked_for_as_well(client, server, app):
    server.person["amr"] = ["mfa"]
    assert sign_in(client).url == reverse("wagtailadmin_home")
    assert opens_the_admin(client)


def test_a_level_counts_only_if_the_operator_trusts_it(client, server, settings):
    server.person["acr"] = "urn:city:level:3"
    sign_in(client)
    assert not opens_the_admin(client)
    configure(settings, server, trusted_acr=("urn:city:level:3",))
    sign_in(other := Client())
    assert opens_the_admin(other)


def test_the_userinfo_cannot_say_it(client, server):
    server.claims_in_token = ("sub",)
    server.in_userinfo = {"amr": ["mfa"]}
    sign_in(client)
    assert is_signed_in(client)
    assert not opens_the_admin(client)


def test_it_counts_for_that_login_alone(client, server, give_password, gus):
    server.person["amr"] = ["mfa"]
    sign_in(client)
    client.post(reverse("account_logout"))
    give_password(gus.email)
    assert is_signed_in(client)
    assert not opens_the_admin(client)


def test_a_second_login_in_the_same_browser_says_it_anew(client, server):
    server.person["amr"] = ["mfa"]
    sign_in(client)
    server.person["amr"] = ["pwd"]
    sign_in(client)
    assert not opens_the_admin(client)


def test_it_counts_for_that_person_alone(client, server, give_password, gus, ada):
    """Ada's second factor does not help whoever knows the password of Gus."""
    server.person |= {"email": ada.email, "amr": ["mfa"]}
    sign_in(client)
    assert client.session[SEEN]
    client.force_login(gus)
    assert not opens_the_admin(client)


def test_a_refused_person_leaves_nothing_behind_for_the_next(client, server, give_password, gus, ada):
    ada.is_active = False
    ada.save()
    server.person |= {"email": ada.email, "amr": ["mfa"]}
    sign_in(client)
    give_password(gus.email, PASSWORD)
    assert is_signed_in(client)
    assert not opens_the_admin(client)


def test_what_an_earlier_visit_left_in_the_session_does_not_count(client, give_password, gus):
    session = client.session
    session[SEEN] = True
    session.save()
    give_password(gus.email, PASSWORD)
    assert is_signed_in(client)
    assert not opens_the_admin(client)


def test_it_gives_no_role(client, server, ada):
    server.person |= {"email": ada.email, "amr": ["mfa"]}
    sign_in(client)
    assert client.get("/admin/").status_code == 403


def test_the_advice_to_set_up_a_factor_is_not_given_to_whoever_has_one_elsewhere(client, server, settings):
    settings.STAFF_SECOND_FACTOR_REQUIRED = False
    server.person["amr"] = ["mfa"]
    sign_in(client)
    assert "no second factor yet" not in client.get("/admin/").text


@pytest.mark.parametrize("level", [None, "", "0", ["trusted"]], ids=str)
def test_no_level_is_trusted_by_itself(level):
    assert not shows_two_factors({"acr": level}, [])
    assert not shows_two_factors({"acr": level}, ["trusted"])
