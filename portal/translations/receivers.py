"""Keeps the languages of a page together, whoever publishes, moves, hides or deletes it, and however."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import (
    copy_for_translation_done,
    page_published,
    page_unpublished,
    post_page_move,
    pre_page_move,
)

from portal.translations.pages import is_source, source_of
from portal.translations.services.following import note_publication, refresh_source
from portal.translations.services.moving import check_move, follow_move
from portal.translations.services.privacy import follow_privacy
from portal.translations.services.taking_down import delete_languages, unpublish_languages


@receiver(page_published)
def follow_publication(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if kwargs.get("alias") or instance.alias_of_id is not None:
        return
    if is_source(instance):
        refresh_source(page=instance)
    else:
        revision = kwargs.get("revision")
        note_publication(page=instance, revision_id=revision.pk if revision else None)


@receiver(page_unpublished)
def take_languages_down(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if is_source(instance):
        unpublish_languages(source=instance)


@receiver(pre_save)
def keep_alias_behind_its_source(sender: type, instance: Any, **kwargs: Any) -> None:
    # What is approved for later brings its aliases up to date at once; they wait for the day as well.
    if isinstance(instance, Page) and instance.alias_of_id is not None and instance.live:
        instance.live = Page.objects.filter(pk=instance.alias_of_id, live=True).exists()


@receiver(pre_page_move)
def check_all_languages_can_move(
    sender: type[Page], instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        check_move(page=instance, destination=parent_page_after)


@receiver(post_page_move)
def move_languages(
    sender: type[Page], instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    if parent_page_before.pk != parent_page_after.pk and is_source(instance):
        follow_move(page=instance, destination=parent_page_after)


@receiver(pre_delete, sender=Page)
def delete_all_languages(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if is_source(instance):
        delete_languages(source=instance)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def share_privacy(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and is_source(page):
        follow_privacy(source=page)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def share_groups(
    sender: type, instance: PageViewRestriction, action: str, reverse: bool, **kwargs: Any
) -> None:
    if action.startswith("post_") and not reverse:
        share_privacy(PageViewRestriction, instance)


@receiver(copy_for_translation_done)
def give_new_language_the_privacy(sender: type, source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    if isinstance(source_obj, Page):
        follow_privacy(source=source_of(source_obj))
