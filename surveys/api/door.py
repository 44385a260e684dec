"""What stands before every address of the API: methods, senders, sizes; and behind it: how long answers keep."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.views.decorators.csrf import csrf_exempt
from ninja.parser import Parser

from portal.core.origin import TOKEN_FREE, from_own_page
from surveys.api.problems import ProblemError, answer_to

METHOD_NOT_ALLOWED = 405
LARGEST_BODY = 256 * 1024
CACHED = "public, max-age=60"
NOT_CACHED = "no-store"
View = Callable[..., HttpResponse]


def through_the_door(view: View, name: str) -> View:
    """`view` as the API serves it: it sees no cookie, HEAD is GET, and a wrong method is told the right ones."""
    TOKEN_FREE.add(f"{__name__}.{name}")

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _forget_cookies(request)
        response = _seen(view, request, *args, **kwargs)
        if response.status_code == METHOD_NOT_ALLOWED:
            return _tell_methods(request, set(response["Allow"].split(", ")))
        return _kept(request, response)

    guarded.__module__, guarded.__qualname__ = __name__, name
    return guarded


def _seen(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    if request.method != "HEAD":
        return view(request, *args, **kwargs)
    request.method = "GET"
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = "HEAD"


def from_programs(view: View) -> View:
    """`view` takes a body of JSON of a bearable size; a browser sends it from an own page only."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            _check_sender(request)
        except ProblemError as error:
            return answer_to(error)
        return view(request, *args, **kwargs)

    return checked


def _forget_cookies(request: HttpRequest) -> None:
    request.COOKIES = {}
    # A broken token in a cookie would be replaced by a new one.
    request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)


def _tell_methods(request: HttpRequest, methods: set[str]) -> HttpResponse:
    if request.method == "OPTIONS":
        response = HttpResponse(status=204)
        del response["Content-Type"]
    else:
        response = answer_to(ProblemError("wrong-method"))
    more = {"OPTIONS", "HEAD"} if "GET" in methods else {"OPTIONS"}
    response["Allow"] = ", ".join(sorted(methods | more))
    response["Cache-Control"] = NOT_CACHED
    return response


def _check_sender(request: HttpRequest) -> None:
    """ProblemError for a page of another site, and for a body that is not worth reading."""
    from_browser = "Origin" in request.headers or "Sec-Fetch-Site" in request.headers
    if from_browser and not from_own_page(request):
        raise ProblemError("foreign-page")
    charset = request.content_params.get("charset", "utf-8").lower()
    packed = request.headers.get("Content-Encoding", "identity").lower() != "identity"
    if request.content_type != "application/json" or charset not in ("utf-8", "utf8") or packed:
        raise ProblemError("wrong-media-type")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > LARGEST_BODY:
        raise ProblemError("too-large", f"At most {LARGEST_BODY} bytes.")


def _kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What was read may be kept for a minute, and asked for again by its tag; all else is not kept."""
    if request.method not in ("GET", "HEAD") or response.status_code != 200:
        response["Cache-Control"] = NOT_CACHED
        return response
    tag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    # Compressed on its way the tag is a weak one, and comes back as such.
    known = [one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))]
    if tag in known or known == ["*"]:
        response = HttpResponseNotModified()
    response["ETag"], response["Cache-Control"] = tag, CACHED
    return response


class UnreadableBodyError(ValueError):
    """`args[0]` says why."""


class StrictParser(Parser):
    """JSON as RFC 8259 has it, without what programs read differently."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            body = json.loads(
                request.body.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number
            )
            # Half of a surrogate pair is no character: no database stores it.
            json.dumps(body, ensure_ascii=False).encode("utf-8")
        except UnreadableBodyError:
            raise
        except (UnicodeError, ValueError, RecursionError):
            raise UnreadableBodyError("It has to be one JSON value in UTF-8.") from None
        return body


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise UnreadableBodyError("A name stands twice in one object.")
    return found


def _no_number(constant: str) -> None:
    raise UnreadableBodyError("A number has to be finite.")
