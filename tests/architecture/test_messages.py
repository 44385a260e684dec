"""Every message of ours stands complete in every shipped language."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from portal.core.catalogues import number_of_plurals, plural_rule

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(path.name for path in (ROOT / "portal" / "locale").iterdir() if path.is_dir())
LEFT_OUT = shutil.ignore_patterns(".*", "var", "__pycache__", "*.mo", "node_modules", "docs")
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[#0+-]*[\d.]*[sdifr%]|\{\w*\}")
TAG = re.compile(r"</?[a-z][^<>]*>|&#?\w+;", re.IGNORECASE)
MAKE = ["make", "--silent", "messages", f"VENV={sys.prefix}"]


def catalogue(root: Path, language: str) -> Path:
    return root / "portal" / "locale" / language / "LC_MESSAGES" / "django.po"


def collect_messages(root: Path) -> None:
    """Bring the catalogues below `root` up to date with its sources, as `make messages` does."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test", "PYTHONPATH": str(root)}
    subprocess.run(MAKE, cwd=root, env=environment, check=True, capture_output=True)


def flaws(catalogue: Path) -> list[str]:
    """What is missing or wrong in an up-to-date catalogue, one line each."""
    found = []
    file = polib.pofile(str(catalogue))
    plurals = int(re.search(r"nplurals\s*=\s*(\d+)", file.metadata.get("Plural-Forms", "nplurals=0"))[1])
    for entry in file:
        if entry.obsolete:
            found.append(f"obsolete: {entry.msgid!r}")
        elif entry.fuzzy:
            found.append(f"unsure: {entry.msgid!r}")
        elif entry.msgid_plural:
            found += plural_flaws(entry, plurals)
        elif not entry.msgstr:
            found.append(f"missing: {entry.msgid!r}")
        elif placeholders(entry.msgid) != placeholders(entry.msgstr):
            found.append(f"other placeholders: {entry.msgid!r}")
        else:
            found += shape_flaws(entry.msgid, entry.msgstr)
    return found


def plural_flaws(entry: polib.POEntry, plurals: int) -> list[str]:
    texts = entry.msgstr_plural
    if sorted(texts) != list(range(plurals)) or not all(texts.values()):
        return [f"plural forms missing: {entry.msgid!r}"]
    # A form for exactly one or two may say the number in words.
    allowed = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
    most = placeholders(texts[plurals - 1])
    if most != allowed or any(not placeholders(text) <= allowed for text in texts.values()):
        return [f"other placeholders: {entry.msgid!r}"]
    shapes = [flaw for text in texts.values() for flaw in shape_flaws(entry.msgid_plural, text)]
    return sorted(set(shapes))


def shape_flaws(source: str, text: str) -> list[str]:
    """Markup and the spaces and line ends at both ends must be those of the source."""
    found = []
    if sorted(TAG.findall(source)) != sorted(TAG.findall(text)) or text.count("<") != source.count("<"):
        found.append(f"other markup: {source!r}")
    if edges(source) != edges(text):
        found.append(f"other spaces at an end: {source!r}")
    return found


def edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def placeholders(text: str) -> set[str]:
    """As they stand in the text: of both ways to fill in values; "%%" counts, as does a sign that would break one."""
    return set(PLACEHOLDER.findall(text))


def plural_count(language: str) -> int:
    """How many forms Django itself uses for the language."""
    return number_of_plurals(plural_rule(language))


@pytest.fixture(scope="module")
def up_to_date(tmp_path_factory) -> Path:
    """A copy of the project whose catalogues hold every message of its sources."""
    if not shutil.which("xgettext"):
        reason = "no xgettext: messages were NOT checked (on Debian: apt-get install gettext)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    root = tmp_path_factory.mktemp("messages") / "portal"
    shutil.copytree(ROOT, root, ignore=LEFT_OUT)
    for language in LANGUAGES:
        catalogue(root, language).parent.mkdir(parents=True, exist_ok=True)
    collect_messages(root)
    return root


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(up_to_date, language):
    found = flaws(catalogue(up_to_date, language))
    assert not found, f"{len(found)} in {language}:\n" + "\n".join(found[:200])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_kept_that_nobody_uses(up_to_date, language):
    assert catalogue(ROOT, language).exists(), "run `make messages`, then translate"
    wanted = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(catalogue(up_to_date, language)))}
    kept = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(catalogue(ROOT, language)))}
    assert not kept - wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_forms_are_those_of_the_language(language):
    rule = polib.pofile(str(catalogue(ROOT, language))).metadata["Plural-Forms"]
    assert number_of_plurals(rule) == plural_count(language)
    assert number_of_plurals(rule) == {"ar": 6, "es": 3}.get(language, number_of_plurals(rule))


def test_no_script_has_messages_that_nobody_collects():
    """Texts in scripts come from the page; a call of gettext in one would stay untranslated."""
    scripts = [
        path
        for folder in ("static", "portal", "home", "surveys", "news")
        for path in (ROOT / folder).rglob("*.js")
    ]
    calling = [path for path in scripts if re.search(r"\bn?gettext\(", path.read_text(encoding="utf-8"))]
    assert scripts
    assert not calling


@pytest.mark.parametrize("package", ["wagtail", "wagtail_localize", "allauth", "django"])
def test_gaps_of_the_packages_we_use_are_listed(package, capsys):
    sources = english_catalogues(package)
    total = sum(len(messages) for messages in sources.values())
    assert total, f"{package} has no catalogues where they are looked for"
    for language in LANGUAGES:
        missing = sum(len(messages - translated(path, language)) for path, messages in sources.items())
        assert missing < total or language not in ("es", "ar")
        with capsys.disabled():
            print(f"\n{package} in {language}: {missing} of {total} messages missing", end="")


def english_catalogues(package: str) -> dict[Path, set[str]]:
    """All messages of a package, by the catalogue that lists them."""
    folder = Path(importlib.util.find_spec(package).origin).parent
    return {
        path: {entry.msgid for entry in polib.pofile(str(path))}
        for path in sorted(folder.rglob("locale/en/LC_MESSAGES/*.po"))
    }


def translated(english: Path, language: str) -> set[str]:
    path = english.parents[2] / language / "LC_MESSAGES" / english.name
    return {entry.msgid for entry in polib.pofile(str(path)).translated_entries()} if path.exists() else set()


def test_a_new_message_in_the_sources_is_found_missing(up_to_date):
    source = up_to_date / "home" / "planted.py"
    source.write_text('from django.utils.translation import gettext as _\n_("A planted message")\n')
    try:
        collect_messages(up_to_date)
        assert "missing: 'A planted message'" in flaws(catalogue(up_to_date, "es"))
    finally:
        source.unlink()


HEADER = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@pytest.mark.parametrize(
    ("entry", "flaw"),
    [
        pytest.param('msgid "Parks"\nmsgstr ""', "missing", id="untranslated"),
        pytest.param('#, fuzzy\nmsgid "Parks"\nmsgstr "Parques"', "unsure", id="fuzzy"),
        pytest.param('#~ msgid "Parks"\n#~ msgstr "Parques"', "obsolete", id="obsolete"),
        pytest.param('msgid "%(n)s parks"\nmsgstr "%(m)s parques"', "other placeholders", id="placeholder"),
        pytest.param(
            'msgid "%(n)s park"\nmsgid_plural "%(n)s parks"\nmsgstr[0] "%(n)s parque"\nmsgstr[1] ""',
            "plural forms missing",
            id="a_plural_form_is_empty",
        ),
        pytest.param(
            'msgid "%(n)s park"\nmsgid_plural "%(n)s parks"\nmsgstr[0] "un parque"\nmsgstr[1] "parques"',
            "other placeholders",
            id="a_plural_without_its_number",
        ),
        pytest.param(
            'msgid "{n} parks"\nmsgstr "{m} parques"', "other placeholders", id="placeholder_in_braces"
        ),
        pytest.param(
            'msgid "%(n)s parks"\nmsgstr "%(n) parques"', "other placeholders", id="placeholder_without_its_s"
        ),
        pytest.param('msgid "100%% green"\nmsgstr "100 verde"', "other placeholders", id="per_cent"),
        pytest.param('msgid "<b>Parks</b>"\nmsgstr "<b>Parques"', "other markup", id="tag_not_closed"),
        pytest.param('msgid "Parks"\nmsgstr "Parques <"', "other markup", id="tag_begun"),
        pytest.param('msgid "A &amp; B"\nmsgstr "A & B"', "other markup", id="entity"),
        pytest.param('msgid "Parks "\nmsgstr "Parques"', "other spaces at an end", id="space_lost"),
        pytest.param('msgid "Parks"\nmsgstr "Parques\\n"', "other spaces at an end", id="line_end_added"),
        pytest.param(
            'msgid "%(n)s park"\nmsgid_plural "%(n)s parks"\nmsgstr[0] "%(n)s parque"\nmsgstr[1] " %(n)s parques"',
            "other spaces at an end",
            id="space_in_a_plural",
        ),
    ],
)
def test_a_planted_flaw_of_a_catalogue_is_found(tmp_path, entry, flaw):
    path = tmp_path / "django.po"
    path.write_text(HEADER + entry + "\n", encoding="utf-8")
    assert [text.partition(":")[0] for text in flaws(path)] == [flaw]


def test_a_sound_catalogue_has_no_flaw(tmp_path):
    path = tmp_path / "django.po"
    entry = (
        'msgid "%(n)s park"\nmsgid_plural "%(n)s parks"\nmsgstr[0] "un parque"\nmsgstr[1] "%(n)s parques"\n'
    )
    path.write_text(HEADER + entry, encoding="utf-8")
    assert flaws(path) == []
