from __future__ import annotations

import polib
import pytest

from portal.translations.services import BrokenPo, MayNotTranslate, PageLocked, export_po, import_po
from tests.translations.translating import begin, edit, fill, target, words_of


@pytest.fixture
def translation(article):
    return begin(article)


def bring(translation, content, user=None):
    return import_po(translation=translation, content=content, user=user)


def filled(translation, **words):
    """The exported file with translations for the texts that hold the words given."""
    file = polib.pofile(export_po(translation=translation).decode())
    for entry in file:
        for part, text in words.items():
            if part in entry.msgid:
                entry.msgstr = text
    return str(file).encode()


def test_the_file_holds_every_text_at_its_place(translation):
    fill(translation, {"Trees": "Árboles"})
    file = polib.pofile(export_po(translation=translation).decode())
    assert file.metadata["Language"] == "es"
    assert [(entry.msgctxt.split(".")[0], entry.msgid) for entry in file] == [
        ("title", "Trees"),
        ("summary", "A hundred of them."),
        ("body", "We plant in <b>May</b>."),
        ("body", 'Ask <a id="a1">us</a>.'),
    ]
    assert file[0].msgstr == "Árboles"


def test_what_comes_back_is_stored_once(translation, emil):
    content = filled(translation, Trees="Árboles", hundred="Cien.")
    report = bring(translation, content, emil)
    assert (report.stored, report.unchanged, report.empty, report.unknown) == (2, 0, 2, [])
    assert words_of(translation) == {"Trees": "Árboles", "A hundred of them.": "Cien."}
    assert target_title(translation) == "Árboles"
    assert bring(translation, content, emil).unchanged == 2


def target_title(translation):
    return translation.get_target_instance().draft_title


def test_texts_that_the_page_no_longer_has_are_named_by_their_line(translation, article):
    content = filled(translation, Trees="Árboles", hundred="Cien.")
    edit(article, summary="Two hundred of them.")
    report = bring(translation, content)
    assert report.stored == 1
    lines = content.decode().splitlines()
    assert ["hundred" in "".join(lines[line - 1 : line + 3]) for line in report.unknown] == [True]


def test_a_doubtful_text_is_left_for_a_person(translation):
    content = filled(translation, Trees="Árboles").replace(b'msgctxt "title"', b'#, fuzzy\nmsgctxt "title"')
    report = bring(translation, content)
    assert (report.stored, report.empty) == (0, 4)


BROKEN = {
    "not_utf_8": (
        lambda file: file.replace("Árboles".encode(), "Árboles".encode("latin-1")),
        "Árboles",
        "UTF-8",
    ),
    "a_quote_is_missing": (
        lambda file: file.replace('"Árboles"'.encode(), '"Árboles'.encode()),
        "Árboles",
        "PO",
    ),
    "no_header": (
        lambda file: b"\n".join(line for line in file.split(b"\n") if b"TranslationID" not in line),
        None,
        "header",
    ),
    "no_po_file_at_all": (lambda file: b"Dear translator,\nplease find attached", None, "PO"),
    "nothing": (lambda file: b"", None, "header"),
    "the_name_of_a_file": (lambda file: b"/etc/hostname", None, "PO"),
    "a_link_is_lost": (
        lambda file: file.replace(b'msgstr "Ask"', b'msgstr "Pregunte."'),
        'msgctxt "body',
        "lost",
    ),
    "an_invented_link": (
        lambda file: file.replace("Árboles".encode(), b"<a id='a7'>X</a>"),
        'msgctxt "title"',
        "does not have",
    ),
    "a_script": (
        lambda file: file.replace("Árboles".encode(), b"<script>x</script>"),
        'msgctxt "title"',
        "does not have",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line_and_nothing_is_stored(translation, name):
    spoil, where, reason = BROKEN[name]
    content = filled(translation, Trees="Árboles", Ask="Ask", hundred="Cien.").replace(
        b'msgstr "Ask"', b'msgstr "Ask"' if name == "a_link_is_lost" else b'msgstr ""'
    )
    spoilt = spoil(content)
    assert spoilt != content
    with pytest.raises(BrokenPo, match=reason) as refusal:
        bring(translation, spoilt)
    if where:
        found = [
            number
            for number, line in enumerate(spoilt.decode("latin-1").splitlines(), start=1)
            if where in line or where.encode().decode("latin-1") in line
        ]
        assert refusal.value.line in found or name == "not_utf_8"
    assert words_of(translation) == {}


def test_a_file_of_another_language_is_refused(translation, article):
    arabic = filled(begin(article, "ar"), Trees="أشجار")
    with pytest.raises(BrokenPo, match="another page or another language"):
        bring(translation, arabic)


def test_a_file_takes_the_same_rights_as_writing_by_hand(translation, article, emil, cleo, ben):
    content = filled(translation, Trees="Árboles")
    with pytest.raises(MayNotTranslate):
        bring(translation, content, cleo)
    type(article).objects.filter(pk=target(article).pk).update(locked=True, locked_by=ben)
    with pytest.raises(PageLocked):
        bring(translation, content, emil)
