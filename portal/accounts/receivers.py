from __future__ import annotations

from typing import Any

from allauth.account.signals import authentication_step_completed, user_logged_in
from allauth.mfa.signals import authenticator_added
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.signals import social_account_added
from allauth.usersessions.models import UserSession
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.http import HttpRequest

from portal.accounts.identity.stages import remember_second_factor


@receiver(post_migrate, dispatch_uid="accounts_counters_table")
def make_table_of_counters(using: str, app_config: Any, **kwargs: Any) -> None:
    if app_config.label == "accounts":
        call_command("createcachetable", database=using, verbosity=0)


@receiver(authentication_step_completed)
def change_session_after_step(request: HttpRequest, **kwargs: Any) -> None:
    """A session that somebody else may know must not be carried over to the second factor."""
    _renew(request)


@receiver(authenticator_added)
def change_session_with_rights(request: HttpRequest, **kwargs: Any) -> None:
    _renew(request)


@receiver(user_logged_in)
def note_second_factor(request: HttpRequest, **kwargs: Any) -> None:
    remember_second_factor(request, kwargs)


@receiver(social_account_added)
def forget_earlier_identity(sociallogin: SocialLogin, **kwargs: Any) -> None:
    """One person at the provider for one account: an address given to somebody else takes the account along."""
    linked = sociallogin.account
    SocialAccount.objects.filter(user=linked.user, provider=linked.provider).exclude(pk=linked.pk).delete()


def _renew(request: HttpRequest) -> None:
    old = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=old).update(session_key=request.session.session_key)
