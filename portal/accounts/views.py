from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from portal.accounts.queries import account_overview


def staff_login(request: HttpRequest) -> HttpResponse:
    """Every other login leads to the one door. `next` is kept only if it stays on this host."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        wanted = reverse("wagtailadmin_home")
    return redirect(f"{reverse('account_login')}?{urlencode({'next': wanted})}")


@login_required
def home(request: HttpRequest) -> HttpResponse:
    context = {"title": _("Your account"), "account": account_overview(request.user)}
    return render(request, "account/home.html", context)
