"""Whatever the provider answers amiss, nobody is signed in, and the login page says so."""

from __future__ import annotations

import time

import jwt
import pytest
from allauth.socialaccount.providers.base import ProviderException
from django.urls import reverse

from portal.accounts.identity.claims import UnbelievableToken, claims_of
from portal.accounts.identity.exchange import check_description
from portal.accounts.models import User
from tests.accounts.conftest import is_signed_in
from tests.accounts.identity.conftest import CALLBACK, come_back, set_out, sign_in
from tests.accounts.identity.server import new_key

FAILED = "Signing in with Northmere Login did not work."


@pytest.fixture(autouse=True)
def somebody(ada):
    return ada


def is_refused(client, answer) -> bool:
    said = answer.url == reverse("account_login") and FAILED in client.get(answer.url).text
    return said and not is_signed_in(client) and User.objects.count() == 1


def test_nothing_is_amiss_with_the_provider_of_these_tests(client, server):
    sign_in(client)
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another login"},
        {"nonce": None},
        {"nonce": ["of", "another"]},
        {"exp": int(time.time()) - 3600},
        {"iat": int(time.time()) + 3600},
        {"iss": "https://evil.example"},
        {"aud": "another application"},
        {"azp": "another application"},
        {"sub": 5},
        {"sub": ""},
        {"sub": "9" * 500},
        {"exp": "soon"},
    ],
    ids=str,
)
def test_a_token_that_does_not_hold_for_this_login(client, server, claims):
    server.in_token = claims
    assert is_refused(client, sign_in(client))


def test_a_token_signed_with_another_key(client, server):
    server.signs_with = new_key()
    assert is_refused(client, sign_in(client))


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_that_is_not_signed_by_a_private_key(server, algorithm):
    token = jwt.encode(
        jwt.decode(server.id_token("n"), options={"verify_signature": False}),
        None if algorithm == "none" else "a secret that is long enough to be one",
        algorithm=algorithm,
        headers={"kid": "first"},
    )
    right = {"keys": server.key_set(), "issuer": server.address, "client_id": "portal", "nonce": "n"}
    assert claims_of(server.id_token("n"), **right)
    with pytest.raises(UnbelievableToken):
        claims_of(token, **right)


def test_a_token_is_worth_nothing_where_no_login_waits_for_it(server):
    with pytest.raises(UnbelievableToken):
        claims_of(
            server.id_token(""), keys=server.key_set(), issuer=server.address, client_id="portal", nonce=""
        )


@pytest.mark.parametrize("query", ["", "?state=invented&code=stolen", "?code=stolen", "?error=server_error"])
def test_a_way_back_that_nobody_set_out_on(client, server, query):
    assert is_refused(client, client.get(CALLBACK + query))
    assert server.asked == []


def test_a_code_that_the_provider_never_gave(client, server):
    state = set_out(client).partition("state=")[2].partition("&")[0]
    assert is_refused(client, client.get(f"{CALLBACK}?state={state}&code=stolen"))


def test_a_userinfo_about_somebody_else(client, server):
    server.claims_in_token = ("sub",)
    server.in_userinfo = {"sub": "somebody else"}
    assert is_refused(client, sign_in(client))


@pytest.mark.parametrize(
    "discovery",
    [
        {"issuer": "https://evil.example"},
        {"issuer": None},
        {"jwks_uri": "http://127.0.0.1:1/nothing"},
        {"token_endpoint": "http://127.0.0.1:1/nothing"},
    ],
    ids=str,
)
def test_a_provider_that_describes_itself_wrongly(client, server, discovery):
    there = set_out(client)
    server.in_discovery = discovery
    assert is_refused(client, come_back(client, there))


@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"]
)
def test_a_provider_reached_by_https_that_leads_on_without_it(server, name):
    safe = {key: value.replace("http:", "https:") for key, value in server.discovery().items()}
    check_description(safe, server=safe["issuer"])
    with pytest.raises(ProviderException, match=name):
        check_description(safe | {name: "http://login.example/"}, server=safe["issuer"])


@pytest.mark.parametrize("name", ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_a_provider_that_forgets_something(client, server, name, monkeypatch):
    complete = server.discovery()
    monkeypatch.setattr(server, "discovery", lambda: complete | {name: 5})
    assert is_refused(client, client.post(reverse("identity_login")))


@pytest.mark.parametrize("keys", [{}, {"keys": []}, {"keys": [{"kid": "first", "kty": "RSA"}]}, []], ids=str)
def test_a_provider_whose_keys_are_no_keys(client, server, keys, monkeypatch):
    monkeypatch.setattr(server, "key_set", lambda: keys)
    assert is_refused(client, sign_in(client))


def test_a_provider_that_answers_but_not_with_an_id_token(client, server, monkeypatch):
    monkeypatch.setattr(server, "id_token", lambda nonce: None)
    assert is_refused(client, sign_in(client))


def test_a_portal_with_the_wrong_secret(client, server):
    server.client = (server.client[0], "another secret")
    assert is_refused(client, sign_in(client))


def test_a_provider_that_is_out_of_order(client, server):
    server.is_ill = True
    assert is_refused(client, client.post(reverse("identity_login")))


def test_a_provider_that_is_not_there(client, server):
    server.shutdown()
    server.server_close()
    assert is_refused(client, client.post(reverse("identity_login")))
