from __future__ import annotations

from typing import TYPE_CHECKING

from portal.departments.models import CityGroup, Department, DepartmentGroup
from portal.departments.roles import CITY_ROLES, ROLES, Action, CityAction

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from portal.accounts.models import User


def user_can(user: User | AnonymousUser, action: Action, department: Department | None) -> bool:
    """Whether a role of `user` in `department` allows `action`. A superuser may everything; nobody else by default."""
    if user.is_active and user.is_superuser:
        return True
    return department is not None and department.pk in department_ids_where(user, action)


def departments_where(user: User | AnonymousUser, action: Action) -> QuerySet[Department]:
    """The departments in which `user` may do `action`."""
    if not user.is_active:
        return Department.objects.none()
    if user.is_superuser:
        return Department.objects.all()
    return Department.objects.filter(pk__in=department_ids_where(user, action))


def user_can_somewhere(user: User | AnonymousUser, action: Action) -> bool:
    """Whether `user` may do `action` in any department."""
    return user.is_active and (user.is_superuser or bool(department_ids_where(user, action)))


def department_ids_where(user: User | AnonymousUser, action: Action) -> set[int]:
    """The ids of the departments in which a role lets `user` do `action`. Being a superuser is no role."""
    return {place for place, role, _language in roles_held(user) if action in ROLES[role].actions}


def roles_held(user: User | AnonymousUser) -> frozenset[tuple[int, str, str]]:
    """(department id, code of the role, language or "") of each role that `user` holds; none for who is not active.

    Asked many times on every screen of the admin: one query for each person object.
    """
    if not user.is_active:
        return frozenset()
    if not hasattr(user, "_roles_held"):
        links = DepartmentGroup.objects.filter(group__user__pk=user.pk)
        user._roles_held = frozenset(links.values_list("department_id", "role", "language"))
    return user._roles_held


def user_can_for_city(user: User | AnonymousUser, action: CityAction) -> bool:
    """Whether a role of `user` for the whole city allows `action`. A superuser may everything."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    if not hasattr(user, "_city_roles"):
        # Asked several times on every screen of the admin: one query for each person object.
        codes = CityGroup.objects.filter(group__user__pk=user.pk).values_list("role", flat=True)
        user._city_roles = frozenset(codes)
    return any(action in CITY_ROLES[code].actions for code in user._city_roles)


def is_administrator(user: User | AnonymousUser) -> bool:
    """Whether `user` keeps the city: its departments, people and settings. Nobody's answers are among them."""
    return user_can_for_city(user, CityAction.KEEP_CITY)


def roles_handed_out_by(user: User | AnonymousUser, department: Department | None) -> frozenset[str]:
    """Codes of the roles that `user` gives and takes in `department`, or in the whole city where there is none."""
    if not user.is_active:
        return frozenset()
    place = ROLES if department else CITY_ROLES
    if user.is_superuser:
        return frozenset(place)
    held = {
        CITY_ROLES[code] for code in CityGroup.objects.filter(group__user=user).values_list("role", flat=True)
    }
    if department is not None:
        codes = department.groups.filter(group__user=user).values_list("role", flat=True)
        held |= {ROLES[code] for code in codes}
    return frozenset().union(*(role.hands_out for role in held)) & place.keys()


def departments_handed_out_by(user: User | AnonymousUser) -> QuerySet[Department]:
    """The departments whose roles `user` gives and takes."""
    if is_administrator(user):
        return Department.objects.all()
    return departments_where(user, Action.HAND_OUT_ROLES)
