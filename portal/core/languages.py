"""The languages of the city: those with a catalogue of messages (see docs/languages.md)."""

from __future__ import annotations

from django.conf import settings


def language_choices() -> list[tuple[str, str]]:
    """(code, name in its own language). Named by models, so that a new language changes no table."""
    return list(settings.LANGUAGES)
