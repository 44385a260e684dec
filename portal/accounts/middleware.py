from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.permissions import lacks_second_factor


class AdminDoorMiddleware:
    """Who is signed in meets two more checks before any address of the admin.

    Residents are refused: Wagtail would send them to the login, which sends them back, for ever. Where the second
    factor is required, staff without one are sent to set it up. By address and not by view, so that what a package
    adds below /admin/ is covered too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._is_guarded(request) or request.user.is_anonymous:
            return self.get_response(request)
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        if settings.STAFF_SECOND_FACTOR_REQUIRED and lacks_second_factor(request):
            messages.warning(request, _("Set up a second factor first: staff of the city need one."))
            return redirect("mfa_index")
        return self.get_response(request)

    def _is_guarded(self, request: HttpRequest) -> bool:
        home = reverse("wagtailadmin_home")
        always_open = {home + "login/", reverse("wagtailadmin_logout")}
        return request.path.startswith(home) and request.path not in always_open
