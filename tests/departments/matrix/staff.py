"""Who tries: every role of parks as `roles` declares it, and the people around."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission

from portal.departments.roles import ROLES
from tests import people as cast
from tests.factories import group_of, make_user

LANGUAGE = "es"
OUTSIDERS = ("communications", "newcomer", "resident", "anonymous")
TRIERS = (*ROLES, *OUTSIDERS)


def make_staff(department, secretly=False):
    """Role → a person of `department` who has it. Told to keep it secret, their names carry a mark."""
    return {
        role.code: make_user(
            f"{'quiet' if secretly else ''}{role.code}@{department.code}.example",
            f"{'Quiet' if secretly else 'Open '}{role.code} of {department.code}",
            groups=[group_of(department, role.code, LANGUAGE if role.per_language else "")],
            is_staff=True,
        )
        for role in ROLES.values()
    }


def make_outsiders(city):
    """Staff without any role may come to the desk and nothing else; a resident has an account."""
    newcomers = Group.objects.create(name="Newcomers")
    newcomers.permissions.add(Permission.objects.get(codename="access_admin"))
    return {
        "communications": cast.dora(city),
        "newcomer": make_user("new@northmere.example", "Newt Comer", groups=[newcomers], is_staff=True),
        "resident": cast.ada(),
        "anonymous": None,
    }
