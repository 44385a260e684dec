from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Exists, OuterRef, QuerySet

from portal.accounts.models import User


@dataclass(frozen=True)
class AccountOverview:
    email: str
    has_password: bool
    keys: int
    has_app: bool
    recovery_codes: int
    sessions: int


def account_overview(user: User) -> AccountOverview:
    """What a person's account page says about the ways in."""
    authenticators = list(Authenticator.objects.filter(user=user))
    kinds = Authenticator.Type
    codes = next((each for each in authenticators if each.type == kinds.RECOVERY_CODES), None)
    return AccountOverview(
        email=user.email,
        has_password=user.has_usable_password(),
        keys=sum(each.type == kinds.WEBAUTHN for each in authenticators),
        has_app=any(each.type == kinds.TOTP for each in authenticators),
        recovery_codes=len(codes.wrap().get_unused_codes()) if codes else 0,
        sessions=len(UserSession.objects.purge_and_list(user)),
    )


def people() -> QuerySet[User]:
    """Everybody with an account, each with `has_second_factor`."""
    return User.objects.annotate(has_second_factor=Exists(Authenticator.objects.filter(user=OuterRef("pk"))))
