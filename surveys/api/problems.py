"""Every kind of problem that the API answers with, and how exceptions become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from portal.core.problems import problem
from surveys.api.schemas import Fault

# Name → (status, title). The name is the fragment of its URI and never changes.
KINDS: dict[str, tuple[int, str]] = {
    "unreadable": (400, "The body is not JSON that can be read"),
    "foreign-page": (403, "Pages of other sites may not send answers"),
    "scheduled": (403, "The survey has not opened yet"),
    "paused": (403, "The survey is paused"),
    "waiting-for-translation": (403, "The survey takes no answers in this language for now"),
    "not-found": (404, "There is no such thing"),
    "wrong-method": (405, "This address does not take this method"),
    "closed": (410, "The survey is closed"),
    "too-large": (413, "The body is too large"),
    "wrong-media-type": (415, "The body has to be application/json in UTF-8"),
    "invalid": (422, "Something in the request does not fit; nothing was stored"),
}


@dataclass
class ProblemError(Exception):
    """`kind` is one of KINDS."""

    kind: str
    detail: str = ""
    errors: Sequence[Fault] = ()


def kind_uri(kind: str) -> str:
    return f"{reverse('api:list_problems')}#{kind}"


def answer_to(error: ProblemError) -> HttpResponse:
    status, title = KINDS[error.kind]
    more: dict[str, Any] = {}
    if error.errors:
        more["errors"] = [fault.model_dump(exclude_none=True) for fault in error.errors]
    return problem(status, kind=kind_uri(error.kind), title=title, detail=error.detail, **more)


def pointer(*parts: object) -> str:
    """JSON Pointer of RFC 6901."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def register(api: NinjaAPI) -> None:
    """What the framework raises is a problem too. Faults of our own are left to Django's handler, which logs them."""
    api.add_exception_handler(ProblemError, _on_problem)
    api.add_exception_handler(Http404, _on_missing)
    api.add_exception_handler(HttpError, _on_unreadable)
    api.add_exception_handler(ValidationError, _on_invalid)


def _on_problem(request: HttpRequest, error: Any) -> HttpResponse:
    return answer_to(error)


def _on_missing(request: HttpRequest, error: Any) -> HttpResponse:
    return answer_to(ProblemError("not-found"))


def _on_unreadable(request: HttpRequest, error: Any) -> HttpResponse:
    """The only one that is raised: by the reading of the body."""
    return answer_to(ProblemError("unreadable", str(error.__cause__ or "")))


def _on_invalid(request: HttpRequest, error: Any) -> HttpResponse:
    return answer_to(ProblemError("invalid", errors=faults_in(error)))


def faults_in(error: ValidationError) -> list[Fault]:
    """One for each place, where a value fits none of several shapes."""
    found: dict[str, Fault] = {}
    for one in error.errors:
        where = _place(one["loc"])
        found.setdefault(where, Fault(pointer=where, code=one["type"], detail=one["msg"]))
    return list(found.values())


def _place(location: Sequence[object]) -> str:
    """A parameter by its name. In a body: below "answers" and "drawn" to the question, where the names of the shapes
    that were tried follow."""
    source, *parts = location
    if source != "body":
        return pointer(*parts)
    inside = parts[1:]
    return pointer(*(inside[:2] if inside[:1] == ["answers"] else inside))
