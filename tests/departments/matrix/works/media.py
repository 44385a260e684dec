from __future__ import annotations

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model


def _form(desk, name, content, kind):
    return {
        "title": "Brought in",
        "collection": desk.own.department.collection_id,
        "tags": "",
        "description": "",
        "file": SimpleUploadedFile(name, content, kind),
    }


def brings_in_a_picture(desk):
    file = BytesIO()
    Image.new("RGB", (30, 20)).save(file, "PNG")
    desk.post("wagtailimages:add", data=_form(desk, "new.png", file.getvalue(), "image/png"))
    return get_image_model().objects.filter(title="Brought in", collection__department__code="parks").exists()


def brings_in_a_document(desk):
    desk.post("wagtaildocs:add", data=_form(desk, "new.txt", b"New", "text/plain"))
    return (
        get_document_model().objects.filter(title="Brought in", collection__department__code="parks").exists()
    )


def renames_a_picture(desk):
    data = {"title": "Renamed", "collection": desk.own.image.collection_id, "tags": "", "description": "x"}
    desk.post("wagtailimages:edit", desk.own.image.pk, data=data)
    return get_image_model().objects.get(pk=desk.own.image.pk).title == "Renamed"


def renames_a_document(desk):
    data = {"title": "Renamed", "collection": desk.own.document.collection_id, "tags": ""}
    desk.post("wagtaildocs:edit", desk.own.document.pk, data=data)
    return get_document_model().objects.get(pk=desk.own.document.pk).title == "Renamed"


def deletes_a_picture(desk):
    desk.post("wagtailimages:delete", desk.own.private_image.pk)
    return not get_image_model().objects.filter(pk=desk.own.private_image.pk).exists()


def deletes_documents_at_once(desk):
    pk = desk.own.private_document.pk
    desk.post("wagtail_bulk_action", "core", "citydocument", "delete", query=f"id={pk}&next=/admin/")
    return not get_document_model().objects.filter(pk=pk).exists()


def chooses_a_picture(desk):
    pk = desk.own.image.pk
    listed = desk.get("wagtailimages_chooser:choose_results").content.decode()
    return (
        desk.own.image.title in listed
        and desk.opens("wagtailimages_chooser:chosen", pk)
        and desk.opens("wagtailimages_chooser:select_format", pk)
    )


def chooses_a_document(desk):
    listed = desk.get("wagtaildocs_chooser:choose_results").content.decode()
    return desk.own.document.title in listed and desk.opens(
        "wagtaildocs_chooser:chosen", desk.own.document.pk
    )
