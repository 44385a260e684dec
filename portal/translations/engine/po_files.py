from __future__ import annotations

import re

import polib
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.translations.errors import BrokenPo

# Names the page and the language that the file belongs to.
HEADER = "X-WagtailLocalize-TranslationID"
LINE = re.compile(r"line (\d+)")
# A keyword, or the continuation of the line before, and a text in quotes that end where the line ends.
WRITTEN = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*"')
NOT_WRITTEN_SO = gettext_lazy("This line is not as PO files are written.")


def read_po(content: bytes, uuid: str) -> polib.POFile:
    """The entries of the file that belongs to the translation `uuid`. BrokenPo."""
    text = _decoded(content)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#") and not WRITTEN.fullmatch(line.strip()):
            raise BrokenPo(number, str(NOT_WRITTEN_SO))
    try:
        # polib takes what is the name of a file for that file; no name ends in an empty line.
        file = polib.pofile(text.rstrip() + "\n\n")
    except (OSError, IndexError, ValueError) as error:
        raise BrokenPo(_line_in(error), str(NOT_WRITTEN_SO)) from error
    _check_for_repetition(file)
    owner = file.metadata.get(HEADER, "")
    if not owner:
        raise BrokenPo(
            1, _("The header is missing that names the page. Work on a file that was downloaded here.")
        )
    if owner != uuid:
        raise BrokenPo(_line_of(text, owner), _("The file belongs to another page or another language."))
    return file


def _check_for_repetition(file: polib.POFile) -> None:
    # polib would compare every entry with every other one.
    seen = set()
    for entry in file:
        if entry.obsolete:
            continue
        key = entry.msgctxt, entry.msgid
        if key in seen:
            raise BrokenPo(entry.linenum, _("The same text stands twice in the file."))
        seen.add(key)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BrokenPo(line, _("The file is not in UTF-8. Save it with this encoding.")) from error


def _line_in(error: Exception) -> int:
    found = LINE.search(str(error))
    return int(found[1]) if found else 1


def _line_of(text: str, part: str) -> int:
    return text[: text.find(part)].count("\n") + 1
