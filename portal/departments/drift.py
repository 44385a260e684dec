"""Where the database grants something else than the matrix declares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q

from portal.accounts.models import User
from portal.departments.granting import Rights, rights_of
from portal.departments.models import Department
from portal.departments.provisioning import provision_access, provision_city_roles, wanted_rights


@dataclass(frozen=True)
class Drift:
    """A group, by name, with what it lacks and what it has too much."""

    group: str
    missing: Rights
    surplus: Rights


def drift() -> list[Drift]:
    """Every group of a role whose rights are not those of the matrix, and every role that lacks its group."""
    found = []
    for name, group, wanted in wanted_rights():
        present = rights_of(group) if group else Rights()
        if present != wanted:
            found.append(Drift(name, wanted.beyond(present), present.beyond(wanted)))
    return found


def strays() -> Iterator[str]:
    """Names of the groups that hold rights and no role, and addresses of people with a role who are not staff."""
    made_by_hand = Group.objects.filter(department_role=None, city_role=None)
    holding = Q(permissions__isnull=False) | Q(page_permissions__isnull=False)
    holding |= Q(collection_permissions__isnull=False)
    yield from made_by_hand.filter(holding).order_by("name").values_list("name", flat=True).distinct()
    roles = Q(groups__department_role__isnull=False) | Q(groups__city_role__isnull=False)
    not_staff = User.objects.filter(roles, is_staff=False).order_by("email")
    yield from not_staff.values_list("email", flat=True).distinct()


@transaction.atomic
def repair() -> None:
    """Grant what the matrix declares, everywhere, and revoke the rest. What somebody made by hand stays."""
    for department in Department.objects.all():
        provision_access(department=department)
    provision_city_roles()
