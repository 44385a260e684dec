"""Every public page in every language, for search engines."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from wagtail.models import Page, Site

from portal.core.models import is_translated

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Alternate:
    lang_code: str
    location: str


@dataclass(frozen=True)
class Entry:
    """One address, as Django's template of a sitemap reads it."""

    location: str
    lastmod: datetime | None
    alternates: Sequence[Alternate]


def sitemap_entries(site: Site) -> list[Entry]:
    """The pages that say something of their own: those that only stand in for a translation are left out.

    Two queries and the site's record, however many pages there are.
    """
    roots = Page.objects.filter(translation_key=site.root_page.translation_key)
    pages = Page.objects.none()
    for root in roots:
        pages |= Page.objects.descendant_of(root, inclusive=True)
    shown = list(pages.live().public().filter(is_translated()).select_related("locale").order_by("path"))
    by_key: dict[UUID, list[Alternate]] = defaultdict(list)
    for page in shown:
        by_key[page.translation_key].append(Alternate(page.locale.language_code, page.full_url))
    return [
        Entry(page.full_url, page.last_published_at, _alternates(by_key[page.translation_key]))
        for page in shown
    ]


def _alternates(found: list[Alternate]) -> list[Alternate]:
    if len(found) < 2:
        return []
    default = next((each for each in found if each.lang_code == settings.LANGUAGE_CODE), found[0])
    return [*found, Alternate("x-default", default.location)]
