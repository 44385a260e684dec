from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.departments.matrix.cases.tries import case, screens
from tests.departments.matrix.marks import SOUGHT

PO = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'


def cases(world):
    """The editor of translations and what stands around it."""
    return [*_editor(world), *_sources(world), *_lists(world)]


def _editor(world):
    roads, mine = world.roads, world.parks
    theirs = roads.translation.pk
    for translation in (theirs, mine.translation.pk):
        strings = ("wagtail_localize:edit_string_translation", translation, roads.string.pk)
        yield case(*strings, data={"value": "Robado"}, method="PUT")
        overrides = ("wagtail_localize:edit_override", translation, roads.override.pk)
        yield case(*overrides, data={"value": mine.image.pk}, method="PUT")
    own = ("wagtail_localize:edit_override", mine.translation.pk, mine.override.pk)
    yield case(*own, data={"value": roads.image.pk}, method="PUT", kind="with a picture of roads")
    file = SimpleUploadedFile("es.po", PO)
    for name, data in {
        "download_pofile": {},
        "upload_pofile": {"file": file, "next": "/admin/"},
        "machine_translate": {"next": "/admin/"},
        "preview_translation": {},
        "stop_translation": {"next": "/admin/"},
    }.items():
        yield case(f"wagtail_localize:{name}", theirs, data=data)
    yield case("wagtail_localize:preview_translation", theirs, "thanks")
    for action in ("publish", "submit", "save"):
        data = {"action": action, f"action-{action}": "1"}
        yield case("wagtailadmin_pages:edit", roads.translated.pk, data=data, kind=f"translation, {action}")


def _sources(world):
    roads = world.roads
    update = {"publish_translations": "on", "use_machine_translation": "on"}
    yield case("wagtail_localize:update_translations", roads.source.pk, data=update)
    app_and_model = ("wagtailcore", "page")
    snippet = (*app_and_model, roads.draft.pk)
    locales = {"locales": [roads.alias.locale_id]}
    yield case("wagtail_localize:submit_snippet_translation", *snippet, data=locales)
    yield case("wagtail_localize:snippets_api_listing", *app_and_model)
    yield case("wagtail_localize:snippets_api_detail", *snippet)


def _lists(world):
    yield from screens("wagtail_localize:javascript_catalog")
    for name in ("translations_report", "translations_report_results"):
        yield from screens(f"wagtail_localize:{name}")
        yield from screens(f"wagtail_localize:{name}", query=f"source_title={SOUGHT}&target_locale=es")
    for kind in ("csv", "xlsx"):
        yield from screens("wagtail_localize:translations_report", query=f"export={kind}")
