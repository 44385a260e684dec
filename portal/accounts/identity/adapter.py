from __future__ import annotations

import logging
from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthError, Provider
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.accounts import services
from portal.accounts.models import User

logger = logging.getLogger(__name__)


class IdentityAdapter(DefaultSocialAccountAdapter):
    """Whom the city's identity provider signs in, and what of it is kept: that this person is that account."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        # From the settings alone: no row opens a door, and no query is made for the login page.
        found = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        return [SocialApp(provider="openid_connect", **each) for each in found]

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        for address in sociallogin.email_addresses:
            if address.verified and (person := owner_of(address.email)):
                return person, address.email
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        # It has told what it had to tell, and nobody shall find it in a session.
        sociallogin.token = None
        if sociallogin.is_existing and not sociallogin.user.is_active:
            raise ImmediateHttpResponse(redirect("account_inactive"))
        for address in sociallogin.email_addresses:
            if address.verified:
                services.end_wishes_for(email=address.email)
        if not sociallogin.is_existing and not sociallogin.email_addresses:
            self.turn_away(
                request, _("%(provider)s did not tell us your e-mail address.") % name(sociallogin)
            )

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        sociallogin.user.email = (data.get("email") or "").lower()
        return sociallogin.user

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Provider,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        if error == AuthError.CANCELLED:
            self.turn_away(request, _("You have not been signed in."))
        logger.warning("The identity provider signed nobody in: %s", exception or "an answer not asked for")
        text = _("Signing in with %(provider)s did not work. Try again, or choose another way.")
        self.turn_away(request, text % {"provider": provider.name})

    def turn_away(self, request: HttpRequest, reason: str) -> None:
        """Back to the login, which says why. Always raises."""
        messages.error(request, reason)
        raise ImmediateHttpResponse(redirect("account_login"))


def name(sociallogin: SocialLogin) -> dict[str, str]:
    return {"provider": sociallogin.provider.name}


def owner_of(email: str) -> User | None:
    """Who has proved this address, or has it as their own: never somebody who only wishes to change to it."""
    proved = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return proved.user if proved else User.objects.filter(email__iexact=email).first()
