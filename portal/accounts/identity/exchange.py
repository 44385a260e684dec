from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit

from allauth.socialaccount import app_settings
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from portal.accounts.identity.claims import UnbelievableToken, claims_of, proven_address, shows_two_factors

NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@contextmanager
def answers_of_the_provider() -> Iterator[None]:
    """Whatever a provider answers amiss is its failure (ProviderException), not the portal's."""
    try:
        yield
    except (UnbelievableToken, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ProviderException(f"{type(error).__name__}: {error}") from error


def check_description(config: Mapping[str, Any], *, server: str) -> None:
    """ProviderException when what is found at the address of `server` describes another, or leads an unsafe way."""
    if config["issuer"].rstrip("/") != server:
        raise ProviderException(f"The issuer at {server} calls itself {config['issuer']}.")
    # A server that is reached safely does not send secrets and people on an unsafe way.
    safe = {"https"} if server.startswith("https:") else {"http", "https"}
    endpoints = [*NEEDED, *(name for name in ("userinfo_endpoint",) if name in config)]
    if unsafe := [name for name in endpoints if urlsplit(config[name]).scheme not in safe]:
        raise ProviderException(f"Not reached by {' or '.join(sorted(safe))}: {', '.join(unsafe)}.")


class Exchange(OpenIDConnectOAuth2Adapter):
    """The talk from server to server: discovery, code for token, token for what it says of the person."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        with answers_of_the_provider():
            config = super().openid_config
            check_description(config, server=self.get_provider().app.settings["server_url"])
            return config

    @property
    def basic_auth(self) -> bool:
        # What is left out means this way (OpenID Connect Discovery, 3).
        methods = self.openid_config.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return "client_secret_post" not in methods

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("identity_callback"))

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        with answers_of_the_provider():
            return super().get_access_token_data(*args, **kwargs)

    def parse_token(self, data: dict[str, Any]) -> SocialToken:
        with answers_of_the_provider():
            return super().parse_token(data)

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        with answers_of_the_provider():
            claims = claims_of(
                kwargs["response"]["id_token"],
                keys=self._get(self.openid_config["jwks_uri"]),
                issuer=self.openid_config["issuer"],
                client_id=app.client_id,
                nonce=self.nonce,
            )
            if len(claims["sub"]) > app_settings.UID_MAX_LENGTH:
                raise UnbelievableToken("Its name for the person is too long.")
            email, is_proven = self._address(claims, token)
            known = {
                "sub": claims["sub"],
                "email": email,
                "email_verified": is_proven,
                "two_factors": shows_two_factors(claims, app.settings["trusted_acr"]),
            }
            return self.get_provider().sociallogin_from_response(request, known)

    def _address(self, claims: dict[str, Any], token: SocialToken) -> tuple[str, bool]:
        email, is_proven = proven_address(claims)
        address = self.openid_config.get("userinfo_endpoint")
        if is_proven or not address:
            return email, is_proven
        more = self._get(address, token=token.token)
        if more["sub"] != claims["sub"]:
            raise UnbelievableToken("The provider speaks of two people.")
        return proven_address(claims, more)

    def _get(self, address: str, *, token: str = "") -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        with get_adapter().get_requests_session() as session:
            answer = session.get(address, headers=headers)
            answer.raise_for_status()
            return answer.json()
