from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, Translation

from portal.translations.engine.assembly import assemble
from portal.translations.engine.texts import current_fingerprint
from portal.translations.engine.words import MACHINE, is_translated
from portal.translations.errors import Incomplete, NotReviewed
from portal.translations.models import DraftedTranslation

if TYPE_CHECKING:
    from portal.accounts.models import User


def draft(
    translation: Translation, target: Page, segments: list[StringSegment], user: User | None
) -> Revision:
    """The draft of the specific `target` from `segments`, which know of which texts it is a translation."""
    page = assemble(translation, target, segments)
    revision = page.save_revision(user=user, log_action=True, clean=False)
    DraftedTranslation.objects.create(revision=revision, source_fingerprint=current_fingerprint(target))
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
