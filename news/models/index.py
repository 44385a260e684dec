from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from portal.core.models import BasePage


class NewsIndexPage(RoutablePageMixin, BasePage):
    """The news and events of all departments, as a page, as a feed and as a calendar."""

    max_count_per_parent = 1
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = []
    template = "news/news_index_page.html"

    class Meta:
        verbose_name = _("list of news")

    @path("")
    def show(self, request: HttpRequest) -> HttpResponse:
        from news.queries import news_list  # noqa: PLC0415  (it reads these models)

        return self.render(request, context_overrides=vars(news_list(self, request.GET)))

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        from news.feeds import NewsFeed  # noqa: PLC0415  (it reads these models)

        return NewsFeed()(request, index=self)

    @path("events.ics/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        from news.calendars import calendar_response  # noqa: PLC0415  (it reads these models)
        from news.queries import all_coming_events  # noqa: PLC0415  (it reads these models)

        return calendar_response(
            all_coming_events(self, request.GET), name=self.title, file_name="events.ics"
        )
