from __future__ import annotations

import secrets
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from portal.accounts.identity.exchange import Exchange


class CityProvider(OpenIDConnectProvider):
    """The city's own provider, asked for an address and nothing more."""

    oauth2_adapter_class = Exchange

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        return reverse("identity_login")

    def get_callback_url(self) -> str:
        return reverse("identity_callback")

    def get_default_scope(self) -> list[str]:
        return ["openid", "email"]

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        # From the form only where one wants to go: neither what is asked of the provider, nor what for.
        nonce = secrets.token_urlsafe(32)
        return {
            "process": AuthProcess.LOGIN,
            "next_url": get_next_redirect_url(request),
            "auth_params": {"nonce": nonce},
            "nonce": nonce,
            "language": get_language(),
        }

    def sociallogin_from_response(self, request: HttpRequest, response: dict[str, Any]) -> SocialLogin:
        login = super().sociallogin_from_response(request, response)
        login.two_factors = response["two_factors"]
        return login

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}
