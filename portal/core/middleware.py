from __future__ import annotations

from typing import TYPE_CHECKING

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib import messages
from django.http import JsonResponse
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from portal.core.completeness import IncompletePageError
from portal.core.problems import is_for_programs

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

WITHOUT_LANGUAGE = ("/admin/", "/documents/", "/media/", "/preview/", "/static/")


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere, and a wider one where Wagtail's and allauth's own scripts run."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        shared = getattr(request, "is_shared_draft", False)
        if request.path.startswith("/admin/") or (getattr(request, "is_preview", False) and not shared):
            # A preview is shown in a frame of the editor, with Wagtail's bar in it.
            response._csp_replace = settings.EDITOR_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        elif "/account/" in request.path:
            response._csp_replace = settings.ACCOUNT_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return super().process_response(request, response)


class CompressionMiddleware(GZipMiddleware):
    """Compress texts. Pictures are compressed already, and their length is good to know."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.get("Content-Type", "").startswith("image/"):
            return response
        return super().process_response(request, response)


class AddressLanguageMiddleware(LocaleMiddleware):
    """The language is in the address. Where it is not, the browser's wish decides, never a cookie.

    A page under /es/ is the same for everybody, so it does not vary by header and may be cached.
    """

    def process_request(self, request: HttpRequest) -> None:
        language = translation.get_language_from_path(request.path_info)
        if language is None:
            language = translation.get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()  # type: ignore[attr-defined]

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # Programs are answered the same whatever a browser would wish.
        if is_for_programs(request):
            return response
        # Staff screens and files have no language in their address: what is missing there is missing in all.
        if response.status_code == 404 and request.path_info.startswith(WITHOUT_LANGUAGE):
            return response
        return super().process_response(request, response)


class IncompletePageMiddleware:
    """Whichever screen tried to publish a page that is not complete: its editor opens and says what is missing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, IncompletePageError):
            return None
        messages.error(request, str(exception))
        editor = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # How Wagtail's dialogue about approving learns where to go.
            return JsonResponse({"step": "success", "redirect": editor})
        return redirect(editor)
