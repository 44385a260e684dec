from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import QueryDict


@dataclass(frozen=True)
class Paged:
    """One page of a long list. The addresses are empty where there is no such page."""

    items: Sequence[Any]
    total: int
    page_number: int
    page_count: int
    previous_url: str
    next_url: str


def paged(items: QuerySet[Any] | Sequence[Any], query: QueryDict, *, size: int) -> Paged:
    """The part of `items` that `?page=` asks for; the first for no number, the last for one too high.

    Two queries: a count and the part.
    """
    page = Paginator(items, size).get_page(query.get("page"))
    return Paged(
        items=list(page.object_list),
        total=page.paginator.count,
        page_number=page.number,
        page_count=page.paginator.num_pages,
        previous_url=_address(query, page.number - 1) if page.has_previous() else "",
        next_url=_address(query, page.number + 1) if page.has_next() else "",
    )


def _address(query: QueryDict, number: int) -> str:
    """The same address with another page number, and without the fields left empty."""
    kept = query.copy()
    kept["page"] = str(number)
    for name in [name for name, value in kept.items() if not value]:
        del kept[name]
    return f"?{kept.urlencode()}"
