from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.models import AnonymousUser

from portal.accounts.models import User


def lacks_second_factor(user: User | AnonymousUser) -> bool:
    """Signed in with one factor only, and nothing else set up."""
    return user.is_authenticated and not is_mfa_enabled(user)


def user_can_change_account(user: User, person: User) -> bool:
    """Whoever keeps the accounts keeps all of them, except a superuser's: that only another superuser touches."""
    return user.is_superuser or not person.is_superuser
