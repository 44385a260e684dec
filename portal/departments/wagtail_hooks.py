from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from portal.departments.guard import hooks as guard_hooks  # noqa: F401  (registers its own)
from portal.departments.people import log_actions
from portal.departments.people.accounts import BULK_ACTIONS
from portal.departments.permissions import departments_handed_out_by
from portal.departments.viewsets import DepartmentViewSet


@hooks.register("register_admin_viewset")
def register_departments() -> DepartmentViewSet:
    return DepartmentViewSet()


@hooks.register("register_admin_urls")
def register_role_screens() -> list[URLPattern | URLResolver]:
    return [path("department-roles/", include("portal.departments.people.urls"))]


@hooks.register("register_log_actions")
def register_role_actions(actions: LogActionRegistry) -> None:
    log_actions.register(actions)


class RolesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return departments_handed_out_by(request.user).exists()


@hooks.register("register_admin_menu_item")
def register_roles_menu_item() -> MenuItem:
    return RolesMenuItem(
        _("Roles"), reverse("department_roles:index"), name="roles", icon_name="group", order=315
    )


for action in BULK_ACTIONS:
    # After Wagtail's, whose place they take.
    hooks.register("register_bulk_action", action, order=100)
