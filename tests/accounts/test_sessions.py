from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.accounts.conftest import is_signed_in
from tests.accounts.test_second_factor import SECRET, code_of_app, give_code, set_up_app


def session_of(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def known_session(client):
    """A session of this browser that somebody else knows."""
    session = client.session
    session["seen"] = True
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return session.session_key


def test_a_visitor_who_looks_at_the_login_gets_no_session(client):
    client.get(reverse("account_login"))
    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_a_session_known_to_somebody_else_is_worth_nothing_after_the_login(
    client, ada, known_session, give_password
):
    give_password(ada.email)
    assert session_of(client) != known_session
    assert not Session.objects.filter(pk=known_session).exists()


def test_a_made_up_session_is_not_taken_over(client, ada, give_password):
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    give_password(ada.email)
    assert session_of(client) != "x" * 32


def test_the_session_changes_at_the_password_and_again_at_the_second_factor(
    client, gus, known_session, give_password
):
    TOTP.activate(gus, SECRET)
    give_password(gus.email)
    between = session_of(client)
    give_code(client, code_of_app())
    assert len({known_session, between, session_of(client)}) == 3
    assert not Session.objects.filter(pk__in=[known_session, between]).exists()


def test_the_session_changes_when_a_second_factor_is_set_up(client, gus, give_password):
    give_password(gus.email)
    before = session_of(client)
    set_up_app(client)
    assert session_of(client) != before
    assert is_signed_in(client)
    assert UserSession.objects.get().session_key == session_of(client)


@pytest.mark.parametrize("way_out", ["account_logout", "wagtailadmin_logout"])
def test_after_signing_out_the_old_session_opens_nothing(client, gus, give_password, way_out):
    give_password(gus.email)
    stolen = session_of(client)
    client.post(reverse(way_out))
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = stolen
    assert thief.get("/admin/").status_code == 302
    assert not is_signed_in(thief)


def test_looking_at_the_way_out_does_not_sign_out(client, ada, give_password):
    give_password(ada.email)
    client.get(reverse("account_logout"))
    assert is_signed_in(client)


def test_one_browser_can_end_the_others(client, ada, give_password):
    other = Client()
    give_password(ada.email, to=other)
    give_password(ada.email)
    client.post(reverse("usersessions_list"))
    assert is_signed_in(client)
    assert not is_signed_in(other)


def test_a_new_password_ends_the_other_sessions(client, ada, give_password):
    other = Client()
    give_password(ada.email, to=other)
    give_password(ada.email)
    fields = {
        "oldpassword": "a harbour full of light",
        "password1": "the tide is out",
        "password2": "the tide is out",
    }
    client.post(reverse("account_change_password"), fields)
    assert is_signed_in(client)
    assert not is_signed_in(other)


def test_the_list_of_sessions_names_the_browser_in_plain_words(client, ada, give_password):
    firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
    give_password(ada.email, HTTP_USER_AGENT=firefox)
    page = client.get(reverse("usersessions_list")).text
    assert "Firefox, Linux" in page
    assert "Gecko" not in page
