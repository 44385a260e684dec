"""What work on desks draws on: the people, and the pages that the desk names."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.models import Page

from home.demo.loading.pages import Shelf
from portal.accounts.models import User


@dataclass(frozen=True)
class Office:
    """`staff` by name; `pages` in the default language by the names that links have."""

    shelf: Shelf
    staff: dict[str, User]
    pages: dict[str, Page]

    def page(self, name: str) -> Page:
        """As it is stored now, specific."""
        return Page.objects.get(pk=self.pages[name].pk).specific
