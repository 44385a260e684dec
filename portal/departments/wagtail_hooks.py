from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from portal.accounts.models import User
from portal.departments.guard import hooks as guard_hooks  # noqa: F401  (registers its own)
from portal.departments.people import log_actions
from portal.departments.people.accounts import BULK_ACTIONS
from portal.departments.permissions import is_administrator, user_can_somewhere
from portal.departments.previews import buttons as previews
from portal.departments.reviews.screens import PagesToReviewPanel
from portal.departments.roles import Action
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
    previews.register_log_actions(actions)
    actions.register_action("departments.review_page", _("Review a page"), _("Page reviewed"))


@hooks.register("register_admin_urls")
def register_page_screens() -> list[URLPattern | URLResolver]:
    return [
        path("preview-links/", include("portal.departments.previews.urls")),
        path("reviews/", include("portal.departments.reviews.urls")),
    ]


@hooks.register("register_page_header_buttons")
def lead_to_preview_links(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    yield from previews.share_button(page, user)


@hooks.register("construct_homepage_panels")
def show_pages_to_review(request: HttpRequest, panels: list[Component]) -> None:
    panel = PagesToReviewPanel(request, timezone.localdate())
    if panel.pages:
        panels.append(panel)


@hooks.register("register_reports_menu_item")
def register_reviews_report() -> MenuItem:
    return MenuItem(
        _("Pages to review"),
        reverse("page_reviews:list"),
        name="reviews",
        icon_name="calendar-check",
        order=250,
    )


class RolesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_administrator(request.user) or user_can_somewhere(request.user, Action.HAND_OUT_ROLES)


@hooks.register("register_admin_menu_item")
def register_roles_menu_item() -> MenuItem:
    return RolesMenuItem(
        _("Roles"), reverse("department_roles:index"), name="roles", icon_name="group", order=315
    )


for action in BULK_ACTIONS:
    # After Wagtail's, whose place they take.
    hooks.register("register_bulk_action", action, order=100)
