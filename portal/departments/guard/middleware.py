from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.defaults import page_not_found
from wagtail.admin.auth import reject_request

from portal.departments.guard.registry import name_of, rule_for
from portal.departments.guard.rules import everybody, nobody


class AdminGuardMiddleware:
    """Every address below /admin/ has a rule, or is refused.

    What the rule refuses answers exactly as what does not exist, so that no answer tells the two apart.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        rule = rule_for(name_of(request.resolver_match))
        if rule is None:
            raise PermissionDenied
        if rule is everybody:
            return None
        if rule is not nobody and request.user.is_anonymous:
            return reject_request(request)
        return None if _allows(rule, request, args, kwargs) else _missing(request)


def _allows(
    rule: Callable[..., bool], request: HttpRequest, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> bool:
    try:
        # One of Wagtail's addresses has parts without names: they are known by their place.
        return rule(request, {**{str(place): part for place, part in enumerate(args)}, **kwargs})
    except Http404:
        return False


def _missing(request: HttpRequest) -> HttpResponse:
    return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")
