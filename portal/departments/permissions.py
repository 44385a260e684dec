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
    return department is not None and departments_where(user, action).filter(pk=department.pk).exists()


def departments_where(user: User | AnonymousUser, action: Action) -> QuerySet[Department]:
    """The departments in which `user` may do `action`."""
    if not user.is_active:
        return Department.objects.none()
    if user.is_superuser:
        return Department.objects.all()
    roles = [code for code, role in ROLES.items() if action in role.actions]
    links = DepartmentGroup.objects.filter(group__user__pk=user.pk, role__in=roles)
    return Department.objects.filter(pk__in=links.values("department_id"))


def user_can_for_city(user: User | AnonymousUser, action: CityAction) -> bool:
    """Whether a role of `user` for the whole city allows `action`. A superuser may everything."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    roles = [code for code, role in CITY_ROLES.items() if action in role.actions]
    return CityGroup.objects.filter(group__user__pk=user.pk, role__in=roles).exists()


def is_administrator(user: User | AnonymousUser) -> bool:
    """Whether `user` keeps the city: its departments, people and settings. Nobody's answers are among them."""
    return user_can_for_city(user, CityAction.KEEP_CITY)
