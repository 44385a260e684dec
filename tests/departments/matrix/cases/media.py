from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.departments.matrix.cases.tries import case, of_each, screens
from tests.departments.matrix.marks import SOUGHT


def cases(world):
    """Images and documents, their choosers, uploads, tags and collections."""
    return [*_images(world), *_documents(world), *_tags(), *_collections(world)]


def _into(world):
    """A form that would rename a thing and put it among those of parks."""
    return {"title": "Taken over", "collection": world.parks.department.collection_id, "tags": "stolen"}


def _images(world):
    image, private = world.roads.image, world.roads.private_image
    taken = _into(world)
    for name in ("edit", "delete", "image_usage", "url_generator"):
        yield from of_each([f"wagtailimages:{name}"], image, private, data=taken)
    yield from of_each(["wagtailimages:url_generator_output"], image)
    yield case("wagtailimages:preview", image.pk, "max-165x165")
    yield case("wagtailimages:preview", private.pk, "original")
    multiple = {f"image-{image.pk}-{name}": value for name, value in taken.items()}
    yield case("wagtailimages:edit_multiple", image.pk, data=multiple)
    yield case("wagtailimages:delete_multiple", image.pk)
    yield from _unfinished("wagtailimages", "image", world.roads.uploaded_image, taken)
    yield from _lists_of_media("wagtailimages", world, _upload(world, "photo.png"))
    yield from _chooser("wagtailimages_chooser", image, private, _upload(world, "photo.png"))
    wanted = {"image-chooser-insertion-format": "left", "image-chooser-insertion-alt_text": "x"}
    yield from of_each(["wagtailimages_chooser:select_format"], image, private, data=wanted)


def _documents(world):
    document, private = world.roads.document, world.roads.private_document
    taken = _into(world)
    for name in ("edit", "delete", "document_usage"):
        yield from of_each([f"wagtaildocs:{name}"], document, private, data=taken)
    multiple = {f"doc-{document.pk}-{name}": value for name, value in taken.items()}
    yield case("wagtaildocs:edit_multiple", document.pk, data=multiple)
    yield case("wagtaildocs:delete_multiple", document.pk)
    yield from _unfinished("wagtaildocs", "document", world.roads.uploaded_document, taken)
    yield from _lists_of_media("wagtaildocs", world, _upload(world, "paper.txt"))
    yield from _chooser("wagtaildocs_chooser", document, private, _upload(world, "paper.txt"))


def _unfinished(space, kind, upload, taken):
    data = {f"uploaded-{kind}-{upload.pk}-{name}": value for name, value in taken.items()}
    yield case(f"{space}:create_multiple_from_uploaded_{kind}", upload.pk, data=data)
    yield case(f"{space}:delete_upload_multiple", upload.pk)


def _upload(world, name):
    """A new file for the collection of roads."""
    return {
        "title": "Slipped in",
        "collection": world.roads.department.collection_id,
        "file": SimpleUploadedFile(name, b"slipped in"),
        "files[]": SimpleUploadedFile(name, b"slipped in"),
    }


def _lists_of_media(space, world, upload):
    roads = world.roads
    for name in (f"{space}:index", f"{space}:index_results"):
        yield from screens(name)
        yield from screens(name, query=f"q={SOUGHT}")
        yield from screens(name, query=f"collection_id={roads.department.collection_id}")
        yield from screens(name, query=f"collection_id={roads.cellar.pk}&tag=Open+tag&ordering=title")
    yield from screens(f"{space}:add", data=upload)
    yield from screens(f"{space}:add_multiple", data=upload, headers={"x-requested-with": "XMLHttpRequest"})


def _chooser(space, thing, private, upload):
    numbers = f"id={thing.pk}&id={private.pk}"
    yield from screens(f"{space}:choose", f"{space}:choose_results")
    for query in (
        f"q={SOUGHT}",
        f"collection_id={thing.collection_id}",
        f"collection_id={private.collection_id}",
    ):
        yield from screens(f"{space}:choose_results", query=query)
    for one in (thing, private):
        yield case(f"{space}:chosen", one.pk)
    yield from screens(f"{space}:chosen_multiple", query=f"{numbers}&multiple=1")
    prefix = "image-chooser-upload" if "image" in space else "document-chooser-upload"
    yield from screens(f"{space}:create", data={f"{prefix}-{name}": value for name, value in upload.items()})


def _tags():
    yield from screens("wagtailadmin_tag_autocomplete", query="term=qu")
    yield from screens("wagtailadmin_tag_autocomplete", query="term=")
    for app, model in (("taggit", "tag"), ("core", "cityimage"), ("core", "citydocument")):
        yield case("wagtailadmin_tag_model_autocomplete", app, model, query="term=qu")


def _collections(world):
    theirs, inside, mine = world.roads.department.collection, world.roads.cellar, world.parks.cellar
    renamed = {"name": "Taken over", "parent": mine.pk}
    yield from screens("wagtailadmin_collections:index")
    yield from screens("wagtailadmin_collections:add", data={"name": "Slipped in", "parent": theirs.pk})
    yield from of_each(["wagtailadmin_collections:edit"], theirs, inside, data=renamed)
    yield from of_each(["wagtailadmin_collections:edit"], mine, data={"name": "x", "parent": theirs.pk})
    yield from of_each(["wagtailadmin_collections:delete"], inside)
    yield from of_each(["wagtailadmin_collections:set_privacy"], inside, data={"restriction_type": "none"})
