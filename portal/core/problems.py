"""What goes wrong, told to programs: problem details as RFC 9457 has them."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

MEDIA_TYPE = "application/problem+json"
# Below it nobody reads but programs.
FOR_PROGRAMS = "/api/"


def is_for_programs(request: HttpRequest) -> bool:
    return request.path_info.startswith(FOR_PROGRAMS)


def problem(
    status: int, *, kind: str = "about:blank", title: str = "", detail: str = "", **more: Any
) -> HttpResponse:
    """`kind` is the URI of the type of problem; of "about:blank" nothing is known but its status. Never cached."""
    body = {"type": kind, "title": title or HTTPStatus(status).phrase, "status": status}
    if detail:
        body["detail"] = detail
    content = json.dumps(body | more, ensure_ascii=False)
    return HttpResponse(
        content, status=status, content_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"}
    )
