from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from portal.translations.engine.words import (
    MACHINE,
    MANUAL,
    is_translated,
    is_usable,
    string_segments,
    write_words,
)
from portal.translations.machine import translate_strings, translator_name
from portal.translations.pages import check_may_write

if TYPE_CHECKING:
    from portal.accounts.models import User


def suggest_translations(*, translation: Translation, user: User | None) -> int:
    """Fill what is empty by the machine translator; how many texts. A person must accept each of them.

    NoMachineTranslator, MachineTranslatorFailed, MayNotTranslate, PageLocked.
    """
    check_may_write(translation.get_target_instance(), user)
    empty = [segment for segment in string_segments(translation) if not is_translated(segment)]
    # It may take long: the database does not wait for it.
    answers = translate_strings(
        {segment.string.data for segment in empty}, translation.source.locale, translation.target_locale
    )
    found = [(segment, answers.get(segment.string.data, "")) for segment in empty]
    usable = [(segment, text) for segment, text in found if text and is_usable(segment.string.data, text)]
    with transaction.atomic():
        return write_words(translation, usable, user=user, kind=MACHINE, tool=translator_name())


@transaction.atomic
def accept_suggestions(
    *, translation: Translation, user: User, segments: Collection[int] | None = None
) -> int:
    """`user` has read the machine's texts and takes them, all or those of `segments` (ids); how many.

    MayNotTranslate, PageLocked.
    """
    check_may_write(translation.get_target_instance(), user)
    suggested = [
        segment.words.pk
        for segment in string_segments(translation)
        if is_translated(segment)
        and segment.words.translation_type == MACHINE
        and (segments is None or segment.pk in segments)
    ]
    return StringTranslation.objects.filter(pk__in=suggested).update(
        translation_type=MANUAL, last_translated_by=user, updated_at=timezone.now()
    )
