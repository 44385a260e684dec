"""The languages of the city: those with a catalogue of messages (see docs/languages.md)."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language_info


def language_choices() -> list[tuple[str, str]]:
    """(code, name in its own language). Named by models, so that a new language changes no table."""
    return list(settings.LANGUAGES)


# Where the name of a language begins with a small letter unless it begins the sentence.
SMALL_NAMES = frozenset(
    {
        "bg",
        "ca",
        "cs",
        "da",
        "es",
        "eu",
        "fi",
        "fr",
        "gl",
        "hr",
        "it",
        "nb",
        "pl",
        "pt",
        "ro",
        "ru",
        "sv",
        "uk",
    }
)


def in_sentence(name: str, language: str) -> str:
    """The name of a language as it stands within a sentence of `language`: Spanish writes "inglés"."""
    small = language.partition("-")[0] in SMALL_NAMES
    return name[:1].lower() + name[1:] if small else name


def direction(language: str) -> str:
    """ "rtl" or "ltr"."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
