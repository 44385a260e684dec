from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.functional import SimpleLazyObject

from portal.core.navigation import Navigation

if TYPE_CHECKING:
    from django.http import HttpRequest


def city(request: HttpRequest) -> dict[str, Any]:
    navigation = Navigation(request)
    return {"city": SimpleLazyObject(lambda: navigation.city), "navigation": navigation}
