"""Giving and taking roles. Every change is in the log of the department, or of the city's group."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.log_actions import log

from portal.accounts.models import User
from portal.departments.models import CityGroup, DepartmentGroup
from portal.departments.people.queries import GIVE_ROLE, TAKE_ROLE, Link
from portal.departments.permissions import roles_handed_out_by


class RoleNotChanged(Exception):
    """A role was neither given nor taken."""


class NotTheirsToHandOut(RoleNotChanged):
    """Whoever asks does not hand out this role in this place."""


class OwnRole(RoleNotChanged):
    """Nobody gives themselves a role, or takes one from themselves; a superuser has no need to."""


class NobodyHere(RoleNotChanged):
    """Nobody who works for the city has this address. The same for residents and for unknown addresses."""


@transaction.atomic
def give_role(*, link: Link, email: str, by: User) -> User:
    """The account with this address gets the role. RoleNotChanged; giving it twice changes nothing."""
    _check(link, by)
    person = User.objects.filter(email=email.strip().lower(), is_staff=True, is_active=True).first()
    if person is None:
        raise NobodyHere
    if person == by and not by.is_superuser:
        raise OwnRole
    if not link.group.user_set.filter(pk=person.pk).exists():
        link.group.user_set.add(person)
        log_role(action=GIVE_ROLE, link=link, person=person, by=by)
    return person


@transaction.atomic
def take_role(*, link: Link, person: User, by: User) -> None:
    """`person` no longer has the role. RoleNotChanged; taking it twice changes nothing."""
    _check(link, by)
    if person == by and not by.is_superuser:
        raise OwnRole
    if link.group.user_set.filter(pk=person.pk).exists():
        link.group.user_set.remove(person)
        log_role(action=TAKE_ROLE, link=link, person=person, by=by)


def log_changed_groups(
    *, person: User, before: Collection[Group], after: Collection[Group], by: User
) -> None:
    """Log the roles among the groups that `person` came to and left on a form of many."""
    for action, groups in ((GIVE_ROLE, set(after) - set(before)), (TAKE_ROLE, set(before) - set(after))):
        for links in (DepartmentGroup.objects.select_related("department"), CityGroup.objects):
            for link in links.filter(group__in=groups):
                log_role(action=action, link=link, person=person, by=by)


def log_role(*, action: str, link: Link, person: User, by: User) -> None:
    log(
        link.department if isinstance(link, DepartmentGroup) else link,
        action,
        user=by,
        data={
            "role": link.role,
            "language": getattr(link, "language", ""),
            "person": str(person),
            "person_id": person.pk,
        },
    )


def _check(link: Link, by: User) -> None:
    department = link.department if isinstance(link, DepartmentGroup) else None
    if link.role not in roles_handed_out_by(by, department):
        raise NotTheirsToHandOut
