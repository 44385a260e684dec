"""Refusing what would tear a page's languages apart, with a message that says what to do instead."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from portal.translations.errors import MoveRefused
from portal.translations.pages import is_source, locked_languages
from portal.translations.queries import unfinished_among
from portal.translations.services.moving import check_move, move_with_translations


def edit_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def move_all_languages(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Move `page` in every language, or say why not. None where Wagtail asks for confirmation or refuses itself."""
    try:
        check_move(page=page, destination=destination, user=request.user)
        allowed = page.permissions_for_user(request.user).can_move_to(destination)
        if request.method != "POST" or not allowed:
            return None
        move_with_translations(page=page, destination=destination, user=request.user)
    except MoveRefused as refusal:
        messages.error(request, refusal.reason)
        return redirect(edit_address(page))
    messages.success(
        request,
        _("“%(title)s” moved, in all its languages.") % {"title": page.get_admin_display_title()},
        buttons=[messages.button(edit_address(page), _("Edit"))],
    )
    return redirect("wagtailadmin_explore", destination.pk)


def refuse_moves(
    request: HttpRequest, pages: Sequence[Page], destination: Page | None, back: str
) -> HttpResponse | None:
    refused = False
    for page in pages if destination is not None else []:
        try:
            check_move(page=page, destination=destination, user=request.user)
        except MoveRefused as refusal:
            messages.error(request, refusal.reason)
            refused = True
    return redirect(back) if refused else None


def refuse_deleting(request: HttpRequest, pages: Sequence[Page], back: str) -> HttpResponse | None:
    refused = False
    for page in pages:
        if not is_source(page):
            message = _(
                "“%(title)s” is one language of a page and is not deleted alone. Unpublish it, or delete the original "
                "with all its languages."
            )
            messages.error(request, message % {"title": page.title})
            refused = True
    return redirect(back) if refused else refuse_while_locked(request, pages, back)


def refuse_while_locked(request: HttpRequest, pages: Sequence[Page], back: str) -> HttpResponse | None:
    """Where somebody else holds a language that would go along."""
    refused = False
    for page in pages:
        for locked in locked_languages(page, request.user):
            message = _("“%(title)s” stays as it is: somebody has locked it in %(language)s.")
            names = {"title": page.title, "language": locked.locale.get_display_name()}
            messages.error(request, message % names)
            refused = True
    return redirect(back) if refused else None


def refuse_unfinished(request: HttpRequest, pages: Sequence[Page], back: str) -> HttpResponse | None:
    """Words of another language never become public as a translation."""
    below = bool(request.POST.get("include_descendants"))
    unfinished = unfinished_among(pages, below=below)
    for page in unfinished:
        message = _("“%(title)s” is not published: not all of its texts are translated and reviewed.")
        messages.error(request, message % {"title": page.draft_title or page.title})
    return redirect(back) if unfinished else None


def refuse_conversion(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An alias in another language becomes a page of its own by being translated."""
    if page.alias_of is None or page.alias_of.locale_id == page.locale_id:
        return None
    messages.error(
        request, _("“%(title)s” shows the original until it is translated.") % {"title": page.title}
    )
    return redirect(edit_address(page))
