"""Finding the page of an address in two queries, however deep it lies. The rest is Wagtail's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists
from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from portal.core.models import SOURCE_PARTS, shown_source

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    # Where Wagtail keeps what it has found; it then looks no further.
    request._wagtail_route_for_request = route_of(request, path)  # type: ignore[attr-defined]
    return serve(request, path)


def route_of(request: HttpRequest, path: str) -> RouteResult | None:
    """The page at `path` in the tree of the active language, or what the page above it makes of the rest."""
    parts = [part for part in path.split("/") if part]
    found = pages_on_the_way(request, parts)
    if not found:
        return None
    *above, base = found
    page = base.specific
    # All of this was found on the way.
    page.locale, page.alias_of = base.locale, base.alias_of
    source = shown_source(base)
    page.source = page if source.pk == page.pk else source
    page.breadcrumbs = [ancestor for ancestor in above if ancestor.live]
    try:
        return page.route(request, parts[len(above) :])
    except Http404:
        return None


def pages_on_the_way(request: HttpRequest, parts: list[str]) -> list[Page]:
    """The pages from the front page down, as far as the address leads. One query."""
    root = _root_path(request)
    if root is None:
        return []
    addresses = [root + "".join(f"{part}/" for part in parts[:end]) for end in range(len(parts) + 1)]
    # The slugs have an index, the addresses have none.
    slugs = {root.strip("/").rpartition("/")[2], *parts}
    return list(
        Page.objects.filter(slug__in=slugs, url_path__in=addresses)
        .select_related(*SOURCE_PARTS)
        .annotate(something_is_private=Exists(PageViewRestriction.objects.all()))
        .order_by("depth")
    )


def _root_path(request: HttpRequest) -> str | None:
    site = Site.find_for_request(request)
    roots = Site.get_site_root_paths() if site is not None else []
    matching = (root for root in roots if root.site_id == site.pk and root.language_code == get_language())
    return next((root.root_path for root in matching), None)
