"""Facts about news and events as search engines read them (schema.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from portal.core.models import CitySettings
from portal.core.pictures import shared_address

if TYPE_CHECKING:
    from django.http import HttpRequest

    from news.models import ArticlePage, EventPage
    from news.models.stories import StoryPage


def article_facts(page: ArticlePage, request: HttpRequest) -> dict[str, Any]:
    publisher = _publisher(page, request)
    facts = {
        "@type": "NewsArticle",
        "headline": page.title,
        "datePublished": page.date.isoformat(),
        "dateModified": _moment(page.last_published_at),
        "author": publisher,
        "publisher": publisher,
    }
    return _described(page, request, facts)


def event_facts(page: EventPage, request: HttpRequest) -> dict[str, Any]:
    facts = {
        "@type": "Event",
        "name": page.title,
        "startDate": _moment(page.starts_at),
        "endDate": _moment(page.ends_at),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": page.place,
            "address": ", ".join(
                str(part) for part in (page.place, page.district, CitySettings.for_request(request)) if part
            ),
        },
        "organizer": _publisher(page, request),
    }
    return _described(page, request, facts)


def _described(page: StoryPage, request: HttpRequest, facts: dict[str, Any]) -> dict[str, Any]:
    url = page.source.full_url
    shared = {
        "@context": "https://schema.org",
        **facts,
        "description": page.summary,
        "inLanguage": page.content_language,
        "image": shared_address(page, request),
        "url": url,
        "mainEntityOfPage": url,
        "keywords": [str(topic) for topic in page.topics],
    }
    return {name: value for name, value in shared.items() if value}


def _publisher(page: StoryPage, request: HttpRequest) -> dict[str, Any]:
    city = {"@type": "GovernmentOrganization", "name": str(CitySettings.for_request(request))}
    if page.department_page is None:
        return city
    return {
        "@type": "GovernmentOrganization",
        "name": page.department_page.title,
        "url": page.department_page.full_url,
        "parentOrganization": city,
    }


def _moment(moment: Any) -> str:
    return timezone.localtime(moment).isoformat() if moment else ""
