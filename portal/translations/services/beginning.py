from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from portal.core.models import StandIn
from portal.translations.engine.segments import segments_of, store_source
from portal.translations.engine.texts import note_text
from portal.translations.errors import NeverPublished, NotTheSource
from portal.translations.pages import check_may_write, is_source, stand_ins_for
from portal.translations.services.adoption import adopt

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def begin_translation(*, page: Page, locale: Locale, user: User | None) -> Translation:
    """Open `page`, the source of its set, for translation into `locale`. What residents see does not change.

    The alias there becomes a stand-in; a translation made by hand, or prepared in a draft, gives its texts to those
    at the same places. Beginning twice is beginning once. NotTheSource, NeverPublished, MayNotTranslate, PageLocked.
    """
    if locale.pk == page.locale_id or not is_source(page):
        raise NotTheSource
    if not (page.live or page.first_published_at or page.approved_schedule):
        raise NeverPublished
    target = _target(page, locale)
    check_may_write(target, user)
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id
    ).first()
    if source is None:
        specific = page.specific
        segments = segments_of(specific)
        note_text(specific, segments)
        source = store_source(specific, segments)
    translation, created = Translation.objects.get_or_create(source=source, target_locale=locale)
    if not translation.enabled:
        translation.enabled = True
        translation.save(update_fields=["enabled"])
    if target.alias_of_id is not None:
        _let_stand_in(target, page, user)
    elif created:
        adopt(translation=translation, words_of=target.specific.get_latest_revision_as_object(), user=user)
    return translation


@transaction.atomic
def prepare_translation(*, page: Page, locale: Locale, user: User | None) -> Page:
    """The specific page of `page`, a source that nobody has published yet, in `locale`: a stand-in that takes drafts.

    `begin_prepared` makes a translation of its latest draft once the source is published. NotTheSource,
    MayNotTranslate, PageLocked.
    """
    if locale.pk == page.locale_id or not is_source(page):
        raise NotTheSource
    target = _target(page, locale)
    check_may_write(target, user)
    if target.alias_of_id is not None:
        _let_stand_in(target, page, user)
    return Page.objects.get(pk=target.pk).specific


def begin_prepared(*, page: Page) -> None:
    """Begin the translations of `page`, a source that was published, whose words were prepared in drafts."""
    for target in stand_ins_for(page).exclude(latest_revision=None).select_related("locale"):
        begun = Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=target.locale_id
        )
        if not begun.exists():
            begin_translation(page=page, locale=target.locale, user=None)


def _target(page: Page, locale: Locale) -> Page:
    target = page.get_translation_or_none(locale)
    if target is None:
        target = page.specific.copy_for_translation(locale, copy_parents=True, alias=True)
    return Page.objects.get(pk=target.pk)


def _let_stand_in(target: Page, source: Page, user: User | None) -> None:
    Page.objects.filter(pk=target.pk).update(alias_of=None)
    StandIn.objects.get_or_create(page=target, defaults={"source": source})
    title = target.specific_deferred.get_admin_display_title()
    log(
        instance=target,
        action="wagtail.convert_alias",
        user=user,
        data={"page": {"id": target.pk, "title": title}},
    )
