from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import UploadedFile

from tests.factories import make_picture

OF_AN_IMAGE = [
    *[
        f"wagtailimages:{name}"
        for name in ("edit", "delete", "url_generator", "image_usage", "edit_multiple")
    ],
    "wagtailimages_chooser:select_format",
    "wagtailimages_chooser:chosen",
]
OF_A_DOCUMENT = [
    *[f"wagtaildocs:{name}" for name in ("edit", "delete", "document_usage", "edit_multiple")],
    "wagtaildocs_chooser:chosen",
]


@pytest.mark.parametrize("name", OF_AN_IMAGE)
def test_an_image_of_another_department_does_not_exist(desk, crane, name):
    answer = desk.get(reverse(name, args=[crane.pk]))
    assert answer.status_code == 404
    assert b"secret" not in answer.content
    assert desk.post(reverse(name, args=[crane.pk])).status_code == 404


@pytest.mark.parametrize(
    "name", [name for name in OF_AN_IMAGE if "multiple" not in name and "url" not in name]
)
def test_an_editor_works_with_an_image_of_the_own_department(desk, duck, name):
    assert desk.get(reverse(name, args=[duck.pk])).status_code == 200


def test_a_rendition_of_another_departments_image_is_not_made(desk, crane, duck):
    for address, expected in ((crane, 404), (duck, 200)):
        answer = desk.get(reverse("wagtailimages:preview", args=[address.pk, "width-100"]))
        assert answer.status_code == expected


@pytest.mark.parametrize("name", OF_A_DOCUMENT)
def test_a_document_of_another_department_does_not_exist(desk, contract, name):
    answer = desk.get(reverse(name, args=[contract.pk]))
    assert answer.status_code == 404
    assert b"secret" not in answer.content


@pytest.mark.parametrize("name", [name for name in OF_A_DOCUMENT if "multiple" not in name])
def test_an_editor_works_with_a_document_of_the_own_department(desk, plan, name):
    assert desk.get(reverse(name, args=[plan.pk])).status_code == 200


def test_choosing_several_media_gives_the_own_ones(desk, crane, duck, contract, plan):
    for chooser, own, theirs in (
        ("wagtailimages_chooser", duck, crane),
        ("wagtaildocs_chooser", plan, contract),
    ):
        answer = desk.get(reverse(f"{chooser}:chosen_multiple"), {"id": [own.pk, theirs.pk]})
        assert b"secret" not in answer.content
        assert b"secret" not in desk.get(reverse(f"{chooser}:choose")).content


def test_somebody_elses_upload_does_not_exist(desk, cleo, ben):
    theirs = UploadedFile.objects.create(uploaded_by_user=cleo)
    for name in ("wagtailimages:create_multiple_from_uploaded_image", "wagtailimages:delete_upload_multiple"):
        assert desk.post(reverse(name, args=[theirs.pk])).status_code == 404


def test_the_analyst_has_no_library(client, fay, duck, plan):
    client.force_login(fay)
    for name in ("wagtailimages:index", "wagtaildocs:index"):
        assert client.get(reverse(name)).status_code == 404


def test_the_administrator_has_every_library(client, gus, crane):
    client.force_login(gus)
    assert b"Crane secret" in client.get(reverse("wagtailimages:index")).content
    assert client.get(reverse("wagtailimages:edit", args=[crane.pk])).status_code == 200


def test_tags_are_those_of_the_own_department(desk, crane, duck, contract, plan):
    contract.tags.add("bid")
    plan.tags.add("bids open")
    for term, expected in (("bi", ["bids open", "birds"]), ("bit", []), ("", [])):
        assert desk.get(reverse("wagtailadmin_tag_autocomplete"), {"term": term}).json() == expected


@pytest.mark.parametrize("name", ["wagtailimages:index", "wagtailimages_chooser:choose"])
def test_popular_tags_are_those_of_the_own_department(desk, crane, duck, name):
    content = desk.get(reverse(name)).content
    assert b"birds" in content
    assert b"bitumen" not in content


def test_popular_tags_of_documents_are_those_of_the_own_department(desk, contract, plan):
    contract.tags.add("bidding")
    plan.tags.add("gardens")
    content = desk.get(reverse("wagtaildocs:index")).content
    assert b"gardens" in content
    assert b"bidding" not in content


def test_images_are_filtered_by_an_own_tag(desk, parks, duck):
    make_picture("Swan", collection=parks.collection)
    content = desk.get(reverse("wagtailimages:index"), {"tag": "birds"}).content
    assert b"Duck" in content
    assert b"Swan" not in content
