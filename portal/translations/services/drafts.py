from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.models import Revision
from wagtail_localize.models import Translation

from portal.translations.engine.drafting import draft
from portal.translations.engine.words import string_segments
from portal.translations.pages import check_may_write

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
