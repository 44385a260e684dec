from __future__ import annotations

from news.models.articles import ArticlePage, ArticleTopic
from news.models.events import EventPage, EventTopic
from news.models.index import NewsIndexPage

__all__ = ["ArticlePage", "ArticleTopic", "EventPage", "EventTopic", "NewsIndexPage"]
