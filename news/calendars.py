"""Events for calendar programs (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from icalendar import Calendar, Event

from news.models import EventPage

PRODUCT = "-//Civic portal//Events//EN"


def calendar_response(events: Iterable[EventPage], *, name: str, file_name: str) -> HttpResponse:
    response = HttpResponse(calendar_of(events, name=name), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, file_name)
    return response


def calendar_of(events: Iterable[EventPage], *, name: str) -> bytes:
    """The calendar file. Times are in UTC, so that no program has to know the city's time zone."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_entry(event))
    return calendar.to_ical()


def _entry(event: EventPage) -> Event:
    changed = _utc(event.last_published_at or event.latest_revision_created_at or timezone.now())
    entry = Event()
    # The same event in every language, also after it has moved in time or place.
    entry.add("uid", str(event.translation_key))
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("dtstart", _utc(event.starts_at))
    if event.ends_at:
        entry.add("dtend", _utc(event.ends_at))
    entry.add("summary", event.title, {"LANGUAGE": event.content_language})
    entry.add("location", ", ".join(str(part) for part in (event.place, event.district) if part))
    if event.summary:
        entry.add("description", event.summary, {"LANGUAGE": event.content_language})
    entry.add("url", event.full_url)
    if event.topics:
        entry.add("categories", [str(topic) for topic in event.topics])
    return entry


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
