from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, get_supported_language_variant
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.search import search_pages
from home.sitemaps import sitemap_entries
from portal.core.mail import undeliverable_mails
from portal.core.models import CitySettings

NOT_READY = 503
# Where a search engine has nothing to look for, in every language.
PERSONAL = ("account/", "search/", "q/")


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """The one address without a language leads to the front page in the visitor's."""
    response = redirect(f"/{_wished_language(request)}/")
    response["Vary"] = "Accept-Language"
    return response


def _wished_language(request: HttpRequest) -> str:
    """The first language of the browser that the city speaks, else the city's own."""
    for wish, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(wish)
        except LookupError:
            continue
    return CitySettings.for_request(request).default_language


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    languages = [code for code, _name in settings.LANGUAGES]
    closed = ["/admin/", *(f"/{code}/{part}" for code in languages for part in PERSONAL)]
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed)]
    site = Site.find_for_request(request)
    if site is not None:
        lines += ["", f"Sitemap: {site.root_url}/sitemap.xml"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    site = Site.find_for_request(request)
    entries = sitemap_entries(site) if site is not None else []
    return render(request, "sitemap.xml", {"urlset": entries}, content_type="application/xml")


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and has the tables that this version expects."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("the database does not answer", content_type="text/plain", status=NOT_READY)
    if waiting:
        return HttpResponse("migrations are waiting", content_type="text/plain", status=NOT_READY)
    undelivered = undeliverable_mails().count()
    note = f"\nmails that could not be delivered: {undelivered}" if undelivered else ""
    return HttpResponse(f"ok{note}", content_type="text/plain")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    found = search_pages(get_language() or settings.LANGUAGE_CODE, request.GET)
    response = render(request, "home/search.html", {"title": _("Search"), **vars(found)})
    response["X-Robots-Tag"] = "noindex"
    return response
