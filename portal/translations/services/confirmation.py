from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.core.models import StandIn
from portal.translations.errors import NotPublished
from portal.translations.models import PublishedTranslation, SourceText
from portal.translations.pages import check_may_write
from portal.translations.services.adoption import adopt
from portal.translations.signals import translation_confirmed

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def confirm_up_to_date(*, page: Page, user: User) -> None:
    """`user` says that the published translation `page` still fits what its source says now.

    Its words become the translation of the texts that changed. NotPublished, MayNotTranslate, PageLocked.
    """
    if not page.live or page.alias_of_id is not None or StandIn.objects.filter(page=page).exists():
        raise NotPublished
    check_may_write(page, user)
    text = SourceText.objects.filter(key=page.translation_key).first()
    PublishedTranslation.objects.update_or_create(
        page_id=page.pk,
        defaults={"source_fingerprint": text.fingerprint if text else ""},
        create_defaults={
            "source_fingerprint": text.fingerprint if text else "",
            "published_at": page.last_published_at or timezone.now(),
        },
    )
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is not None:
        adopt(translation=translation, words_of=page.specific, user=user)
    log(instance=page, action="translations.confirm", user=user)
    specific = page.specific
    translation_confirmed.send(sender=type(specific), page=specific)
