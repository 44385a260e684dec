"""Requests that change something without a CSRF token must come from one of our own pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

# Every view that takes a POST without a token; a test compares the routes with this list.
TOKEN_FREE: set[str] = set()

View = Callable[..., HttpResponse]


def from_own_page(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent this.

    A foreign `Origin` or a `Sec-Fetch-Site` other than `same-origin` says no, and so does silence on both.
    """
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site")
    if origin is None and site is None:
        return False
    if site is not None and site != "same-origin":
        return False
    return origin is None or _is_ours(origin, request)


def _is_ours(origin: str, request: HttpRequest) -> bool:
    parts = urlsplit(origin)
    return parts.scheme == request.scheme and parts.netloc == request.get_host()


def without_token(view: View) -> View:
    """Exempt `view` from the CSRF token and refuse, with 403, every POST that is not from an own page."""
    TOKEN_FREE.add(f"{view.__module__}.{view.__qualname__}")

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not from_own_page(request):
            return render(request, "403.html", status=403)
        return view(request, *args, **kwargs)

    return guarded
