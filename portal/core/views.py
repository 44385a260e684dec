"""What is shown when something goes wrong: a page to people, problem details to programs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from portal.core.problems import is_for_programs, problem


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(400) if is_for_programs(request) else render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(403) if is_for_programs(request) else render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_for_programs(request):
        return problem(404)
    return render(request, "404.html", {"exception": True}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return problem(500) if is_for_programs(request) else defaults.server_error(request)
