from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import pytest

from portal.core.models import CitySettings, MenuItem
from tests.factories import make_article, make_event, make_picture, make_topic, translate

FACTS = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def facts(response):
    [found] = FACTS.findall(response.content.decode())
    return json.loads(found)


@pytest.fixture
def article(parks):
    return make_article(
        parks,
        "Trees for Mill",
        slug="trees",
        date=date(2026, 3, 1),
        summary="Forty trees.",
        topics=[make_topic("nature")],
        picture=make_picture("Tree", size=(900, 600)),
        body=[("heading", "Where"), ("paragraph", "<p>At the canal.</p>")],
    )


def test_an_article_shows_its_text_its_department_and_its_day(client, article):
    html = client.get(article.url).content.decode()
    for words in ("Trees for Mill", "Forty trees.", "Where", "At the canal.", "Parks and Nature", "Nature"):
        assert words in html
    assert 'datetime="2026-03-01"' in html


def test_an_article_needs_few_queries(client, article, django_assert_max_num_queries):
    menu = CitySettings.objects.get()
    MenuItem.objects.create(city=menu, menu="main", page=article)
    client.get(article.url)
    with django_assert_max_num_queries(12):
        client.get(article.url)


def test_an_event_needs_few_queries(client, parks, django_assert_max_num_queries):
    event = make_event(parks, picture=make_picture(size=(900, 600)), topics=[make_topic("nature")])
    client.get(event.url)
    with django_assert_max_num_queries(12):
        client.get(event.url)


def test_related_news_are_of_the_department_or_the_topic(client, article, parks, roads):
    nature = make_topic("nature")
    make_article(roads, "Road trees", topics=[nature], date=date(2026, 4, 1))
    make_article(parks, "Pond", date=date(2026, 3, 1))
    make_article(roads, "Potholes", date=date(2026, 5, 1))
    related = client.get(article.url).context["related"]
    assert [page.title for page in related] == ["Road trees", "Pond"]


def test_search_engines_read_the_facts_of_an_article(client, article):
    found = facts(client.get(article.url))
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == "Trees for Mill"
    assert found["datePublished"] == "2026-03-01"
    assert found["inLanguage"] == "en"
    assert found["url"] == "http://testserver/en/departments/parks/trees/"
    assert found["image"].startswith("http://testserver/media/images/")
    assert found["author"]["name"] == "Parks and Nature"
    assert found["author"]["parentOrganization"]["name"] == "Northmere"
    assert found["keywords"] == ["Nature"]


def test_search_engines_read_the_facts_of_an_event(client, parks):
    event = make_event(
        parks, "Walk", starts_at=datetime(2031, 6, 1, 16, tzinfo=UTC), place="Old mill", slug="walk"
    )
    found = facts(client.get(event.url))
    assert found["@type"] == "Event"
    assert found["startDate"] == "2031-06-01T16:00:00+00:00"
    assert "endDate" not in found
    assert found["location"]["name"] == "Old mill"
    assert found["organizer"]["name"] == "Parks and Nature"


def test_facts_cannot_break_out_of_their_script(client, parks):
    page = make_article(parks, "</script><script>alert(1)</script>", slug="attack")
    html = client.get(page.url).content.decode()
    assert "<script>alert" not in html
    assert facts(client.get(page.url))["headline"] == "</script><script>alert(1)</script>"


def test_an_untranslated_article_has_the_facts_of_its_source(client, article):
    translate(article, "ar", alias=True)
    found = facts(client.get("/ar/departments/parks/trees/"))
    assert (found["inLanguage"], found["url"]) == ("en", "http://testserver/en/departments/parks/trees/")
