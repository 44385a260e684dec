"""The pages of the demo, department by department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from home.demo.content import day_of, shape
from home.demo.loading.bodies import Writer, block_id
from home.demo.loading.trees import Write, add_in_languages, rewrite_in_languages
from home.models import DepartmentPage, HomePage, StandardPage
from news.models import ArticlePage, EventPage
from portal.core.models import BasePage, CityImage, District, Topic

Pages = dict[str, BasePage]


@dataclass(frozen=True)
class Shelf:
    """What pages draw on: pictures by name with their texts, and the survey pages by key and language.

    `begun` are the translations, as page and language, that are not public.
    """

    today: date
    images: dict[str, CityImage]
    pictures: dict[str, shape.Picture]
    surveys: dict[str, dict[str, int]]
    begun: frozenset[tuple[str, str]] = frozenset()

    def public_languages(self, kind: str, story: shape.Article | shape.Event) -> list[str]:
        """Those in which residents read the story; translations that people are still at work on are none."""
        return [each for each in story.languages if (f"{kind}:{story.key}", each) not in self.begun]

    def writer(self, language: str) -> Writer:
        return Writer(language, self.today, {key: pages[language] for key, pages in self.surveys.items()})


def load_standard_page(shelf: Shelf, home: HomePage, page: shape.StandardPage) -> Pages:
    def write(target: StandardPage, language: str) -> None:
        words = shelf.writer(language)
        target.title, target.summary = words.words(page.title), words.words(page.summary)
        target.draft_title = target.title
        target.body = words.body(page.key, page.body)

    return add_in_languages(home, StandardPage(slug=page.key), shape.LANGUAGES, write)


def load_home(shelf: Shelf, home: HomePage, city: shape.City) -> None:
    def write(target: HomePage, language: str) -> None:
        words = shelf.writer(language)
        target.title, target.summary = words.words(city.name), words.words(city.home_intro)
        target.heading = words.words(city.home_title)
        target.draft_title = target.title
        target.search_description = words.words(city.description)
        target.question_id = words.surveys[city.home_survey]

    rewrite_in_languages(home, write)


def title_indexes(shelf: Shelf, home: HomePage, city: shape.City) -> Pages:
    pages: Pages = {}
    for index in home.get_children().specific():
        if index.slug in city.page_titles:
            _title_index(shelf, index, city)
            pages[index.slug] = index
    return pages


def _title_index(shelf: Shelf, index: BasePage, city: shape.City) -> None:
    def write(target: BasePage, language: str) -> None:
        words = shelf.writer(language)
        target.title = words.words(city.page_titles[index.slug])
        target.summary = words.words(city.page_summaries.get(index.slug))
        target.draft_title = target.title

    rewrite_in_languages(index, write)


def load_department_page(shelf: Shelf, page: DepartmentPage, department: shape.Department) -> None:
    def write(target: DepartmentPage, language: str) -> None:
        words = shelf.writer(language)
        target.title, target.summary = words.words(department.title), words.words(department.lead)
        target.draft_title = target.title
        target.picture = shelf.images[department.picture]
        target.picture_text = words.words(shelf.pictures[department.picture].alt)
        target.body = words.body(department.code, department.about)
        target.services = [
            {
                "type": "service",
                "id": block_id(department.code, "service", number),
                "value": {
                    "title": words.words(service.title),
                    "line": words.words(service.line),
                    "page": None,
                },
            }
            for number, service in enumerate(department.services)
        ]
        target.question_id = words.surveys[department.survey]
        target.email, target.phone = department.email, department.phone
        target.address, target.hours = words.words(department.address), words.words(department.hours)
        target.reply_time = words.words(department.reply)

    rewrite_in_languages(page, write)


def load_article(shelf: Shelf, parent: DepartmentPage, article: shape.Article) -> Pages:
    page = ArticlePage(
        slug=article.key, first_published_at=_at(day_of(shelf.today, article.published), time(9))
    )
    languages = shelf.public_languages("article", article)
    return add_in_languages(parent, page, languages, article_writer(shelf, article))


def article_writer(shelf: Shelf, article: shape.Article) -> Write[ArticlePage]:
    def write(target: ArticlePage, language: str) -> None:
        _write_story(shelf, target, article, language)
        target.date = day_of(shelf.today, article.published)

    return write


def load_event(shelf: Shelf, parent: DepartmentPage, event: shape.Event) -> Pages:
    page = EventPage(slug=event.key, first_published_at=_at(day_of(shelf.today, event.published), time(9)))
    languages = shelf.public_languages("event", event)
    return add_in_languages(parent, page, languages, event_writer(shelf, event))


def event_writer(shelf: Shelf, event: shape.Event) -> Write[EventPage]:
    starts = _at(day_of(shelf.today, event.day, event.weekday), time.fromisoformat(event.time))

    def write(target: EventPage, language: str) -> None:
        _write_story(shelf, target, event, language)
        target.starts_at, target.ends_at = starts, starts + timedelta(minutes=event.minutes)
        target.place = shelf.writer(language).words(event.place)
        target.district = District.objects.get(code=event.district)

    return write


def _write_story(
    shelf: Shelf, target: ArticlePage | EventPage, story: shape.Article | shape.Event, language: str
) -> None:
    words = shelf.writer(language)
    target.title, target.summary = words.words(story.title), words.words(story.summary)
    target.draft_title = target.title
    target.picture = shelf.images[story.picture]
    target.picture_text = words.words(shelf.pictures[story.picture].alt)
    target.picture_caption = words.words(story.caption)
    target.body = words.body(story.key, story.body)
    links: Any = type(target).topic_links.rel.related_model
    target.topic_links.set(
        [
            links(topic=topic, sort_order=place)
            for place, topic in enumerate(Topic.objects.filter(code__in=story.topics))
        ]
    )


def _at(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
