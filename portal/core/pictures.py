"""The sizes in which pages show a picture, fetched together with the pages."""

from __future__ import annotations

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.models import Page

# What the component `picture` asks for, in its own words. The last one is also what social networks show.
FILTERS = ("format-avif|width-400", "format-avif|width-800", "format-jpeg|width-400", "format-jpeg|width-800")
SHARED_FILTER = FILTERS[-1]


def with_renditions(field: str = "picture") -> Prefetch:
    """For `prefetch_related`: the pictures in `field` and their ready sizes. Two queries for any number of pages."""
    return Prefetch(field, queryset=get_image_model().objects.prefetch_renditions(*FILTERS))


def fetch_picture(page: Page, field: str = "picture") -> None:
    """Fetch the picture of one page with its ready sizes. No query for a page without one."""
    if getattr(page, f"{field}_id"):
        prefetch_related_objects([page], with_renditions(field))


def shared_address(page: Page, field: str = "picture") -> str:
    """The absolute address of a page's picture for machines that show a link; "" without a picture."""
    picture = getattr(page, field)
    site = page.get_site()
    if picture is None or site is None:
        return ""
    url = picture.get_rendition(SHARED_FILTER).url
    return url if url.startswith("http") else site.root_url + url
