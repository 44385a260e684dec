from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from tests.factories import group_of, make_picture


def make_media(own):
    """In the department's collection, and in a private one inside it."""
    collection = own.department.collection
    own.cellar = collection.add_child(instance=Collection(name=own.word("cellar")))
    lock = CollectionViewRestriction.objects.create(
        collection=own.cellar, restriction_type=CollectionViewRestriction.GROUPS
    )
    lock.groups.add(group_of(own.department, "editor"))
    own.cellar_lock = lock
    # On a public page everybody sees it, the name of its file included.
    own.shown = make_picture(f"Seen in {own.department.code}", collection=collection, size=(60, 40))
    own.image = _picture(own, "photo", collection)
    own.private_image = _picture(own, "portrait", own.cellar)
    own.document = _document(own, "paper", collection)
    own.private_document = _document(own, "file", own.cellar)
    own.uploaded_image = _upload(own, get_image_model())
    own.uploaded_document = _upload(own, get_document_model())


def _picture(own, name, collection):
    picture = make_picture(own.word(name), collection=collection, size=(60, 40))
    picture.description = own.word("description")
    picture.uploaded_by_user = own.staff["editor"]
    picture.tags.add(f"{own.mark}tag")
    picture.save()
    return picture


def _document(own, name, collection):
    document = get_document_model().objects.create(
        title=own.word(name),
        file=ContentFile(f"{own.mark}content".encode(), f"{own.mark}{name}.txt"),
        collection=collection,
        uploaded_by_user=own.staff["editor"],
    )
    document.tags.add(f"{own.mark}tag")
    return document


def _upload(own, model):
    return UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(model),
        file=ContentFile(b"half done", f"{own.mark}upload.txt"),
        uploaded_by_user=own.staff["editor"],
    )
