"""Where Wagtail asks what to show."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from portal.departments.guard.choosers import choosable
from portal.departments.guard.panels import own_panels, own_summary
from portal.departments.guard.views.explorer import OwnPageViewSet, own_pages


# After Wagtail's own, whose place it takes.
@hooks.register("register_admin_viewset", order=100)
def register_own_pages() -> OwnPageViewSet:
    return own_pages


@hooks.register("construct_page_chooser_queryset")
def show_choosable_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return choosable(pages, request.user)


@hooks.register("construct_homepage_panels")
def show_own_panels(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = own_panels(panels)


@hooks.register("construct_homepage_summary_items", order=100)
def count_own_pages(request: HttpRequest, items: list[SummaryItem]) -> None:
    items[:] = own_summary(items)
