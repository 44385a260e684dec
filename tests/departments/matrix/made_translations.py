from __future__ import annotations

from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, StringSegment, StringTranslation, TranslationSource

from portal.translations.services import begin_translation, save_draft


def make_translations(own):
    """The translation of the public page into Spanish, with words that nobody has approved."""
    page, translator = Page.objects.get(pk=own.live.pk), own.staff["translator"]
    own.translation = begin_translation(page=page, locale=own.translated.locale, user=translator)
    own.source = TranslationSource.objects.get(pk=own.translation.source_id)
    own.string = StringSegment.objects.filter(source=own.source).order_by("order").first()
    own.override = OverridableSegment.objects.filter(source=own.source).first()
    own.string_translation, _created = StringTranslation.objects.update_or_create(
        translation_of=own.string.string,
        locale=own.translated.locale,
        context=own.string.context,
        defaults={"data": own.word("string"), "last_translated_by": translator},
    )
    save_draft(translation=own.translation, user=translator)
