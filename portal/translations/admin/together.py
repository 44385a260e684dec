"""Where the editing screens ask whether a page's languages stay together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from portal.translations.admin import keeping


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action(
        "translations.confirm", _("Confirm a translation"), _("Translation confirmed as up to date")
    )


@hooks.register("before_move_page")
def move_all_languages(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return keeping.move_all_languages(request, page, destination)


@hooks.register("before_delete_page")
def keep_languages_together(request: HttpRequest, page: Page) -> HttpResponse | None:
    return keeping.refuse_deleting(request, [page], keeping.edit_address(page))


@hooks.register("before_unpublish_page")
def respect_locks(request: HttpRequest, page: Page) -> HttpResponse | None:
    return keeping.refuse_while_locked(request, [page], keeping.edit_address(page))


@hooks.register("before_convert_alias_page")
def keep_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    return keeping.refuse_conversion(request, page)


@hooks.register("before_bulk_action")
def keep_many_together(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    pages = [page for page in objects if isinstance(page, Page)]
    if action_type == "move" and pages:
        destination = action.cleaned_form.cleaned_data["chooser"]
        return keeping.refuse_moves(request, pages, destination, action.next_url)
    refuse = {
        "delete": keeping.refuse_deleting,
        "unpublish": keeping.refuse_while_locked,
        "publish": keeping.refuse_unfinished,
    }.get(action_type)
    return refuse(request, pages, action.next_url) if refuse and pages else None
