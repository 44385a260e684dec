from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.accounts.conftest import is_signed_in
from tests.accounts.identity.conftest import come_back, configure, set_out, sign_in


@pytest.fixture(autouse=True)
def provider(server):
    return server


def test_a_resident_comes_in_through_the_citys_provider(client, ada):
    assert sign_in(client).url == reverse("account_home")
    assert is_signed_in(client)


def test_the_button_names_the_provider_and_needs_no_script(client):
    page = client.get(reverse("account_login") + "?next=/en/news/").text
    form = page.split(f'<form method="post" action="{reverse("identity_login")}">')[1].split("</form>")[0]
    assert "Sign in with Northmere Login" in form
    assert 'name="next" value="/en/news/"' in form
    assert "<script" not in form


def test_only_the_account_pages_let_a_form_lead_to_the_provider(client, server, gus):
    origin = f"http://127.0.0.1:{server.server_port}"
    client.force_login(gus)
    assert origin in client.get(reverse("account_home")).headers["Content-Security-Policy"]
    for address in ("/admin/", "/en/", "/en/search/"):
        assert origin not in client.get(address).headers["Content-Security-Policy"]


def test_the_provider_is_asked_for_the_address_alone_and_nothing_from_outside_is_passed_on(client):
    address = reverse("identity_login")
    answer = client.post(f"{address}?scope=phone&auth_params=prompt%3Dnone&process=connect")
    asked = parse_qs(urlsplit(answer.url).query)
    assert set(asked["scope"][0].split()) == {"openid", "email"}
    assert asked["code_challenge_method"] == ["S256"]
    assert "prompt" not in asked
    assert len(asked["nonce"][0]) > 40


def test_after_the_provider_one_is_where_one_wanted_to_be(client, ada):
    assert sign_in(client, next_page="/en/news/").url == "/en/news/"


def test_after_the_provider_nobody_is_sent_to_another_host(client, ada):
    assert sign_in(client, next_page="//evil.example/").url == reverse("account_home")


def test_one_goes_on_in_the_language_one_set_out_in(client, ada):
    answer = come_back(client, set_out(client, language="es"), HTTP_ACCEPT_LANGUAGE="en")
    assert answer.url == "/es/account/"


def test_looking_at_the_address_of_the_button_signs_nobody_in(client, ada):
    assert client.get(reverse("identity_login")).status_code == 405


def test_the_session_changes(client, ada):
    there = set_out(client)
    before = client.cookies["sessionid"].value
    come_back(client, there)
    assert client.cookies["sessionid"].value != before


def test_of_the_person_only_the_link_is_kept_and_no_token_at_all(client, ada):
    sign_in(client)
    link = SocialAccount.objects.get()
    assert (link.user, link.uid, link.extra_data) == (ada, "248289761001", {})
    assert not SocialToken.objects.exists()
    assert not tokens_in_sessions()


def test_no_token_waits_in_the_session_while_the_second_factor_is_asked_for(client, gus, server):
    from tests.accounts.test_second_factor import SECRET, TOTP

    TOTP.activate(gus, SECRET)
    server.person["email"] = gus.email
    assert sign_in(client).url == reverse("mfa_authenticate")
    assert Session.objects.exists()
    assert not tokens_in_sessions(server)


def tokens_in_sessions(server=None) -> list[str]:
    tokens = [*(server.access if server else ()), "access_token", "id_token", "refresh"]
    kept = json.dumps([session.get_decoded() for session in Session.objects.all()])
    return [token for token in tokens if token in kept]


def test_both_ways_of_naming_oneself_to_the_provider_are_known(client, ada, server):
    server.in_discovery = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    sign_in(client)
    assert is_signed_in(client)


def test_who_changes_their_mind_at_the_provider_is_back_at_the_login(client, server):
    server.says_no = True
    answer = sign_in(client)
    assert answer.url == reverse("account_login")
    assert "You have not been signed in." in client.get(answer.url).text


def test_a_way_back_opens_only_the_browser_that_set_out(client, ada):
    there = set_out(client)
    other = Client()
    come_back(other, there)
    assert not is_signed_in(other)


def test_a_way_back_is_good_once(client, ada):
    answer = requests.get(set_out(client), allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    client.get(f"{back.path}?{back.query}")
    client.logout()
    client.get(f"{back.path}?{back.query}")
    assert not is_signed_in(client)


@pytest.mark.parametrize("path", ["", "login/cancelled/", "login/error/", "signup/"])
def test_no_other_page_about_other_ways_in_exists(client, ada, path):
    client.force_login(ada)
    assert client.get(f"/en/account/3rdparty/{path}").status_code == 404
    assert client.get(f"/en/account/social/{path}").status_code == 404
    assert client.get("/en/account/oidc/city/login/").status_code == 404


def test_the_login_page_makes_no_query_for_it(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(reverse("account_login"))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("account_login"))
    assert not [query for query in queries if "socialaccount" in query["sql"]]


def test_the_secret_of_the_portal_stands_on_no_page(client, server, settings):
    configure(settings, server)
    assert server.client[1] not in client.get(reverse("account_login")).text
