"""Who may open the screens of translations, and the editor of texts that comes with wagtail-localize."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail_localize.models import Translation

from portal.departments.guard import anyone_on_staff, checked_by_its_view, classify, nobody
from portal.translations.admin.overrides import override_is_allowed
from portal.translations.admin.scope import target_or_404, texts_are_open_to

OWN = checked_by_its_view("Pages and languages that are not the person's do not exist.")


def texts_of_ones_own(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """The texts are the person's to change, and nobody else holds them: no lock, no approval under way."""
    translation = get_object_or_404(Translation, pk=kwargs["translation_id"])
    return texts_are_open_to(request.user, target_or_404(request, translation))


def choice_of_ones_own(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Another picture, document or page for this language is one that the person may choose."""
    return texts_of_ones_own(request, kwargs) and override_is_allowed(
        request, kwargs["overridable_segment_id"]
    )


SCREENS = "list list_results report report_results begin confirm download_po upload_po suggest preview"
# Ours stand in their place.
REPLACED = (
    "submit_page_translation submit_snippet_translation update_translations stop_translation convert_to_alias "
    "download_pofile upload_pofile machine_translate preview_translation "
    "translations_report translations_report_results snippets_api_listing snippets_api_detail"
)

classify(
    {
        **{f"translations:{name}": OWN for name in SCREENS.split()},
        **{f"wagtail_localize:{name}": nobody for name in REPLACED.split()},
        "wagtail_localize:javascript_catalog": anyone_on_staff,
        "wagtail_localize:edit_string_translation": texts_of_ones_own,
        "wagtail_localize:edit_override": choice_of_ones_own,
    }
)
