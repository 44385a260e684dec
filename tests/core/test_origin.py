from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from rest_framework.views import APIView

from portal.core.origin import TOKEN_FREE

EVIL = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}


def views(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from views(pattern)


def checks_itself(view):
    """REST framework's views check the token wherever a session signs somebody in."""
    kind = getattr(view, "cls", None)
    return kind is not None and issubclass(kind, APIView)


def test_only_the_declared_views_take_a_post_without_a_token():
    exempt = {
        f"{pattern.callback.__module__}.{pattern.callback.__qualname__}"
        for pattern in views(get_resolver())
        if getattr(pattern.callback, "csrf_exempt", False) and not checks_itself(pattern.callback)
    }

    declared = {"answering.answer", "answering.preview", "pages.pages"}
    # Nothing of the API reads a cookie; its one POST has a test of its own.
    programs = {
        "list_surveys",
        "read_survey",
        "send_answers",
        "read_results",
        "list_problems",
        "read_document",
    }
    assert (
        exempt
        == TOKEN_FREE
        == {
            *(f"surveys.views.{view}" for view in declared),
            *(f"surveys.api.door.{view}" for view in programs),
        }
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/en/account/login/", "/en/account/logout/", "/en/account/signup/", "/admin/pages/"]
)
def test_every_other_post_needs_the_token(city, path):
    client = Client(enforce_csrf_checks=True, headers=EVIL)

    assert client.post(path, {}).status_code == 403
