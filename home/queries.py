"""What the front pages of the city and of its departments show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max
from wagtail.models import Locale

from home.models import DepartmentPage, HomePage
from home.structured_data import city_facts, department_facts
from news.models import ArticlePage, EventPage, NewsIndexPage
from news.queries import latest_stories
from portal.core.models import SOURCE_PARTS, is_private
from portal.core.pictures import fetch_picture, with_renditions
from surveys.blocks import MicroSurveyBlock
from surveys.models import SurveyPage, Tally

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest

ARTICLES = 4
EVENTS = 4
DEPARTMENT_ARTICLES = 4
RESULTS = 3


@dataclass(frozen=True)
class ResultTeaser:
    """The way to a survey's results. `language` is that of the title."""

    title: str
    url: str
    language: str
    direction: str


@dataclass(frozen=True)
class FrontPage:
    """What the city's front page shows; its template knows these names. The top tasks are in `navigation`."""

    card: Any
    articles: Sequence[ArticlePage]
    events: Sequence[EventPage]
    news_index: NewsIndexPage | None
    departments: Sequence[DepartmentPage]
    results: Sequence[ResultTeaser]
    structured_data: dict[str, Any]


@dataclass(frozen=True)
class DepartmentFront:
    """What a department's page shows; its template knows these names."""

    card: Any
    articles: Sequence[ArticlePage]
    events: Sequence[EventPage]
    results: Sequence[ResultTeaser]
    structured_data: dict[str, Any]


def front_page(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    stories = latest_stories(page.locale, ARTICLES, EVENTS)
    front = FrontPage(
        card=question_card(page.question, request),
        articles=stories.articles,
        events=stories.events,
        news_index=NewsIndexPage.objects.child_of(page).live().first(),
        departments=departments_of(page.locale),
        results=latest_results(page.locale),
        structured_data=city_facts(page, request),
    )
    return vars(front)


def department_front_page(page: DepartmentPage, request: HttpRequest) -> dict[str, Any]:
    fetch_picture(page)
    stories = latest_stories(page.locale, DEPARTMENT_ARTICLES, EVENTS, department=page.department_id)
    front = DepartmentFront(
        card=question_card(page.question, request),
        articles=stories.articles,
        events=stories.events,
        results=latest_results(page.locale, department=page.department_id),
        structured_data=department_facts(page, request),
    )
    return vars(front)


def question_card(survey: SurveyPage | None, request: HttpRequest) -> Any:
    """The question of a front page, as a block in a body would show it; None when there is nothing to ask."""
    return MicroSurveyBlock().get_context({"survey": survey}, {"request": request})["card"]


def departments_of(locale: Locale) -> list[DepartmentPage]:
    """The pages of all departments in `locale` by title, with their pictures. Three queries."""
    pages = DepartmentPage.objects.live().filter(~is_private(), locale=locale).order_by("title")
    cards = pages.select_related(*SOURCE_PARTS).defer_streamfields()
    return list(cards.prefetch_related(with_renditions()))


def latest_results(locale: Locale, department: int | None = None) -> list[ResultTeaser]:
    """The surveys whose newest wave with published figures began last. Two queries."""
    published = Tally.objects.filter(published__gt=0)
    if department is not None:
        published = published.filter(wave__survey__department=department)
    newest = published.values("wave__survey__key").annotate(began=Max("wave__opens_at")).order_by("-began")
    keys = list(newest.values_list("wave__survey__key", flat=True)[: RESULTS * 2])
    pages = SurveyPage.objects.live().filter(~is_private(), locale=locale, translation_key__in=keys)
    by_key = {page.translation_key: page for page in pages.select_related(*SOURCE_PARTS).defer_streamfields()}
    found = [by_key[key] for key in keys if key in by_key]
    return [_teaser(page) for page in found[:RESULTS]]


def _teaser(page: SurveyPage) -> ResultTeaser:
    url = (page.url or "") + page.reverse_subpage("results")
    return ResultTeaser(page.title, url, page.content_language, page.content_direction)
