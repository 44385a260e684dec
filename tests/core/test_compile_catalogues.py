from __future__ import annotations

import gettext
import os

from django.core.management import call_command

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Parks"
msgstr "{}"

#, fuzzy
msgid "Streets"
msgstr "Perhaps"
"""


def test_catalogues_are_compiled_without_gettext_and_again_only_after_a_change(tmp_path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source, target = folder / "django.po", folder / "django.mo"
    source.write_text(CATALOGUE.format("Parques"), encoding="utf-8")
    call_command("compile_catalogues")
    with target.open("rb") as file:
        messages = gettext.GNUTranslations(file)
    assert messages.gettext("Parks") == "Parques"
    assert messages.gettext("Streets") == "Streets", "an unsure translation is not used"

    first = target.stat().st_mtime_ns
    os.utime(source, (1, 1))
    call_command("compile_catalogues")
    assert target.stat().st_mtime_ns == first

    source.write_text(CATALOGUE.format("Jardines"), encoding="utf-8")
    os.utime(target, (1, 1))
    call_command("compile_catalogues")
    with target.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Parks") == "Jardines"
