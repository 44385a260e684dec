"""Images, documents, and what else is put into a text."""

from __future__ import annotations

from portal.departments.guard.addresses.names import under
from portal.departments.guard.media import (
    document,
    image,
    own_upload,
    with_documents,
    with_images,
    with_numbers,
)
from portal.departments.guard.registry import Rule
from portal.departments.guard.rules import anyone_on_staff, both, checked_by_its_view, nobody

BY_COLLECTION = checked_by_its_view("Lists the collections in which the person has a right.")
TICKED = both(BY_COLLECTION, with_numbers("id"))

RULES: dict[str, Rule] = {
    **under(
        "wagtailimages",
        ("index index_results add add_multiple", with_images),
        ("edit delete preview image_usage", image("image_id", "change")),
        # Pictures come in the sizes of the templates alone.
        ("url_generator url_generator_output", nobody),
        ("edit_multiple delete_multiple", image("image_id", "change")),
        ("create_multiple_from_uploaded_image delete_upload_multiple", both(with_images, own_upload)),
    ),
    **under(
        "wagtailimages_chooser",
        ("choose choose_results create", BY_COLLECTION),
        ("chosen_multiple", TICKED),
        ("chosen", image("pk", "choose")),
        ("select_format", image("image_id", "choose")),
    ),
    **under(
        "wagtaildocs",
        ("index index_results add add_multiple", with_documents),
        ("edit delete document_usage", document("document_id", "change")),
        ("edit_multiple delete_multiple", document("doc_id", "change")),
        ("create_multiple_from_uploaded_document delete_upload_multiple", both(with_documents, own_upload)),
    ),
    **under(
        "wagtaildocs_chooser",
        ("choose choose_results create", BY_COLLECTION),
        ("chosen_multiple", TICKED),
        ("chosen", document("pk", "choose")),
    ),
    **under("wagtailembeds", ("chooser chooser_upload", anyone_on_staff)),
    "wagtailadmin_tag_autocomplete": checked_by_its_view("Suggests the tags of the person's own media."),
    # There is one kind of tag.
    "wagtailadmin_tag_model_autocomplete": nobody,
}
