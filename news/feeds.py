from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from news.queries import NewsFilter, feed_articles, news_filter
from portal.core.models import CitySettings

if TYPE_CHECKING:
    from django.http import HttpRequest

    from news.models import ArticlePage, NewsIndexPage


@dataclass(frozen=True)
class Channel:
    """One feed: the list of news it belongs to and what it is narrowed to."""

    index: NewsIndexPage
    chosen: NewsFilter
    city: str


class EntriesInTheirLanguage(Atom1Feed):
    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}


class NewsFeed(Feed):
    """The newest articles of one language tree. Addresses come from the site's record, not from the request."""

    feed_type = EntriesInTheirLanguage

    def get_object(self, request: HttpRequest, index: NewsIndexPage) -> Channel:
        return Channel(index, news_filter(index.locale, request.GET), str(CitySettings.for_request(request)))

    def title(self, channel: Channel) -> str:
        chosen = [*channel.chosen.departments, *channel.chosen.topics]
        codes = {channel.chosen.department, channel.chosen.topic}
        names = [getattr(each, "title", str(each)) for each in chosen if each.code in codes]
        return " – ".join([channel.index.title, *names, channel.city])

    def subtitle(self, channel: Channel) -> str:
        return channel.index.summary

    def link(self, channel: Channel) -> str:
        return channel.index.full_url or ""

    def feed_url(self, channel: Channel) -> str:
        return f"{self.link(channel)}feed/{channel.chosen.query}"

    def feed_guid(self, channel: Channel) -> str:
        return self.feed_url(channel)

    def items(self, channel: Channel) -> list[ArticlePage]:
        return feed_articles(channel.index, channel.chosen)

    def item_title(self, item: ArticlePage) -> str:
        return item.title

    def item_description(self, item: ArticlePage) -> str:
        return escape(item.summary)

    def item_link(self, item: ArticlePage) -> str:
        return item.full_url or ""

    def item_guid(self, item: ArticlePage) -> str:
        return f"urn:uuid:{_entry_id(item.translation_key, item.content_language)}"

    def item_author_name(self, item: ArticlePage) -> str:
        return item.department_title

    def item_categories(self, item: ArticlePage) -> list[str]:
        return [str(topic) for topic in item.topics]

    def item_pubdate(self, item: ArticlePage) -> datetime:
        return item.first_published_at or timezone.make_aware(datetime.combine(item.date, time(12)))

    def item_updateddate(self, item: ArticlePage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)

    def item_extra_kwargs(self, item: ArticlePage) -> dict[str, Any]:
        return {"language": item.content_language}


def _entry_id(key: UUID, language: str) -> UUID:
    return uuid5(key, language)
