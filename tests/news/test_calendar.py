from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar

from portal.core.fields import Translated
from portal.core.models import District
from tests.factories import make_event, make_topic, translate

ALL = "/en/news/events.ics"
START = datetime(2031, 6, 1, 16, 0, tzinfo=UTC)


def calendar(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def events(client, path=ALL):
    return list(calendar(client, path).walk("VEVENT"))


def test_one_event_for_the_calendar(client, parks):
    mill = District.objects.create(code="mill", name=Translated(en="Mill"))
    page = make_event(
        parks,
        "Lantern walk; by the mill",
        slug="lantern-walk",
        summary="Bring a lamp,\nand a friend.",
        starts_at=START,
        ends_at=START + timedelta(hours=2),
        place="Old mill",
        district=mill,
        topics=[make_topic("nature")],
    )
    [event] = events(client, "/en/departments/parks/lantern-walk/event.ics")
    assert str(event["summary"]) == "Lantern walk; by the mill"
    assert str(event["location"]) == "Old mill, Mill"
    assert str(event["description"]) == "Bring a lamp,\nand a friend."
    assert str(event["url"]) == f"http://testserver{page.url}"
    assert event["dtstart"].dt == START
    assert event["dtend"].dt == START + timedelta(hours=2)
    assert event["dtstamp"].dt == page.last_published_at.replace(microsecond=0)
    assert event["categories"].to_ical() == b"Nature"


def test_the_file_is_folded_and_ends_its_lines_as_the_standard_asks(client, parks):
    make_event(parks, "Sehr langer Name " * 12, slug="long")
    raw = client.get("/en/departments/parks/long/event.ics").content
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"PRODID" in raw
    assert b"VERSION:2.0" in raw


def test_all_coming_events_in_one_calendar(client, parks, roads):
    make_event(parks, "Past", starts_at=timezone.now() - timedelta(days=1))
    make_event(roads, "Later", starts_at=timezone.now() + timedelta(days=9))
    make_event(parks, "Soon", starts_at=timezone.now() + timedelta(days=1))
    make_event(parks, "Draft", live=False)
    assert [str(event["summary"]) for event in events(client)] == ["Soon", "Later"]
    assert [str(event["summary"]) for event in events(client, f"{ALL}?department=roads")] == ["Later"]


def test_an_event_is_the_same_in_every_language_and_after_a_change(client, parks):
    page = make_event(parks, "Walk", slug="walk")
    [before] = events(client)
    translate(page, "es", title="Paseo")
    [spanish] = events(client, "/es/news/events.ics")
    assert (str(spanish["summary"]), spanish["uid"]) == ("Paseo", before["uid"])
    page.starts_at += timedelta(days=1)
    page.save_revision().publish()
    [after] = events(client)
    assert after["uid"] == before["uid"]
    assert after["dtstart"].dt > before["dtstart"].dt


@pytest.mark.parametrize("path", ["/en/departments/parks/event.ics", "/en/events.ics", "/en/nothing.ics"])
def test_where_there_is_no_event_there_is_no_calendar(client, parks, path):
    assert client.get(path).status_code == 404


def test_the_calendar_of_a_draft_is_not_there(client, parks):
    make_event(parks, slug="draft", live=False)
    assert client.get("/en/departments/parks/draft/event.ics").status_code == 404


def test_a_private_event_is_in_no_calendar(client, parks):
    page = make_event(parks, slug="closed-party")
    page.view_restrictions.create(restriction_type="login")
    assert events(client) == []
    assert client.get("/en/departments/parks/closed-party/event.ics").status_code == 302


def test_an_event_must_end_after_it_starts(parks):
    with pytest.raises(ValidationError, match="after it starts"):
        make_event(parks, starts_at=START, ends_at=START)
