from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.permissions import lacks_second_factor


class StaffSecondFactorMiddleware:
    """Where the second factor is required, staff without one see the page to set it up and no address of the admin.

    By address and not by view: what a package adds below /admin/ is covered too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.STAFF_SECOND_FACTOR_REQUIRED and self._is_barred(request):
            messages.warning(request, _("Set up a second factor first: staff of the city need one."))
            return redirect("mfa_index")
        return self.get_response(request)

    def _is_barred(self, request: HttpRequest) -> bool:
        home = reverse("wagtailadmin_home")
        leaving = reverse("wagtailadmin_logout")
        if not request.path.startswith(home) or request.path == leaving:
            return False
        return lacks_second_factor(request.user)
