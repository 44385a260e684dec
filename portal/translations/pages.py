"""A page in all its languages: which one is the source, and which ones follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Page

from portal.core.models import StandIn
from portal.translations.errors import MayNotTranslate, PageLocked
from portal.translations.permissions import user_can_translate

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from portal.accounts.models import User


def own_pages() -> QuerySet[Page]:
    """The pages that say something of their own, or will: neither aliases nor stand-ins."""
    return Page.objects.filter(alias_of=None, stand_in=None)


def source_of(page: Page) -> Page:
    """The page that the others of its set translate: the oldest that is no alias and no stand-in. One query."""
    return own_pages().filter(translation_key=page.translation_key).order_by("pk").first() or page


def is_source(page: Page) -> bool:
    return page.alias_of_id is None and source_of(page).pk == page.pk


def other_languages(source: Page) -> QuerySet[Page]:
    """The pages of the set besides `source`: translations, stand-ins and aliases."""
    return Page.objects.filter(translation_key=source.translation_key).exclude(pk=source.pk)


def stand_ins_for(source: Page) -> QuerySet[Page]:
    return Page.objects.filter(pk__in=StandIn.objects.filter(source=source).values("page"))


def locked_languages(source: Page, user: User) -> list[Page]:
    """The other languages of `source`, if it is one, that another person than `user` has locked."""
    if not is_source(source):
        return []
    locked = other_languages(source).filter(locked=True).exclude(locked_by=user.pk)
    return list(locked.select_related("locale"))


def check_may_write(page: Page, user: User | None) -> None:
    """MayNotTranslate, PageLocked. The portal itself, which is no user, may."""
    if user is None:
        return
    if not user_can_translate(user, page):
        raise MayNotTranslate
    if is_locked_for(page, user):
        raise PageLocked


def is_locked_for(page: Page, user: User) -> bool:
    lock = page.get_lock()
    return bool(lock and lock.for_user(user))
