"""The message catalogue of a language that the city does not speak yet."""

from __future__ import annotations

from pathlib import Path

import django
import polib
from django.conf.locale import LANG_INFO
from django.utils.translation import to_locale


class UnknownLanguage(Exception):
    """Django has no such language."""


def begin_catalogue(*, code: str, folder: Path) -> Path:
    """Write `folder`/<locale>/LC_MESSAGES/django.po with every message of the other catalogues, untranslated.

    The plural rule is Django's own for the language. UnknownLanguage; FileExistsError, and nothing is changed.
    """
    locale = to_locale(code)
    rule = plural_rule(locale)
    if code not in LANG_INFO or "name" not in LANG_INFO[code] or not rule:
        raise UnknownLanguage(code)
    target = folder / locale / "LC_MESSAGES" / "django.po"
    if target.exists():
        raise FileExistsError(target)
    model = polib.pofile(str(min(folder.glob("*/LC_MESSAGES/django.po"))), wrapwidth=0)
    name = LANG_INFO[code]["name"]
    model.header = f"{name} messages of the portal."
    model.metadata.update({"Language": locale, "Language-Team": name, "Plural-Forms": rule})
    for entry in model:
        entry.msgstr = ""
        entry.msgstr_plural = dict.fromkeys(range(number_of_plurals(rule)), "") if entry.msgid_plural else {}
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    target.parent.mkdir(parents=True)
    model.save(str(target))
    return target


def plural_rule(locale: str) -> str:
    """As Django's own catalogue of the locale has it, on one line; empty when there is none."""
    own = Path(django.__file__).parent / "conf" / "locale" / locale / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(own)).metadata.get("Plural-Forms", "") if own.exists() else ""


def number_of_plurals(rule: str) -> int:
    return int(rule.partition("nplurals=")[2].partition(";")[0])
