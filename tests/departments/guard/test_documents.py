from __future__ import annotations

import codecs
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction

from tests.departments.guard.conftest import make_document
from tests.factories import group_of

PAGE = b"<!doctype html><script>alert(1)</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.fixture
def secret(parks):
    """A document in a collection that the editors of parks alone may read."""
    private = parks.collection.add_child(name="Private")
    restriction = CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(group_of(parks, "editor"))
    return make_document("Budget", private)


def test_a_private_document_is_read_by_its_groups_alone(client, secret, ben, cleo, ada):
    assert client.get(secret.url).status_code == 302
    for person, expected in ((ada, {302, 403}), (cleo, {302, 403}), (ben, {200})):
        client.force_login(person)
        assert client.get(secret.url).status_code in expected


def test_a_document_has_no_address_beside_the_checked_one(client, secret, plan):
    for document in (secret, plan):
        assert document.url.startswith("/documents/")
        assert client.get(document.file.url).status_code == 404
        assert client.get(f"/media/images/../{document.file.name}").status_code == 404


def test_a_document_is_saved_and_not_shown(client, plan):
    answer = client.get(plan.url)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize(
    "name", ["page.html", "page.htm", "page.xhtml", "drawing.svg", "data.xml", "run.js", "page.pdf.html"]
)
def test_a_document_that_can_run_is_refused(desk, parks, name):
    assert not is_taken(desk, parks, name, b"Nothing but words.")


@pytest.mark.parametrize(
    "name", ["notes.txt", "list.csv", "dates.ics", "report.pdf", "all.zip", "letter.docx"]
)
@pytest.mark.parametrize(
    "content",
    [
        PAGE,
        DRAWING,
        b"\n\t " + PAGE,
        codecs.BOM_UTF8 + PAGE,
        PAGE.decode().encode("utf-16"),
        b"<?xml version='1.0'?>",
    ],
)
def test_a_document_that_lies_about_its_kind_is_refused(desk, parks, name, content):
    assert not is_taken(desk, parks, name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"Fewer than 3 < 4 trees"),
        ("list.csv", b"tree,height\noak,12"),
        ("dates.ics", b"BEGIN:VCALENDAR"),
        ("REPORT.PDF", b"%PDF-1.7 words"),
        ("all.zip", b"PK\x03\x04 files"),
        ("letter.docx", b"PK\x03\x04 words"),
    ],
)
def test_a_document_that_is_what_it_says_is_taken(desk, parks, name, content):
    assert is_taken(desk, parks, name, content)


def test_the_upload_of_many_refuses_what_lies_too(desk, parks):
    form = {"title": "Notes", "collection": parks.collection.pk, "files[]": file("notes.txt", PAGE)}
    answer = desk.post(reverse("wagtaildocs:add_multiple"), form)
    assert answer.json()["success"] is False
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("drawing.svg", DRAWING), ("drawing.png", DRAWING), ("page.png", PAGE), ("page.html", PAGE)],
)
def test_a_picture_that_can_run_is_refused(desk, parks, name, content):
    form = {"title": "Drawing", "collection": parks.collection.pk, "file": file(name, content)}
    assert desk.post(reverse("wagtailimages:add"), form).status_code == 200
    assert not get_image_model().objects.exists()


def test_a_picture_is_taken(desk, parks):
    content = BytesIO()
    Image.new("RGB", (20, 20)).save(content, "PNG")
    form = {"title": "Tree", "collection": parks.collection.pk, "file": file("tree.png", content.getvalue())}
    assert desk.post(reverse("wagtailimages:add"), form).status_code == 302
    assert get_image_model().objects.get().title == "Tree"


def is_taken(desk, department, name, content):
    form = {"title": "A document", "collection": department.collection.pk, "file": file(name, content)}
    desk.post(reverse("wagtaildocs:add"), form)
    return get_document_model().objects.exists()


def file(name, content):
    return SimpleUploadedFile(name, content)
