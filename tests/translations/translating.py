"""What translators and editors do, by the services that their screens call."""

from __future__ import annotations

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation

from portal.translations.engine.words import is_translated, string_segments, write_words
from portal.translations.services import begin_translation, publish_translation


def locale(language):
    return Locale.objects.get(language_code=language)


def begin(page, language="es", user=None):
    return begin_translation(page=Page.objects.get(pk=page.pk), locale=locale(language), user=user)


def fill(translation, words=None, user=None):
    """Translate what is open: by `words` (source text → translation), else the text after the language's code."""
    code = translation.target_locale.language_code
    open_texts = [segment for segment in string_segments(translation) if not is_translated(segment)]
    texts = [(each, (words or {}).get(each.string.data, f"{code} {each.string.data}")) for each in open_texts]
    return write_words(translation, texts, user=user)


def publish(page, language="es", words=None):
    """`page` translated from beginning to end."""
    translation = begin(page, language)
    fill(translation, words)
    publish_translation(translation=translation, user=None)
    return translation


def target(page, language="es"):
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=language).specific


def edit(page, **values):
    """An editor changes the source and publishes it."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def words_of(translation):
    return dict(
        StringTranslation.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id
        ).values_list("translation_of__data", "data")
    )
