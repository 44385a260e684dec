from __future__ import annotations

from wagtail import hooks

from portal.departments.viewsets import DepartmentViewSet


@hooks.register("register_admin_viewset")
def register_departments() -> DepartmentViewSet:
    return DepartmentViewSet()
