"""Texts that leave the screen and come back, and what may be chosen in place of the source's pictures and pages."""

from __future__ import annotations

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation

from tests.factories import make_article, make_picture
from tests.translations.conftest import in_every_language
from tests.translations.screens import props_on, put, refused, words_on
from tests.translations.translating import begin, target

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(article, emil):
    return begin(article, "es", emil)


@pytest.fixture
def as_emil(client, emil):
    client.force_login(emil)
    return client


def po_of(client, translation):
    return client.get(reverse("translations:download_po", args=[translation.pk])).content.decode()


def send(client, translation, content):
    file = SimpleUploadedFile("texts.po", content.encode() if isinstance(content, str) else content)
    return client.post(reverse("translations:upload_po", args=[translation.pk]), {"file": file}, follow=True)


def test_a_file_goes_out_is_translated_and_comes_back(as_emil, translation):
    file = po_of(as_emil, translation).replace('msgid "Trees"\nmsgstr ""', 'msgid "Trees"\nmsgstr "Árboles"')
    answer = words_on(send(as_emil, translation, file))
    assert "1 text was read in." in answer
    assert "3 texts of the file are empty or marked as unsure and were passed over." in answer
    assert "1/4 texts translated" in answer


def test_the_file_has_a_name_that_tells_page_and_language(as_emil, translation):
    answer = as_emil.get(reverse("translations:download_po", args=[translation.pk]))
    assert 'filename="trees-es.po"' in answer["Content-Disposition"]


def test_a_broken_file_is_refused_with_its_line(as_emil, translation):
    answer = words_on(send(as_emil, translation, po_of(as_emil, translation) + '\nmsgid "open\n'))
    assert "Nothing was read in. Line" in answer
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize(
    "content", ["", "no PO file at all", b"\xff\xfe\x00", 'msgid "Trees"\nmsgstr "Árboles"\n']
)
def test_a_file_that_is_none_of_ours_is_refused_with_a_reason(as_emil, translation, content):
    assert "Nothing was read in." in words_on(send(as_emil, translation, content or " "))
    assert not StringTranslation.objects.exists()


def test_the_file_of_another_language_is_refused(as_emil, article, translation, ben):
    arabic = begin(article, "ar")
    as_emil.force_login(ben)
    assert "another page or another language" in words_on(send(as_emil, translation, po_of(as_emil, arabic)))


def test_no_file_and_too_large_a_file_are_refused(as_emil, translation):
    nothing = as_emil.post(reverse("translations:upload_po", args=[translation.pk]), follow=True)
    assert "Choose a PO file of at most 2 MB." in words_on(nothing)
    large = send(as_emil, translation, b"#" * (2 * 1024 * 1024 + 1))
    assert "Choose a PO file of at most 2 MB." in words_on(large)


def test_nothing_is_read_into_a_page_that_somebody_locked(as_emil, article, translation, hana):
    file = po_of(as_emil, translation)
    Page.objects.filter(pk=target(article).pk).update(locked=True, locked_by=hana)
    assert refused(as_emil.post(reverse("translations:upload_po", args=[translation.pk]), {"file": file}))


@pytest.fixture
def overriding(as_emil, parks, roads, emil):
    """The editor of texts of a page with a picture and a link; `send(kind, value)` chooses another in its place."""
    own, foreign = (
        make_picture(name, collection=owner.collection) for name, owner in (("Oak", parks), ("Weir", roads))
    )
    page = in_every_language(
        make_article(
            parks,
            "Oaks",
            picture=own,
            picture_text="An oak",
            body=[
                {
                    "type": "paragraph",
                    "id": str(uuid.uuid4()),
                    "value": "<p><a href='https://oak.example'>Oak</a></p>",
                }
            ],
        )
    )
    translation = begin(page, "es", emil)
    segments = props_on(as_emil.get(f"/admin/pages/{target(page).pk}/edit/"))["segments"]
    addresses = {
        segment["location"]["widget"]["type"]: segment["editUrl"]
        for segment in segments
        if segment["type"] == "synchronised_value"
    }
    return {
        "translation": translation,
        "own": own,
        "foreign": foreign,
        "send": lambda kind, value: put(as_emil, addresses[kind], str(value)),
        "addresses": addresses,
    }


def test_another_picture_of_the_department_may_stand_there(overriding, parks):
    other = make_picture("Elm", collection=parks.collection)
    assert overriding["send"]("image_chooser", other.pk).status_code == 201
    assert SegmentOverride.objects.get().data == str(other.pk)


@pytest.mark.parametrize("value", ["foreign", "0", "", "1 OR 1", "-1"])
def test_a_picture_that_the_translator_may_not_choose_is_refused(overriding, value):
    value = overriding["foreign"].pk if value == "foreign" else value
    assert refused(overriding["send"]("image_chooser", value))
    assert not SegmentOverride.objects.exists()


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", " JavaScript :alert(1)", "java\tscript:alert(1)", "data:text/html,x"]
)
def test_an_address_that_runs_as_a_program_is_refused(overriding, value):
    assert refused(overriding["send"]("text", value))
    assert not SegmentOverride.objects.exists()


def test_another_address_may_stand_there_and_be_taken_back(as_emil, overriding):
    assert overriding["send"]("text", "https://roble.example").status_code == 201
    assert as_emil.delete(overriding["addresses"]["text"]).status_code == 200
    assert not SegmentOverride.objects.exists()


def test_nobody_else_chooses_for_the_department(as_emil, overriding, cleo, fay, dora):
    for person in (cleo, fay, dora):
        as_emil.force_login(person)
        assert refused(overriding["send"]("image_chooser", overriding["own"].pk))
        assert refused(as_emil.delete(overriding["addresses"]["image_chooser"]))
    assert not SegmentOverride.objects.exists()
