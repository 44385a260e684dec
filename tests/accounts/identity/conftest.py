from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import requests
from django.urls import reverse

from portal.settings.identity import IdentityProvider
from tests.accounts.identity.server import IdentityServer

CALLBACK = "/account/identity/callback/"


@pytest.fixture
def server(settings):
    """The city's identity provider, and a portal that is configured for it."""
    with IdentityServer(settings.WAGTAILADMIN_BASE_URL + CALLBACK) as server:
        configure(settings, server)
        yield server


def configure(settings, server, **more):
    provider = IdentityProvider("Northmere Login", server.address, *server.client, **more)
    ours = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": ours | {"APPS": [provider.app]}}
    settings.ACCOUNT_CONTENT_SECURITY_POLICY = settings.ACCOUNT_CONTENT_SECURITY_POLICY | {
        "form-action": ["'self'", *provider.origins]
    }


def set_out(client, next_page: str = "", language: str = "en") -> str:
    """Press the button; the address at the provider to which one is sent."""
    address = reverse("identity_login").replace("/en/", f"/{language}/")
    answer = client.post(address, {"next": next_page} if next_page else {})
    assert answer.status_code == 302
    return answer.url


def come_back(client, there: str, **headers):
    """The provider sends the browser back; the portal's answer."""
    answer = requests.get(there, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    return client.get(f"{back.path}?{back.query}", **headers)


def sign_in(client, **where):
    return come_back(client, set_out(client, **where))
