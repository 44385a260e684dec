"""The reads behind lists of news: always the same number of queries, however much there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Locale, Page

from news.models import ArticlePage, EventPage, NewsIndexPage
from news.structured_data import article_facts, event_facts
from portal.core.models import Topic
from portal.core.paging import paged
from portal.core.pictures import shared_address
from portal.departments.models import Department
from portal.departments.queries import department_pages

if TYPE_CHECKING:
    from django.http import HttpRequest, QueryDict

    from news.models.stories import StoryPage, StoryQuerySet

PAGE_SIZE = 10
SIDE_EVENTS = 5
FEED_SIZE = 30
RELATED = 3

Story = TypeVar("Story", bound="StoryPage")


@dataclass(frozen=True)
class DepartmentChoice:
    """A department that news can be filtered by, named as its page in this language."""

    id: int
    code: str
    title: str
    page: Page


@dataclass(frozen=True)
class NewsFilter:
    """What a list is narrowed to; an unknown code narrows nothing and becomes ""."""

    departments: Sequence[DepartmentChoice]
    topics: Sequence[Topic]
    department: str
    topic: str

    @property
    def pages(self) -> dict[int, Page]:
        return {department.id: department.page for department in self.departments}

    @property
    def query(self) -> str:
        """The filter as the end of an address, with its question mark; "" without one."""
        chosen = {"department": self.department, "topic": self.topic}
        text = urlencode({name: code for name, code in chosen.items() if code})
        return f"?{text}" if text else ""

    def narrow(self, stories: StoryQuerySet) -> StoryQuerySet:
        if self.department:
            stories = stories.of_department(self.department)
        return stories.about(self.topic) if self.topic else stories


@dataclass(frozen=True)
class NewsList:
    """What the list of news shows; its template knows these names."""

    articles: Sequence[ArticlePage]
    events: Sequence[EventPage]
    departments: Sequence[DepartmentChoice]
    topics: Sequence[Topic]
    department: str
    topic: str
    total: int
    page_number: int
    page_count: int
    previous_url: str
    next_url: str
    feed_url: str
    calendar_url: str


def news_list(index: NewsIndexPage, query: QueryDict) -> NewsList:
    chosen = news_filter(index.locale, query)
    articles = chosen.narrow(ArticlePage.objects.listed_in(index.locale)).newest_first().for_cards()
    page = paged(articles, query, size=PAGE_SIZE)
    events = chosen.narrow(coming_events(index.locale)).for_cards()[:SIDE_EVENTS]
    address = index.url or ""
    return NewsList(
        articles=named(page.items, chosen.pages),
        events=named(events, chosen.pages),
        departments=chosen.departments,
        topics=chosen.topics,
        department=chosen.department,
        topic=chosen.topic,
        total=page.total,
        page_number=page.page_number,
        page_count=page.page_count,
        previous_url=page.previous_url,
        next_url=page.next_url,
        feed_url=f"{address}feed/{chosen.query}",
        calendar_url=f"{address}events.ics{chosen.query}",
    )


def news_filter(locale: Locale, query: QueryDict) -> NewsFilter:
    departments = department_choices(locale)
    topics = list(Topic.objects.all())
    return NewsFilter(
        departments=departments,
        topics=topics,
        department=_known(query.get("department", ""), departments),
        topic=_known(query.get("topic", ""), topics),
    )


def _known(code: str, choices: Iterable[DepartmentChoice | Topic]) -> str:
    return code if code in {choice.code for choice in choices} else ""


def department_choices(locale: Locale) -> list[DepartmentChoice]:
    """The departments with a live page in `locale`, in the order of their titles. Three queries."""
    pages = department_pages(locale)
    codes = dict(Department.objects.filter(pk__in=pages).values_list("pk", "code"))
    return [DepartmentChoice(pk, codes[pk], page.title, page) for pk, page in pages.items()]


def coming_events(locale: Locale) -> StoryQuerySet:
    return EventPage.objects.listed_in(locale).coming_at(timezone.now())


def named(stories: Iterable[Story], pages: Mapping[int, Page]) -> list[Story]:
    """`stories` with the page of their department (by its id) filled in, which otherwise costs queries for each."""
    found = list(stories)
    for story in found:
        story.department_page = pages.get(story.department_id)
    return found


def latest_stories(locale: Locale, articles: int, events: int, department: int | None = None) -> Stories:
    """The newest articles and the next events, of everybody or of one department (its id)."""
    pages = department_pages(locale)
    news, dates = ArticlePage.objects.listed_in(locale).newest_first(), coming_events(locale)
    if department is not None:
        news, dates = news.filter(department=department), dates.filter(department=department)
    return Stories(
        articles=named(news.for_cards()[:articles], pages),
        events=named(dates.for_cards()[:events], pages),
    )


@dataclass(frozen=True)
class Stories:
    articles: Sequence[ArticlePage]
    events: Sequence[EventPage]


def feed_articles(index: NewsIndexPage, chosen: NewsFilter) -> list[ArticlePage]:
    articles = chosen.narrow(ArticlePage.objects.listed_in(index.locale)).newest_first()
    return named(articles.with_language().defer("body").with_topics()[:FEED_SIZE], chosen.pages)


def all_coming_events(index: NewsIndexPage, query: QueryDict) -> list[EventPage]:
    chosen = news_filter(index.locale, query)
    events = chosen.narrow(coming_events(index.locale)).with_language().with_topics()
    return named(events.defer("body").select_related("district"), chosen.pages)


def related_articles(page: StoryPage) -> list[ArticlePage]:
    """The newest other articles of the same department or about one of the same topics."""
    about = Q(pk__in=ArticlePage.objects.filter(topic_links__topic__in=page.topics).values("pk"))
    articles = ArticlePage.objects.listed_in(page.locale).filter(about | Q(department=page.department_id))
    others = articles.exclude(pk=page.pk).newest_first().with_language().defer("body")
    return list(others[:RELATED])


def story_context(page: StoryPage, request: HttpRequest) -> dict[str, Any]:
    facts = event_facts if isinstance(page, EventPage) else article_facts
    return {
        "related": related_articles(page),
        "structured_data": facts(page, request),
        "social_image": shared_address(page, request),
    }
