"""Moving a page moves it in every language, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.translations.errors import MoveRefused
from portal.translations.pages import is_source, locked_languages, other_languages, source_of

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def move_with_translations(
    *, page: Page, destination: Page, user: User | None, pos: str = "last-child"
) -> None:
    """Move the source `page` to `destination`, and its other languages to the translations of `destination`.

    MoveRefused; MovePagePermissionError as in Wagtail.
    """
    check_move(page=page, destination=destination, user=user)
    page.move(destination, pos=pos, user=user)


def check_move(*, page: Page, destination: Page, user: User | None = None) -> None:
    """MoveRefused where a language cannot go along, or `page` is a translation that would leave its source behind."""
    if not is_source(page):
        _check_follower(page, destination)
        return
    for locked in locked_languages(page, user) if user is not None else []:
        raise MoveRefused(
            _("“%(title)s” does not move: somebody has locked it in %(language)s.")
            % {"title": page.title, "language": locked.locale.get_display_name()}
        )
    present = {parent.locale_id: parent for parent in destination.get_translations()}
    for each in other_languages(page).select_related("locale"):
        parent = present.get(each.locale_id)
        name = each.locale.get_display_name()
        if parent is None:
            raise MoveRefused(
                _("“%(title)s” does not move: its new place does not exist in %(language)s.")
                % {"title": page.title, "language": name}
            )
        if not Page._slug_is_available(each.slug, parent, page=each):
            raise MoveRefused(
                _("“%(title)s” does not move: in %(language)s its new place has a page with this address.")
                % {"title": page.title, "language": name}
            )


def _check_follower(page: Page, destination: Page) -> None:
    parent, above = page.get_parent(), source_of(page).get_parent()
    if destination.pk != parent.pk and destination.translation_key != above.translation_key:
        raise MoveRefused(
            _("“%(title)s” is a translation. Move the original, and all its languages move with it.")
            % {"title": page.title}
        )


@transaction.atomic
def follow_move(*, page: Page, destination: Page) -> None:
    """The source `page` lies below `destination` now: bring its languages below the translations of it."""
    parents = {parent.locale_id: parent for parent in destination.get_translations()}
    for each in other_languages(page):
        parent = parents.get(each.locale_id)
        if parent is not None and each.get_parent().pk != parent.pk:
            each.move(parent, pos="last-child")
