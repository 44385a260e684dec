from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page

from portal.core.models import AlertBanner, CitySettings, MenuItem

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True)
class NavigationLink:
    """One line of a menu in the visitor's language. `current` is "page", "true" (above the page) or ""."""

    label: str
    url: str
    current: str = ""


class Navigation:
    """The menus and alerts of one request: at most three queries, none before something is asked for."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.language = get_language() or ""

    @cached_property
    def city(self) -> CitySettings:
        return CitySettings.for_request(self.request)

    @cached_property
    def main(self) -> list[NavigationLink]:
        return self._links(MenuItem.Menu.MAIN)

    @cached_property
    def tasks(self) -> list[NavigationLink]:
        return self._links(MenuItem.Menu.TASKS)

    @cached_property
    def footer(self) -> list[NavigationLink]:
        return self._links(MenuItem.Menu.FOOTER)

    @cached_property
    def alerts(self) -> list[AlertBanner]:
        return list(AlertBanner.objects.showing_at(timezone.now()).select_related("link_page"))

    @cached_property
    def _items(self) -> list[MenuItem]:
        return list(MenuItem.objects.filter(city=self.city).select_related("page").order_by("sort_order"))

    @cached_property
    def _pages(self) -> dict[str, Page]:
        """The live pages that the menus and alerts lead to, in the visitor's language, by translation key."""
        chosen = [item.page for item in self._items] + [alert.link_page for alert in self.alerts]
        keys = {page.translation_key for page in chosen if page is not None}
        pages = (
            Page.objects.live()
            .filter(translation_key__in=keys, locale__language_code=self.language)
            .select_related("locale")
        )
        return {page.translation_key: page for page in pages}

    def alert_url(self, alert: AlertBanner) -> str:
        return self._address(alert.link_page)

    def _links(self, menu: str) -> list[NavigationLink]:
        links = (self._link(item) for item in self._items if item.menu == menu)
        return [link for link in links if link is not None]

    def _link(self, item: MenuItem) -> NavigationLink | None:
        if item.page is None:
            return NavigationLink(str(item.label), item.url)
        url = self._address(item.page)
        if not url:
            return None
        title = self._pages[item.page.translation_key].title
        return NavigationLink(str(item.label) or title, url, self._current(url))

    def _address(self, page: Page | None) -> str:
        found = self._pages.get(page.translation_key) if page is not None else None
        return (found.get_url(self.request) or "") if found is not None else ""

    def _current(self, url: str) -> str:
        here = self.request.path
        if here == url:
            return "page"
        # Every page is below the home page, which would make that mark worthless.
        is_home = url.strip("/") == self.language
        return "true" if here.startswith(url) and not is_home else ""
