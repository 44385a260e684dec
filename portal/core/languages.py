"""The languages of the city: those with a catalogue of messages (see docs/languages.md)."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language_info


def language_choices() -> list[tuple[str, str]]:
    """(code, name in its own language). Named by models, so that a new language changes no table."""
    return list(settings.LANGUAGES)


def direction(language: str) -> str:
    """ "rtl" or "ltr"."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
