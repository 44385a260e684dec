"""Pages in all languages: written where a text exists, stand-ins where it does not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from wagtail.models import Locale, Page

PageT = TypeVar("PageT", bound=Page)
Write = Callable[[PageT, str], None]


def publish(page: Page) -> None:
    page.full_clean()
    page.save_revision().publish()


def add_in_languages(
    parent: Page, page: PageT, languages: Collection[str], write: Write[PageT]
) -> dict[str, PageT]:
    """Add `page` below `parent`, written by `write(page, language)`, and publish it in every language.

    Returns the pages by language code; those of a language that is not in `languages` stand in untranslated.
    """
    source = parent.locale
    page.locale = source
    write(page, source.language_code)
    parent.add_child(instance=page)
    publish(page)
    pages = {source.language_code: page}
    for locale in Locale.objects.exclude(pk=source.pk):
        translated = locale.language_code in languages
        copy = page.copy_for_translation(locale, alias=not translated)
        if translated:
            write(copy, locale.language_code)
            publish(copy)
        pages[locale.language_code] = copy
    return pages


def rewrite_in_languages(page: PageT, write: Write[PageT]) -> None:
    """Write and publish `page` and its translations, turning stand-ins into pages of their own."""
    for each in page.get_translations(inclusive=True).specific():
        each.alias_of = None
        write(each, each.locale.language_code)
        publish(each)
