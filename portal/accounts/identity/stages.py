from __future__ import annotations

from typing import Any

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

# In the session: whoever signed it in has seen a second factor.
SEEN_ELSEWHERE = "second_factor_seen_elsewhere"


class SecondFactorStage(AuthenticateStage):
    """The portal's own second factor, not asked for where the city's identity provider has just seen one."""

    def handle(self) -> tuple[Any, bool]:
        if saw_second_factor(self.login.signal_kwargs or {}):
            return None, True
        return super().handle()


def saw_second_factor(facts: dict[str, Any]) -> bool:
    """`facts` are allauth's signal arguments of one login."""
    return getattr(facts.get("sociallogin"), "two_factors", False)


def remember_second_factor(request: HttpRequest, facts: dict[str, Any]) -> None:
    """Each login says anew whether it was seen: what an earlier one showed does not count."""
    request.session.pop(SEEN_ELSEWHERE, None)
    if saw_second_factor(facts):
        request.session[SEEN_ELSEWHERE] = True
