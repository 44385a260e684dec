from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail_localize.wagtail_hooks import page_listing_more_buttons as translation_buttons

from portal.core.content_checks import check_as_the_city_does
from portal.core.viewsets import CityViewSetGroup


@hooks.register("register_admin_viewset")
def register_city() -> CityViewSetGroup:
    return CityViewSetGroup()


# The state of a page's translations is asked on its own screen; in a list it would cost two queries for each row.
LISTING_BUTTONS = hooks._hooks["register_page_listing_more_buttons"]
LISTING_BUTTONS[:] = [
    (function, order) for function, order in LISTING_BUTTONS if function is not translation_buttons
]


@hooks.register("construct_help_menu")
def leave_out_what_describes_other_portals(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("construct_wagtail_userbar")
def check_what_an_editor_can_mend(request: HttpRequest, items: list[Any], page: Any) -> None:
    check_as_the_city_does(items)
