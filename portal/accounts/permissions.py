from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from portal.accounts.identity.stages import SEEN_ELSEWHERE
from portal.accounts.models import User


def lacks_second_factor(request: HttpRequest) -> bool:
    """Signed in with one factor only, and nothing else set up."""
    if request.user.is_anonymous or request.session.get(SEEN_ELSEWHERE):
        return False
    return not is_mfa_enabled(request.user)


def user_can_change_account(user: User, person: User) -> bool:
    """Whoever keeps the accounts keeps all of them, except a superuser's: that only another superuser touches."""
    return user.is_superuser or not person.is_superuser
