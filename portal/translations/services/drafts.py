from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, Translation

from portal.translations.errors import Incomplete, NotReviewed
from portal.translations.models import DraftedTranslation, SourceText
from portal.translations.pages import check_may_write
from portal.translations.services.assembly import assemble
from portal.translations.services.words import MACHINE, is_translated, string_segments

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def save_draft(*, translation: Translation, user: User | None) -> Revision:
    """Keep the texts as a draft of the page in their language. What residents see does not change.

    MayNotTranslate, PageLocked.
    """
    target = translation.get_target_instance().specific
    check_may_write(target, user)
    return draft(translation, target, string_segments(translation), user)


def draft(
    translation: Translation, target: Page, segments: list[StringSegment], user: User | None
) -> Revision:
    """The draft of the specific `target` from `segments`, which know of which texts it is a translation."""
    page = assemble(translation, target, segments)
    revision = page.save_revision(user=user, log_action=True, clean=False)
    text = SourceText.objects.filter(key=translation.source.object_id).first()
    DraftedTranslation.objects.create(revision=revision, source_fingerprint=text.fingerprint if text else "")
    Translation.objects.filter(pk=translation.pk).update(destination_last_updated_at=timezone.now())
    return revision


def check_complete(segments: list[StringSegment]) -> None:
    """Incomplete, NotReviewed."""
    missing = sum(not is_translated(segment) for segment in segments)
    if missing:
        raise Incomplete(missing, len(segments))
    suggested = sum(segment.words.translation_type == MACHINE for segment in segments)
    if suggested:
        raise NotReviewed(suggested)
