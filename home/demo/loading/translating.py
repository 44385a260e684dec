"""Translators at work: what is translated stands in their editor, some is begun, some waits for approval."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wagtail.models import Locale, Page

from home.demo.content import shape
from home.demo.loading.office import Office
from home.demo.loading.pages import article_writer, event_writer
from home.demo.loading.trees import Write
from portal.accounts.models import User
from portal.translations.models import SourceText
from portal.translations.queries import own_pages
from portal.translations.services import (
    adopt,
    begin_translation,
    confirm_up_to_date,
    save_draft,
    submit_translation,
)


def take_up_translations(sources: Collection[Page]) -> int:
    """Open every public translation of `sources` for translators, with the words that residents read; how many."""
    # Some were written through another object than the one at hand.
    keys = {source.translation_key: source for source in Page.objects.filter(pk__in=[s.pk for s in sources])}
    pages = own_pages().filter(translation_key__in=keys).exclude(pk__in=[source.pk for source in sources])
    for page in pages.select_related("locale"):
        source = keys[page.translation_key]
        translation = begin_translation(page=source, locale=page.locale, user=None)
        # A time or a number is the same in both, and translated all the same.
        adopt(translation=translation, words_of=page.specific, user=None, equal_too=True)
    for source in keys.values():
        # The city has spoken for half a year, and not since a minute ago.
        SourceText.objects.filter(key=source.translation_key).update(changed_at=source.first_published_at)
    return len(pages)


def confirm_frame(home: Page, user: User) -> None:
    """The front page and the lists, which are written in each language by hand, say the same in all of them."""
    frame = [home.translation_key, *home.get_children().values_list("translation_key", flat=True)]
    for page in own_pages().filter(translation_key__in=frame).exclude(locale=home.locale_id):
        confirm_up_to_date(page=page, user=user)


def begin_translations(content: shape.Content, office: Office) -> None:
    """As far as the desk says. Residents go on reading the English."""
    writers: dict[str, Write[Any]] = {
        f"article:{each.key}": article_writer(office.shelf, each) for each in content.articles
    }
    writers |= {f"event:{each.key}": event_writer(office.shelf, each) for each in content.events}
    for begun in content.desk.translations:
        user = office.staff[begun.by]
        locale = Locale.objects.get(language_code=begun.language)
        translation = begin_translation(page=office.page(begun.page), locale=locale, user=user)
        words_of = translation.get_target_instance().specific
        writers[begun.page](words_of, begun.language)
        words = {"translation": translation, "words_of": words_of, "user": user, "equal_too": True}
        if begun.state == "half":
            adopt(**words, wanted=lambda place: place % 2 == 0)
            save_draft(translation=translation, user=user)
        else:
            adopt(**words)
            submit_translation(translation=translation, user=user)
