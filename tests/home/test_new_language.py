"""French is added: one command, one file, and everything is there before a word is translated."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization

from home.services import provision_languages
from portal.core.models import Topic
from portal.settings.languages import languages_in
from tests.factories import make_article, make_topic

WITH_FRENCH = [*settings.LANGUAGES, ("fr", "Français")]
FOLDER = Path(settings.LOCALE_PATHS[0])


@pytest.fixture
def french(settings):
    """As the settings are after `make language CODE=fr` and a restart."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = WITH_FRENCH


@pytest.fixture
def catalogues(tmp_path, settings):
    """A folder of catalogues that may be written to."""
    folder = tmp_path / "locale"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.mo"))
    settings.LOCALE_PATHS = [folder]
    return folder


def test_the_city_speaks_english_and_every_language_that_has_a_catalogue():
    folders = {
        path.parent.parent.name.lower().replace("_", "-") for path in FOLDER.glob("*/LC_MESSAGES/django.po")
    }
    assert {code for code, _name in settings.LANGUAGES} == {"en"} | folders
    assert settings.LANGUAGES[:3] == [("en", "English"), ("es", "Español"), ("ar", "العربية")]


@pytest.mark.parametrize(
    ("code", "name", "plurals"),
    [("fr", "Français", 2), ("ur", "اردو", 2), ("pl", "Polski", 4), ("pt-br", "Português Brasileiro", 2)],
)
def test_one_command_writes_the_one_file_to_translate(catalogues, code, name, plurals):
    call_command("add_language", code)
    assert (code, name) in languages_in(catalogues)
    written = polib.pofile(str(catalogues / translation.to_locale(code) / "LC_MESSAGES" / "django.po"))
    spanish = polib.pofile(str(catalogues / "es" / "LC_MESSAGES" / "django.po"))
    assert [entry.msgid for entry in written] == [entry.msgid for entry in spanish]
    assert written.translated_entries() == []
    assert {len(entry.msgstr_plural) for entry in written if entry.msgid_plural} <= {plurals, plurals + 1}


@pytest.mark.parametrize("code", ["xx", "es", "../es", "zh-cn"])
def test_a_language_that_is_there_or_unknown_is_refused_and_nothing_changes(catalogues, code):
    before = sorted(catalogues.rglob("*"))
    with pytest.raises(CommandError):
        call_command("add_language", code)
    assert sorted(catalogues.rglob("*")) == before


def test_a_folder_that_names_no_language_is_told(catalogues):
    shutil.copytree(catalogues / "es", catalogues / "xx")
    with pytest.raises(ImproperlyConfigured, match="'xx'"):
        languages_in(catalogues)


def test_no_table_changes_for_a_new_language(catalogues):
    """In a process of its own, because the settings are read once."""
    call_command("add_language", "fr")
    program = (
        "import portal.settings.test as t, portal.settings.languages as l\n"
        f"t.LANGUAGES = t.WAGTAIL_CONTENT_LANGUAGES = l.languages_in(__import__('pathlib').Path({str(catalogues)!r}))\n"
        "import django; django.setup()\n"
        "from django.conf import settings; assert ('fr', 'Français') in settings.LANGUAGES\n"
        "from django.core.management import call_command\n"
        "call_command('makemigrations', check=True, dry_run=True)\n"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=settings.PROJECT,
        env=environment,
        capture_output=True,
        timeout=120,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_page_exists_in_the_new_language_and_says_that_it_is_not_translated(client, parks, french):
    article = make_article(parks, "Trees", slug="trees")
    assert [locale.language_code for locale in provision_languages()] == ["fr"]
    in_english = Page.objects.filter(locale__language_code="en", depth__gt=1)
    in_french = Page.objects.filter(locale__language_code="fr")
    assert in_french.count() == in_english.count() > 4
    assert not in_french.filter(alias_of=None).exists()
    response = client.get("/fr/departments/parks/trees/")
    assert response.status_code == 200
    page = response.content.decode()
    assert '<html lang="fr"' in page
    assert re.search(r'<main[^>]* lang="en" dir="ltr"', page)
    assert article.title in page
    assert "This page is not yet translated. You are reading it in" in page


@pytest.mark.parametrize(
    "address", ["/fr/", "/fr/news/", "/fr/departments/", "/fr/your-say/", "/fr/search/?q=trees"]
)
def test_the_lists_of_the_new_language_answer(client, parks, french, address):
    make_article(parks, "Trees", slug="trees", topics=[make_topic("water", en="Water", es="Agua")])
    provision_languages()
    response = client.get(address)
    assert response.status_code == 200
    assert "Français" in response.content.decode()


def test_names_without_a_translation_are_shown_in_the_default_language(city, french):
    make_topic("water", en="Water", es="Agua")
    with translation.override("fr"):
        assert str(Topic.objects.get(code="water")) == "Water"


def test_each_department_gets_translators_for_it(parks, roads, french):
    provision_languages()
    for department in (parks, roads):
        group = department.groups.get(role="translator", language="fr").group
        pages = {row.page.locale.language_code for row in group.page_permissions.all()}
        assert pages == {"fr"}


def test_what_is_written_afterwards_is_in_the_new_language_too(city, french):
    provision_languages()
    assert LocaleSynchronization.objects.get(locale__language_code="fr").sync_from.language_code == "en"


def test_doing_it_twice_changes_nothing(parks, french):
    provision_languages()
    before = Page.objects.count()
    assert provision_languages() == []
    assert Page.objects.count() == before


def test_before_the_city_is_founded_there_is_nothing_to_do(db, french):
    assert provision_languages() == []
    assert not Locale.objects.filter(language_code="fr").exists()
