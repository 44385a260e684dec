"""The translation editor, until the app above says who may open its addresses."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail_localize.models import Translation

from portal.departments.guard.addresses.names import under
from portal.departments.guard.registry import Rule
from portal.departments.guard.rules import anyone_on_staff, nobody


def editable_target(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """The page that is translated is one that the person may edit, and nobody has locked it."""
    translation = get_object_or_404(Translation, pk=kwargs["translation_id"])
    page = translation.get_target_instance()
    rights = page.permissions_for_user(request.user)
    return rights.can_edit() and not rights.page_locked()


RULES: dict[str, Rule] = under(
    "wagtail_localize",
    ("javascript_catalog", anyone_on_staff),
    ("edit_string_translation download_pofile upload_pofile preview_translation", editable_target),
    ("machine_translate stop_translation edit_override convert_to_alias", nobody),
    ("submit_page_translation submit_snippet_translation update_translations", nobody),
    ("translations_report translations_report_results snippets_api_listing snippets_api_detail", nobody),
)
UNCLAIMED = find_spec("portal.translations.addresses") is None
