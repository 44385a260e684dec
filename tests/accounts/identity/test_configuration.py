from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from portal.settings import identity

ROOT = Path(__file__).parents[3]
COMPLETE = {
    "OIDC_NAME": "Northmere Login",
    "OIDC_SERVER_URL": "https://login.northmere.example/realms/city/",
    "OIDC_CLIENT_ID": "portal",
    "OIDC_CLIENT_SECRET": "not to be told",
}
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "k" * 30 + "0123456789abcdefghijABCDEFGHIJ",
    "ALLOWED_HOSTS": "www.northmere.example",
    "PORTAL_URL": "https://www.northmere.example",
    "EMAIL_URL": "smtps://user:password@mail.example:465",
    "MAIL_FROM": "city@northmere.example",
}


@pytest.fixture
def environ(monkeypatch):
    for name in [*COMPLETE, "OIDC_TRUSTED_ACR", "OIDC_LOGIN_ORIGINS"]:
        monkeypatch.delenv(name, raising=False)

    def give(values):
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return give


def in_production(tmp_path, *command: str, **more: str) -> subprocess.CompletedProcess:
    environment = {"PATH": os.environ["PATH"], "PORTAL_VAR": str(tmp_path)} | PRODUCTION | more
    command = [sys.executable, *command]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_without_its_variables_there_is_none(environ):
    assert identity.from_environment() is None


def test_with_all_of_them_there_is_one(environ):
    more = {"OIDC_TRUSTED_ACR": "gold, silver", "OIDC_LOGIN_ORIGINS": "https://id.example/"}
    environ(COMPLETE | more)
    provider = identity.from_environment()
    assert provider.origins == ["https://login.northmere.example", "https://id.example"]
    assert provider.app["settings"] == {
        "server_url": "https://login.northmere.example/realms/city",
        "trusted_acr": ["gold", "silver"],
    }
    assert provider.app["provider_id"] == "login.northmere.example/realms/city"
    assert "not to be told" not in repr(provider)


@pytest.mark.parametrize("missing", COMPLETE)
def test_half_of_them_is_refused_and_the_missing_one_is_named(environ, missing):
    environ({name: value for name, value in COMPLETE.items() if name != missing})
    with pytest.raises(ImproperlyConfigured, match=missing):
        identity.from_environment()


@pytest.mark.parametrize("name", ["OIDC_SERVER_URL", "OIDC_LOGIN_ORIGINS"])
@pytest.mark.parametrize(
    "address", ["login.example", "ftp://login.example", "https://", "https://a.example/?x=1"]
)
def test_an_address_that_is_none_is_refused(environ, name, address):
    environ(COMPLETE | {name: address})
    with pytest.raises(ImproperlyConfigured, match=name):
        identity.from_environment()


def test_the_address_of_the_description_itself_is_taken_too(environ):
    address = "https://login.northmere.example/realms/city"
    environ(COMPLETE | {"OIDC_SERVER_URL": f"{address}/.well-known/openid-configuration"})
    assert identity.from_environment().server == address


def test_production_takes_https_alone(tmp_path):
    unsafe = COMPLETE | {"OIDC_SERVER_URL": "http://login.northmere.example"}
    answer = in_production(tmp_path, "manage.py", "check", **unsafe)
    assert answer.returncode
    assert "OIDC_SERVER_URL must begin with https:// in production." in answer.stderr


@pytest.mark.parametrize("configured", [{}, COMPLETE], ids=["without", "with"])
def test_production_is_silent_about_its_safety(tmp_path, configured):
    answer = in_production(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "INFO", **configured)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_production_lets_a_form_of_the_account_pages_lead_to_the_provider(tmp_path):
    look = (
        "from django.conf import settings as s\n"
        "print(s.ACCOUNT_CONTENT_SECURITY_POLICY['form-action'])\n"
        "print(s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'])\n"
        "print(s.EDITOR_CONTENT_SECURITY_POLICY['form-action'])\n"
    )
    answer = in_production(tmp_path, "-c", look, **COMPLETE)
    here = "[\"'self'\"]"
    ours = "[\"'self'\", 'https://login.northmere.example']"
    assert answer.stdout.splitlines() == [ours, here, here]


def test_where_the_city_has_none_there_is_no_button_and_no_address(client, ada):
    for page in ("account_login", "account_signup"):
        answer = client.get(reverse(page))
        assert reverse("identity_login") not in answer.text
        assert "form-action 'self';" in answer.headers["Content-Security-Policy"] + ";"
    assert client.post(reverse("identity_login")).status_code == 404
    assert client.get("/account/identity/callback/?code=b", follow=True).status_code == 404
