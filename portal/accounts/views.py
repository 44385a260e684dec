from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def staff_login(request: HttpRequest) -> HttpResponse:
    """The admin's login is everybody's login."""
    query = urlencode({"next": request.GET.get("next", reverse("wagtailadmin_home"))})
    return redirect(f"{reverse('account_login')}?{query}")
