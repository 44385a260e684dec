"""Search over what everybody may see in one language."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wagtail.models import Locale, Page

from portal.core.models import BasePage, is_translated
from portal.core.paging import paged
from portal.core.spelling import plain

if TYPE_CHECKING:
    from django.http import QueryDict

PAGE_SIZE = 10
LONGEST_QUERY = 100
MOST_RESULTS = 200


@dataclass(frozen=True)
class SearchResults:
    """What the search page shows; its template knows these names."""

    query: str
    results: Sequence[BasePage]
    total: int
    page_number: int
    page_count: int
    previous_url: str
    next_url: str


def search_pages(language: str, parameters: QueryDict) -> SearchResults:
    """What `?q=` finds in the tree of `language`. What is too long is cut; an empty query finds nothing.

    Pages that stand in for a translation are left out: they hold words of another language.
    """
    query = clean_query(parameters.get("q", ""))
    words = words_of(query)
    locale = Locale.objects.filter(language_code=language).first()
    found = _matching(locale, words) if words and locale else []
    page = paged(found, parameters, size=PAGE_SIZE)
    return SearchResults(
        query=query,
        results=_in_full(page.items),
        total=page.total,
        page_number=page.page_number,
        page_count=page.page_count,
        previous_url=page.previous_url,
        next_url=page.next_url,
    )


def clean_query(text: str) -> str:
    """One line of printable text without double spaces."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_QUERY])
    return " ".join(printable.split())


def words_of(query: str) -> str:
    """Letters and digits of any script, plainly spelled; the rest means nothing to any search engine."""
    kept = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in query)
    return " ".join(plain(kept).split())


def _matching(locale: Locale, words: str) -> list[Page]:
    """The pages with all of the words, or if there are none, with some; those with the words in their title first."""
    pages = Page.objects.live().public().filter(is_translated(), locale=locale, depth__gt=1)
    found = list(pages.search(words, operator="and")[:MOST_RESULTS])
    if not found and " " in words:
        found = list(pages.search(words, operator="or")[:MOST_RESULTS])
    wanted = words.split()
    # Sorting keeps the order of relevance among those that are alike in this.
    return sorted(found, key=lambda page: -sum(word in plain(page.title) for word in wanted))


def _in_full(pages: Sequence[Page]) -> list[BasePage]:
    """The same pages, in the same order, with all that their kind has."""
    full = {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in pages]).specific()}
    return [full[page.pk] for page in pages if page.pk in full]
