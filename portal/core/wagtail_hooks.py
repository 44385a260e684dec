from __future__ import annotations

from wagtail import hooks
from wagtail_localize.wagtail_hooks import page_listing_more_buttons as translation_buttons

from portal.core.viewsets import CityViewSetGroup


@hooks.register("register_admin_viewset")
def register_city() -> CityViewSetGroup:
    return CityViewSetGroup()


# The state of a page's translations is asked on its own screen; in a list it would cost two queries for each row.
LISTING_BUTTONS = hooks._hooks["register_page_listing_more_buttons"]
LISTING_BUTTONS[:] = [
    (function, order) for function, order in LISTING_BUTTONS if function is not translation_buttons
]
