"""Ready-made rules. Each is asked with the request and the parts of the address, and says whether it may be opened."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from portal.departments.guard.registry import Rule
from portal.departments.permissions import is_administrator, user_can_for_city
from portal.departments.roles import CityAction


def everybody(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Also who is not signed in: the login, and what its screen needs."""
    return True


def anyone_on_staff(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Shows nothing of any department, or only the person's own."""
    return True


def nobody(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Not in use here."""
    return False


def administrators(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    return is_administrator(request.user)


def keepers_of(action: CityAction) -> Rule:
    """Who may do `action` for the city."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        return user_can_for_city(request.user, action)

    return rule


def checked_by_its_view(why: str) -> Rule:
    """The view itself refuses what is not the person's; `why` says how."""
    if not why:
        raise ValueError("Say how the view decides.")

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        return True

    rule.__doc__ = why
    return rule


def both(*rules: Rule) -> Rule:
    """Every one of `rules` agrees."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        return all(each(request, kwargs) for each in rules)

    return rule
