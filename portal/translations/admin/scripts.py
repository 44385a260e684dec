"""The scripts of the translator's screen."""

from __future__ import annotations

from django.forms import Media, Script
from django.urls import reverse
from wagtail.admin.staticfiles import versioned_static

CHOOSERS = (
    "wagtailadmin/js/page-chooser-modal.js",
    "wagtailadmin/js/page-chooser.js",
    "wagtailimages/js/image-chooser-modal.js",
    "wagtailimages/js/image-chooser.js",
    "wagtaildocs/js/document-chooser-modal.js",
    "wagtaildocs/js/document-chooser.js",
    "wagtailadmin/js/chooser-modal.js",
)
CHOOSER_ADDRESSES = {
    "data-image-chooser": "wagtailimages_chooser:choose",
    "data-document-chooser": "wagtaildocs_chooser:choose",
    "data-page-chooser": "wagtailadmin_choose_page",
}


def editor_media() -> Media:
    addresses = {name: reverse(view) for name, view in CHOOSER_ADDRESSES.items()}
    return Media(
        js=[
            Script("js/admin/translation.js", **addresses),
            reverse("wagtail_localize:javascript_catalog"),
            *(versioned_static(path) for path in CHOOSERS),
            Script(versioned_static("wagtailadmin/js/workflow-action.js"), **{"data-activate": "dashboard"}),
            versioned_static("wagtail_localize/js/wagtail-localize.js"),
        ]
    )
