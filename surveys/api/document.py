"""The OpenAPI document: what the annotations say, and what the door and the problems add to it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.urls import reverse
from ninja import NinjaAPI

from portal.core.problems import MEDIA_TYPE
from surveys.api.door import CACHED, NOT_CACHED
from surveys.api.schemas import Problem

ABOUT = """Reads surveys and their published results, and takes answers.

Nobody signs in, and no cookie is read or set. Every answer that is no success is a problem (RFC 9457). What is read
may be kept for a minute and carries an `ETag`. Every address also takes HEAD, where it takes GET, and OPTIONS; other
methods are 405 with `Allow`.
"""


def answers(models: dict[int, Any], *problems: int) -> dict[int, Any]:
    """What an address answers with: its models, problems of these statuses, and 500."""
    return models | dict.fromkeys([*problems, 500], Problem)


class Documented(NinjaAPI):
    @cached_property
    def document(self) -> dict[str, Any]:
        # Any address of ours with its own part taken off.
        root = reverse("api:list_surveys").removesuffix("surveys")
        document: dict[str, Any] = dict(self.get_openapi_schema(path_prefix=root.lstrip("/")))
        for path in document["paths"].values():
            for method, operation in path.items():
                _complete(method, operation)
        return document


def _complete(method: str, operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        is_problem = int(status) >= 400
        kept = method == "get" and int(status) == 200
        if is_problem:
            response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
        response["headers"] = _headers(kept=kept)
    for parameter in operation["parameters"]:
        # What may be left out has no empty value.
        some = [one for one in parameter["schema"].get("anyOf", []) if one != {"type": "null"}]
        if some:
            parameter["schema"] = some[0]
    if method == "get":
        operation["responses"][304] = {
            "description": "Not Modified: what `If-None-Match` names is still right",
            "headers": _headers(kept=True),
        }
        operation["parameters"].append(
            {
                "in": "header",
                "name": "If-None-Match",
                "required": False,
                "schema": {"type": "string"},
                "description": "an `ETag` that was read before",
            }
        )


def _headers(*, kept: bool) -> dict[str, Any]:
    headers: dict[str, Any] = {
        "Cache-Control": {"required": True, "schema": {"const": CACHED if kept else NOT_CACHED}}
    }
    if kept:
        headers["ETag"] = {"required": True, "schema": {"type": "string"}}
    return headers
