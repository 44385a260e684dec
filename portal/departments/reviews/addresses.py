"""Who may open the screens of reviews."""

from __future__ import annotations

from portal.departments.guard import checked_by_its_view, classify
from portal.departments.guard.pages import own_page, with_pages_of_ones_own
from portal.departments.guard.rules import both

OWN = both(with_pages_of_ones_own, checked_by_its_view("Lists the pages that the person may edit."))

classify(
    {"page_reviews:list": OWN, "page_reviews:list_results": OWN, "page_reviews:mark": own_page("page_id")}
)
