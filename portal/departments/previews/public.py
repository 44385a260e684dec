"""The page that a preview link opens, for anybody who has it."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from portal.core.views import page_not_found
from portal.departments.previews.queries import draft_behind

HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def shared_draft(request: HttpRequest, token: str) -> HttpResponse:
    # Whoever looks is nobody here: what a person's session could add is left out.
    request.user = AnonymousUser()
    page = draft_behind(token, timezone.now())
    response = page_not_found(request, Exception()) if page is None else _shown(page, request)
    for name, value in HEADERS.items():
        response[name] = value
    return response


def _shown(page: Page, request: HttpRequest) -> HttpResponse:
    language = page.locale.language_code
    translation.activate(language)
    request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
    request.is_shared_draft = request.is_preview = True  # type: ignore[attr-defined]
    response = page.serve_preview(request, page.default_preview_mode)
    return response.render() if hasattr(response, "render") else response
