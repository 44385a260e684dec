"""The sizes in which pages show a picture, fetched together with the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch
from wagtail.images import get_image_model
from wagtail.models import Page, Site

if TYPE_CHECKING:
    from django.http import HttpRequest

# What the component `picture` asks for, in its own words. The last one is also what social networks show.
FILTERS = ("format-avif|width-400", "format-avif|width-800", "format-jpeg|width-400", "format-jpeg|width-800")
SHARED_FILTER = FILTERS[-1]


def with_renditions(field: str = "picture") -> Prefetch:
    """For `prefetch_related`: the pictures in `field` and their ready sizes. Two queries for any number of pages."""
    return Prefetch(field, queryset=get_image_model().objects.prefetch_renditions(*FILTERS))


def fetch_picture(page: Page, field: str = "picture") -> None:
    """Fetch the picture of one page with its ready sizes: one query; none for a page without a picture."""
    key = getattr(page, f"{field}_id")
    if key is None:
        return
    renditions = get_image_model().get_rendition_model().objects.filter(image=key, filter_spec__in=FILTERS)
    ready = list(renditions.select_related("image"))
    if ready:
        picture = ready[0].image
        picture.prefetched_renditions = ready
        setattr(page, field, picture)


def shared_address(page: Page, request: HttpRequest, field: str = "picture") -> str:
    """The absolute address of a page's picture for machines that show a link; "" without a picture."""
    picture = getattr(page, field)
    # From the site's record, never from the Host header.
    site = Site.find_for_request(request)
    if picture is None or site is None:
        return ""
    url = picture.get_rendition(SHARED_FILTER).url
    return url if url.startswith("http") else site.root_url + url
