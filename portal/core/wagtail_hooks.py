from __future__ import annotations

from wagtail import hooks

from portal.core.viewsets import CityViewSetGroup


@hooks.register("register_admin_viewset")
def register_city() -> CityViewSetGroup:
    return CityViewSetGroup()
