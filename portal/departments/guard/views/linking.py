"""Wagtail's dialogs for linking to a page, which show only what the person may link to."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.chooser import (
    BrowseView,
    ExternalLinkView,
    ParentPageColumn,
    SearchView,
    page_models_from_string,
)
from wagtail.models import Page

from portal.departments.guard.choosers import choosable


class BrowseOwnView(BrowseView):
    """Begins where pages of the wanted kind lie together: below a page that may be seen, else at the root."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        kinds = request.GET.get("page_type", "")
        if parent_page_id is None and kinds:
            parent_page_id = _beginning(request, kinds).pk
        return super().get(request, parent_page_id)


class OwnParentColumn(ParentPageColumn):
    def get_value(self, instance: Page) -> Page:
        # The specific page knows which of its titles is public.
        return super().get_value(instance).specific_deferred


class SearchOwnView(SearchView):
    @cached_property
    def columns(self) -> list[Column]:
        parent = OwnParentColumn("parent", label=ParentPageColumn("parent").label)
        return [parent if isinstance(column, ParentPageColumn) else column for column in super().columns]


class AddressView(ExternalLinkView):
    """An address of the portal itself becomes a link to its page, under the title that everybody reads."""

    def render_chosen_response(self, result: dict[str, Any]) -> HttpResponse:
        page = Page.objects.filter(pk=result.get("id")).first()
        if page is not None:
            result["adminTitle"] = page.specific_deferred.get_admin_display_title()
        return super().render_chosen_response(result)


def _beginning(request: HttpRequest, kinds: str) -> Page:
    try:
        models = page_models_from_string(kinds)
    except (ValueError, LookupError) as error:
        raise Http404 from error
    page = choosable(Page.objects.all(), request.user).type(*models).first_common_ancestor()
    while page.depth > 1 and not choosable(Page.objects.filter(pk=page.pk), request.user).exists():
        page = page.get_parent()
    return page
