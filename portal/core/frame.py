"""What the frame around every page needs to know about the page inside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.conf import settings
from django.urls import translate_url
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language
from wagtail.models import Page, Site

from portal.core.languages import direction
from portal.core.models import LanguageLink

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True)
class Alternate:
    """The absolute address of the page in one language, for search engines."""

    code: str
    url: str


@dataclass(frozen=True)
class Frame:
    """`language` and `direction` are those of the main part; the rest speaks the visitor's language."""

    title: str
    description: str
    language: str
    direction: str
    language_links: Sequence[LanguageLink]
    alternates: Sequence[Alternate]
    breadcrumbs: Sequence[Page]
    canonical: str
    is_untranslated: bool


def frame_of(context: Mapping[str, Any]) -> Frame:
    """Read from the template's variables: `page`, or `title` and `language_links` where a view has no page."""
    request = context.get("request")
    page = context.get("page")
    if getattr(page, "language_links", None) is None:
        return _view_frame(context, request)
    below = _way_below(page, request)
    links = [_lengthened(link, below) for link in page.language_links]
    return Frame(
        title=page.seo_title or page.title,
        description=page.search_description or page.summary,
        language=page.content_language,
        direction=page.content_direction,
        language_links=links,
        alternates=_alternates(_root_url(request), links),
        breadcrumbs=[*page.breadcrumbs, page] if below else page.breadcrumbs,
        canonical=(page.source.full_url or "") + below,
        is_untranslated=page.is_untranslated,
    )


def _way_below(page: Page, request: HttpRequest | None) -> str:
    """The part of the address after the page's own, such as "results/"."""
    url = page.get_url(request) if request is not None else None
    # Slugs are of any script: addresses are compared as they are sent.
    path = iri_to_uri(request.path) if request is not None else ""
    if not url or getattr(request, "is_preview", False) or not path.startswith(url):
        return ""
    return path.removeprefix(url)


def _lengthened(link: LanguageLink, below: str) -> LanguageLink:
    leads_home = link.url == f"/{link.code}/"
    return link if leads_home or not below else replace(link, url=link.url + below)


def _view_frame(context: Mapping[str, Any], request: HttpRequest | None) -> Frame:
    language = get_language() or settings.LANGUAGE_CODE
    given = context.get("language_links")
    root = _root_url(request)
    return Frame(
        title=context.get("title") or "",
        description=context.get("description") or "",
        language=language,
        direction=direction(language),
        language_links=given or _links_of_address(request, language, missing="exception" in context),
        alternates=_alternates(root, given or ()),
        breadcrumbs=context.get("breadcrumbs") or (),
        canonical=urljoin(root, iri_to_uri(request.path)) if request is not None and root and given else "",
        is_untranslated=False,
    )


def _root_url(request: HttpRequest | None) -> str:
    # From the site's record, never from the Host header.
    site = Site.find_for_request(request) if request is not None else None
    return site.root_url if site is not None else ""


def _alternates(root: str, links: Sequence[LanguageLink]) -> list[Alternate]:
    found = [Alternate(link.code, urljoin(root, link.url)) for link in links if link.translated]
    if len(found) < 2:
        return []
    default = next((each for each in found if each.code == settings.LANGUAGE_CODE), found[0])
    return [*found, Alternate("x-default", default.url)]


def _links_of_address(request: HttpRequest | None, language: str, *, missing: bool) -> list[LanguageLink]:
    """The same address in each language; the home pages where the address leads nowhere."""
    links = []
    for code, name in settings.LANGUAGES:
        here = request is not None and not missing
        url = translate_url(request.get_full_path(), code) if here else f"/{code}/"
        links.append(LanguageLink(code, name, direction(code), url, code == language, True))
    return links
