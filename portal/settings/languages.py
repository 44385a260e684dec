"""Which languages the city speaks: English, in which the messages are written, and each that has a catalogue."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

SOURCE = "en"
# Arabic is written without them.
VOWEL_SIGNS = re.compile("[\u064b-\u0652]")


def languages_in(folder: Path) -> list[tuple[str, str]]:
    """(code, name in its own language) for each `<locale>/LC_MESSAGES/django.po`; English first, then by name."""
    found = {
        file.parent.parent.name.lower().replace("_", "-") for file in folder.glob("*/LC_MESSAGES/django.po")
    }
    others = sorted((own_name(code), code) for code in found - {SOURCE})
    return [(SOURCE, own_name(SOURCE)), *((code, name) for name, code in others)]


def own_name(code: str) -> str:
    """As in a list of languages: Español, not español. ImproperlyConfigured when Django does not know the code."""
    name = LANG_INFO.get(code, {}).get("name_local")
    if not name:
        raise ImproperlyConfigured(f"{code!r} is not the code of a language that Django knows.")
    return VOWEL_SIGNS.sub("", name[0].upper() + name[1:])
