from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from tests.factories import make_article, make_topic, translate

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEED = "/en/news/feed/"


def feed(client, path=FEED, **query):
    response = client.get(path, query)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def entries(root):
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_the_feed_holds_the_newest_articles_first(client, parks, roads):
    make_article(parks, "Older", date=date(2026, 1, 1))
    make_article(roads, "Newer", date=date(2026, 2, 1))
    make_article(roads, "Draft", live=False)
    assert entries(feed(client)) == ["Newer", "Older"]


def test_an_entry_says_who_what_when_and_where(client, parks):
    page = make_article(parks, "Trees & ponds", summary="Less <mud>.", topics=[make_topic("nature")])
    entry = feed(client).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Trees & ponds"
    assert entry.findtext(f"{ATOM}summary") == "Less &lt;mud&gt;."
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{page.url}"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Parks and Nature"
    assert entry.findtext(f"{ATOM}updated") == page.last_published_at.isoformat()
    assert entry.find(f"{ATOM}category").get("term") == "Nature"


def test_addresses_in_the_feed_do_not_follow_the_host_header(client, parks):
    make_article(parks)
    text = client.get(FEED, headers={"host": "localhost"}).content.decode()
    assert "//localhost" not in text
    assert 'href="http://testserver/en/news/feed/"' in text


def test_the_feed_speaks_the_language_of_its_tree(client, parks):
    page = make_article(parks, "Trees")
    translate(page, "es", title="Árboles")
    spanish = feed(client, "/es/news/feed/")
    assert spanish.get(LANG) == "es"
    assert entries(spanish) == ["Árboles"]


def test_an_entry_that_is_not_translated_carries_its_own_language(client, parks):
    translate(make_article(parks, "Trees"), "ar", alias=True)
    arabic = feed(client, "/ar/news/feed/")
    assert arabic.get(LANG) == "ar"
    assert arabic.find(f"{ATOM}entry").get(LANG) == "en"


def test_the_feed_of_one_department_or_topic(client, parks, roads):
    traffic = make_topic("traffic")
    make_article(parks, "Trees")
    make_article(roads, "Lanes", topics=[traffic])
    assert entries(feed(client, department="parks")) == ["Trees"]
    assert entries(feed(client, topic="traffic")) == ["Lanes"]
    assert entries(feed(client, department="moon")) == ["Lanes", "Trees"]
    titled = feed(client, department="parks")
    assert titled.findtext(f"{ATOM}title") == "News – Parks and Nature – Northmere"


def test_an_entry_keeps_its_id_when_its_address_changes(client, parks):
    page = make_article(parks, "Trees")
    before = feed(client).find(f"{ATOM}entry").findtext(f"{ATOM}id")
    page.slug = "trees-and-more"
    page.save_revision().publish()
    assert feed(client).find(f"{ATOM}entry").findtext(f"{ATOM}id") == before
