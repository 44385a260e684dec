"""What search engines, watchers and browsers fetch beside the pages."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import DatabaseError
from django.test import Client

from home import views
from portal.core.models import CityDocument
from tests.factories import make_article, make_picture, make_standard_page, translate

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
TREES = "http://testserver/{}/departments/parks/trees/"


def sitemap(client):
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    return {url.findtext(f"{MAP}loc"): url for url in root.iter(f"{MAP}url")}


def languages(url):
    return {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}


def test_the_sitemap_names_every_public_page_in_every_language(client, parks):
    page = make_article(parks, slug="trees")
    translate(page, "es", title="Árboles")
    urls = sitemap(client)
    assert {f"http://testserver/{code}/" for code in ("en", "es", "ar")} <= urls.keys()
    assert urls[TREES.format("en")].findtext(f"{MAP}lastmod") == page.last_published_at.date().isoformat()
    expected = {code: TREES.format(code) for code in ("en", "es")} | {"x-default": TREES.format("en")}
    assert languages(urls[TREES.format("en")]) == expected
    assert languages(urls[TREES.format("es")]) == expected


def test_the_sitemap_leaves_out_what_is_not_translated_not_published_or_not_public(client, city, parks):
    page = make_article(parks, slug="trees")
    translate(page, "ar", alias=True)
    make_article(parks, slug="draft", live=False)
    private = make_standard_page(city, "Inside", slug="inside")
    private.view_restrictions.create(restriction_type="login")
    urls = sitemap(client)
    assert TREES.format("en") in urls
    assert languages(urls[TREES.format("en")]) == {}
    assert not [url for url in urls if "draft" in url or "inside" in url]
    assert TREES.format("ar") not in urls


def test_the_sitemap_costs_the_same_however_many_pages_there_are(
    client, parks, django_assert_max_num_queries
):
    make_article(parks)
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(6) as queries:
        client.get("/sitemap.xml")
    few = len(queries)
    for _number in range(4):
        make_article(parks)
    with django_assert_max_num_queries(few):
        client.get("/sitemap.xml")


def test_robots_are_told_where_the_sitemap_is_and_what_is_not_for_them(client, city):
    response = client.get("/robots.txt", headers={"host": "localhost"})
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    for closed in ("/admin/", "/en/account/", "/ar/account/", "/es/q/", "/en/search/"):
        assert f"Disallow: {closed}" in lines


@pytest.mark.parametrize(
    ("wish", "address"),
    [
        pytest.param("es", "/es/", id="spanish"),
        pytest.param("ar-EG,ar;q=0.9,en;q=0.5", "/ar/", id="egyptian_arabic"),
        pytest.param("fi,es;q=0.4", "/es/", id="second_choice"),
        pytest.param("fi", "/en/", id="no_language_of_ours"),
        pytest.param("", "/en/", id="no_wish"),
        pytest.param("*;;q=,\x01", "/en/", id="nonsense"),
    ],
)
def test_the_front_door_leads_to_the_readers_language(client, city, wish, address):
    response = client.get("/", headers={"accept-language": wish} if wish else {})
    assert (response.status_code, response["Location"]) == (302, address)
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_without_a_wish_the_front_door_speaks_the_citys_language(client, city):
    from portal.core.models import CitySettings

    CitySettings.objects.update(default_language="es")
    assert client.get("/", headers={"accept-language": "fi"})["Location"] == "/es/"


def test_the_portal_says_that_it_lives_and_that_it_is_ready(client, db):
    for address in ("/healthz", "/readyz"):
        response = client.get(address)
        assert (response.status_code, response.content) == (200, b"ok")
        assert "no-store" in response["Cache-Control"]


def test_it_lives_without_a_database_but_is_not_ready(client, monkeypatch):
    def broken(*args):
        raise DatabaseError

    monkeypatch.setattr(views, "MigrationExecutor", broken)
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_it_is_not_ready_while_migrations_wait(client, db, monkeypatch):
    monkeypatch.setattr(views.MigrationExecutor, "migration_plan", lambda self, targets: ["one"])
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations are waiting")


def test_pictures_are_served_with_their_type_and_may_be_kept(client, city):
    picture = make_picture("Quay", size=(60, 40))
    avif = picture.get_rendition("format-avif|width-40")
    for url, kind in ((picture.file.url, "image/png"), (avif.url, "image/avif")):
        response = client.get(url, headers={"accept-encoding": "gzip"})
        assert (response.status_code, response["Content-Type"]) == (200, kind)
        assert response["Cache-Control"] == "public, max-age=2592000"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "Content-Encoding" not in response
        assert not response.cookies
        again = client.get(url, headers={"if-modified-since": response["Last-Modified"]})
        assert again.status_code == 304


def test_documents_and_everything_else_stay_where_they_are(client, city):
    document = CityDocument.objects.create(title="Plan", file=ContentFile(b"secret", name="plan.txt"))
    images = Path(settings.MEDIA_ROOT) / "images"
    images.mkdir(parents=True, exist_ok=True)
    (images / "page.html").write_text("<script>alert(1)</script>")
    for address in (
        document.file.url,
        "/media/images/page.html",
        "/media/images/",
        "/media/documents/",
        "/media/images/../documents/plan.txt",
        "/media/images/%2e%2e/documents/plan.txt",
        "/media/images/..%2f..%2fdb.sqlite3",
        "/media/images//etc/passwd.png",
        "/media/",
    ):
        assert client.get(address, follow=True).status_code == 404, address


@pytest.mark.parametrize(
    "address", ["/robots.txt", "/sitemap.xml", "/healthz", "/readyz", "/", "/en/search/"]
)
def test_these_addresses_only_answer_reading(db, city, address):
    assert Client().post(address).status_code == 405
