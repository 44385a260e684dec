"""The two cookies of somebody who has answered. Nobody gets one for reading."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

YEAR = 365 * 24 * 3600
HOUR = 3600


def _name(name: str) -> str:
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def _read(request: HttpRequest, name: str, max_age: int) -> str:
    try:
        return signing.loads(request.COOKIES.get(_name(name), ""), salt=f"surveys.{name}", max_age=max_age)
    except signing.BadSignature:
        return ""


def _write(response: HttpResponse, name: str, value: str, max_age: int) -> None:
    response.set_cookie(
        _name(name),
        signing.dumps(value, salt=f"surveys.{name}"),
        max_age=max_age,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def device_of(request: HttpRequest) -> str:
    """The random number that stands for this device; a new one until `remember_device` has given it out."""
    return _read(request, "device", YEAR) or secrets.token_urlsafe(16)


def remember_device(response: HttpResponse, device: str) -> None:
    _write(response, "device", device, YEAR)


@dataclass(frozen=True)
class Reply:
    """What a person without JavaScript has just sent: the key of their sheet, and the question they answered unless
    it was a whole sheet."""

    survey: str
    key: str
    question: str = ""


def remember_reply(response: HttpResponse, reply: Reply) -> None:
    _write(response, "reply", f"{reply.survey} {reply.key} {reply.question}", HOUR)


def reply_of(request: HttpRequest, survey: str) -> Reply | None:
    parts = _read(request, "reply", HOUR).split(" ")
    return Reply(*parts) if len(parts) == 3 and parts[0] == survey else None
