"""What this portal changes of allauth's flows: where one lands, what the mails say, how secrets are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage
from django.urls import reverse

from portal.accounts import mail, secrets, services
from portal.accounts.browsers import name_of_browser
from portal.accounts.models import User
from portal.core.mail import delivery_connection

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


OUR_STAGES = {"allauth.mfa.stages.AuthenticateStage": "portal.accounts.identity.stages.SecondFactorStage"}


class AccountAdapter(DefaultAccountAdapter):
    def get_login_redirect_url(self, request: HttpRequest) -> str:
        works_here = request.user.has_perm("wagtailadmin.access_admin")
        return reverse("wagtailadmin_home" if works_here else "account_home")

    def get_login_stages(self) -> list[str]:
        return [OUR_STAGES.get(stage, stage) for stage in super().get_login_stages()]

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        refusal = super().pre_login(request, user, **kwargs)
        if not refusal and (identity := (kwargs["signal_kwargs"] or {}).get("sociallogin")):
            proved = [address.email for address in identity.email_addresses if address.verified]
            services.confirm_address(person=user, proved=proved)
        return refusal

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_home")

    def send_account_already_exists_mail(self, email: str) -> None:
        # The slow work of a new account, or the time taken would tell a stranger that there is one already.
        make_password(email)
        super().send_account_already_exists_mail(email)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        subject, text = mail.compose(template_prefix, context)
        recipients = [email] if isinstance(email, str) else email
        return EmailMessage(
            subject,
            text,
            settings.DEFAULT_FROM_EMAIL,
            recipients,
            # Somebody waits for the code: it does not stand in a queue.
            connection=delivery_connection(),
            headers=headers,
        )


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_totp_issuer(self) -> str:
        return mail.city_name()

    def generate_authenticator_name(self, user: User, type: str) -> str:
        agent = allauth_context.request.headers.get("User-Agent", "")
        return name_of_browser(agent) or super().generate_authenticator_name(user, type)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        host = allauth_context.request.get_host().partition(":")[0]
        return {"id": host, "name": mail.city_name()}

    def encrypt(self, text: str) -> str:
        return secrets.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secrets.unseal(encrypted_text)
