"""The translator's editing screen: texts beside their source, and what may be done with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import edit_translation

from portal.translations.admin.refusals import reason_of
from portal.translations.admin.scope import texts_are_open_to
from portal.translations.errors import TranslationRefused
from portal.translations.pages import source_of
from portal.translations.permissions import user_can_translate
from portal.translations.services import (
    accept_suggestions,
    publish_translation,
    save_draft,
    submit_translation,
)


def translation_screen(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What stands in place of Wagtail's editor; None for a page that no translation fills."""
    if page.alias_of_id and page.alias_of.locale_id != page.locale_id:
        return untranslated_screen(request, page)
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )
    if translation is None:
        return None
    if request.method == "POST":
        return act(request, translation, page)
    return edit_translation(request, translation, page)


def untranslated_screen(request: HttpRequest, page: Page) -> HttpResponse:
    """Nobody has begun to translate `page`; it shows the source's texts."""
    source = source_of(page)
    context = {
        "page": page,
        "page_for_status": page,
        "source": source,
        "may_begin": user_can_translate(request.user, page) and source.first_published_at is not None,
        "may_see_source": source.permissions_for_user(request.user).can_edit(),
    }
    return render(request, "translations/admin/untranslated.html", context)


def act(request: HttpRequest, translation: Translation, page: Page) -> HttpResponse:
    action = ACTIONS.get(request.POST.get("translation-action", ""))
    if action is None or (not texts_are_open_to(request.user, page) and action is not withdraw):
        raise PermissionDenied
    try:
        messages.success(request, action(translation, page, request.user))
    except TranslationRefused as error:
        messages.error(request, reason_of(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def save(translation: Translation, page: Page, user: Any) -> str:
    save_draft(translation=translation, user=user)
    return _("The draft is saved.")


def submit(translation: Translation, page: Page, user: Any) -> str:
    if submit_translation(translation=translation, user=user) is None:
        return _("The translation is public.")
    return _("The translation waits for approval.")


def publish(translation: Translation, page: Page, user: Any) -> str:
    publish_translation(translation=translation, user=user)
    return _("The translation is public.")


def accept(translation: Translation, page: Page, user: Any) -> str:
    number = accept_suggestions(translation=translation, user=user)
    return ngettext(
        "%(number)s text is no longer marked.", "%(number)s texts are no longer marked.", number
    ) % {"number": number}


def withdraw(translation: Translation, page: Page, user: Any) -> str:
    state = page.current_workflow_state
    if state is None or not state.user_can_cancel(user):
        raise PermissionDenied
    state.cancel(user=user)
    return _("The translation no longer waits for approval.")


ACTIONS: dict[str, Callable[[Translation, Page, Any], str]] = {
    "save": save,
    "submit": submit,
    "publish": publish,
    "accept": accept,
    "withdraw": withdraw,
}
