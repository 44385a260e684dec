from __future__ import annotations

import pytest
from django.urls import reverse

PAGES = [
    "account_home",
    "account_email",
    "account_change_password",
    "mfa_index",
    "mfa_list_webauthn",
    "usersessions_list",
]


@pytest.mark.parametrize("page", PAGES)
def test_no_copy_of_a_persons_page_is_kept_anywhere(client, ada, page):
    client.force_login(ada)
    assert "no-store" in client.get(reverse(page)).headers["Cache-Control"]


@pytest.mark.parametrize("page", ["account_login", "account_signup", "account_request_login_code"])
def test_scripts_and_styles_come_from_this_host_or_are_known_by_their_hash(client, page):
    answer = client.get(reverse(page))
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == "'self'"
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert " style=" not in answer.text
    assert 'content="noindex"' in answer.text
