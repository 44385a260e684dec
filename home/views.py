from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language_from_request


def front_door(request: HttpRequest) -> HttpResponse:
    """The one address without a language leads to the front page in the visitor's."""
    response = redirect(f"/{get_language_from_request(request)}/")
    response["Vary"] = "Accept-Language"
    return response


def robots(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def sitemap(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def health(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


def search(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError
