"""Somebody leaves: what is theirs goes to somebody else in one step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, PageSubscription, WorkflowState

from portal.accounts.models import User
from portal.accounts.permissions import user_can_change_account
from portal.accounts.services import close_account
from portal.departments.models import PreviewLink
from portal.departments.people.queries import GIVE_ROLE, HAND_OVER, TAKE_ROLE, Link, roles_of
from portal.departments.people.services import OwnRole, log_role
from portal.departments.permissions import is_administrator

UNFINISHED = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


class NotHandedOver(Exception):
    """Nothing was moved."""


class MayNotHandOver(NotHandedOver):
    """Only administrators hand over, somebody else's account, and a superuser's only a superuser."""


class NoSuccessor(NotHandedOver):
    """Not somebody else who works for the city and whose account is open."""


@dataclass(frozen=True)
class Belongings:
    """What is a person's: what is not finished, never what was done in their name."""

    pages: QuerySet[Page]
    locks: QuerySet[Page]
    requests: QuerySet[WorkflowState]
    subscriptions: QuerySet[PageSubscription]
    previews: QuerySet[PreviewLink]


def belongings_of(person: User) -> Belongings:
    """Pages owned, pages locked, pages submitted and not decided, comments followed, open preview links."""
    return Belongings(
        pages=Page.objects.filter(owner=person).order_by("title", "pk"),
        locks=Page.objects.filter(locked_by=person).order_by("title", "pk"),
        requests=WorkflowState.objects.filter(requested_by=person, status__in=UNFINISHED).order_by("pk"),
        subscriptions=PageSubscription.objects.filter(user=person, comment_notifications=True).order_by("pk"),
        previews=PreviewLink.objects.filter(
            created_by=person, revoked_at=None, expires_at__gt=timezone.now()
        ).order_by("pk"),
    )


@transaction.atomic
def hand_over(
    *, leaver: User, successor: User, by: User, roles: Collection[Group], deactivate: bool = True
) -> dict[str, int]:
    """Move what is the leaver's, with those of `roles` that she has, and count what moved by kind.

    `deactivate` closes her account: it keeps no role and no open session. That somebody is a superuser never moves.
    NotHandedOver, or OwnRole where whoever asks would get a role. Doing it twice moves nothing more.
    """
    _check(leaver, successor, by)
    held = roles_of(leaver)
    moving = [link for link in held if link.group in roles]
    if moving and successor == by and not by.is_superuser:
        raise OwnRole
    moved = {**_move(belongings_of(leaver), leaver, successor), "roles": len(moving)}
    _move_roles(moving, held if deactivate else moving, leaver, successor, by)
    closed = deactivate and leaver.is_active
    if deactivate:
        leaver.groups.clear()
        close_account(person=leaver)
    if closed or any(moved.values()):
        data = {"successor": str(successor), "successor_id": successor.pk, "moved": moved, "closed": closed}
        log(leaver, HAND_OVER, user=by, data=data)
    return moved


def _check(leaver: User, successor: User, by: User) -> None:
    if leaver == by or not is_administrator(by) or not user_can_change_account(by, leaver):
        raise MayNotHandOver
    if successor == leaver or not (successor.is_active and successor.is_staff):
        raise NoSuccessor


def _move(theirs: Belongings, leaver: User, successor: User) -> dict[str, int]:
    followed = PageSubscription.objects.filter(user=successor, page__in=theirs.subscriptions.values("page"))
    kept_twice = list(followed.values_list("page_id", flat=True))
    followed.update(comment_notifications=True)
    theirs.subscriptions.filter(page__in=kept_twice).update(comment_notifications=False)
    return {
        "pages": theirs.pages.update(owner=successor),
        "locks": theirs.locks.update(locked_by=successor),
        "requests": theirs.requests.update(requested_by=successor),
        "subscriptions": theirs.subscriptions.update(user=successor) + len(kept_twice),
        "previews": theirs.previews.update(created_by=successor),
    }


def _move_roles(
    given: Collection[Link], taken: Collection[Link], leaver: User, successor: User, by: User
) -> None:
    has = set(successor.groups.values_list("pk", flat=True))
    for link in given:
        if link.group_id not in has:
            successor.groups.add(link.group)
            log_role(action=GIVE_ROLE, link=link, person=successor, by=by)
    for link in taken:
        leaver.groups.remove(link.group)
        log_role(action=TAKE_ROLE, link=link, person=leaver, by=by)
