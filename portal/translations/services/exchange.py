"""Texts go out to other tools as PO files, and come back checked to the line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polib
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from portal.translations.domain.markup import lost_marks
from portal.translations.engine.po_files import HEADER, read_po
from portal.translations.engine.words import is_usable, string_segments, write_words
from portal.translations.errors import BrokenPo
from portal.translations.pages import check_may_write

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True)
class PoReport:
    """What became of a file: texts `stored`, `unchanged` and `empty` (or marked fuzzy), and the lines of `unknown`
    ones, which the page does not have (any more)."""

    stored: int
    unchanged: int
    empty: int
    unknown: list[int] = field(default_factory=list)


def export_po(*, translation: Translation) -> bytes:
    """Every text of the page with its translation so far, UTF-8. A text that stands twice at one place comes once."""
    source, target = translation.source.locale, translation.target_locale
    file = polib.POFile(wrapwidth=200)
    file.metadata = {
        "POT-Creation-Date": timezone.now().strftime("%Y-%m-%d %H:%M%z"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": target.language_code,
        "X-Source-Language": source.language_code,
        HEADER: str(translation.uuid),
    }
    seen = set()
    for segment in string_segments(translation):
        key = segment.context.path, segment.string.data
        if key not in seen:
            seen.add(key)
            words = segment.words.data if segment.words is not None else ""
            file.append(polib.POEntry(msgctxt=key[0], msgid=key[1], msgstr=words))
    return str(file).encode()


def import_po(*, translation: Translation, content: bytes, user: User | None) -> PoReport:
    """Store the texts of a file that `export_po` wrote; all of them or none.

    BrokenPo: no UTF-8, no PO file, no header of ours, a file of another page or language, a text that lost a link or
    a placeholder of its source or holds what no text may. MayNotTranslate, PageLocked.
    """
    check_may_write(translation.get_target_instance(), user)
    file = read_po(content, str(translation.uuid))
    segments = {(each.context.path, each.string.data): each for each in string_segments(translation)}
    new: list[tuple[StringSegment, str]] = []
    unknown, unchanged, empty = [], 0, 0
    for entry in file:
        segment = segments.get((entry.msgctxt or "", entry.msgid))
        if not entry.msgstr or entry.fuzzy:
            empty += 1
        elif segment is None:
            unknown.append(entry.linenum)
        elif segment.words is not None and segment.words.data == entry.msgstr:
            unchanged += 1
        else:
            _check(entry)
            new.append((segment, entry.msgstr))
    with transaction.atomic():
        stored = write_words(translation, new, user=user)
    return PoReport(stored, unchanged, empty, unknown)


def _check(entry: polib.POEntry) -> None:
    lost = lost_marks(entry.msgid, entry.msgstr)
    if lost:
        raise BrokenPo(entry.linenum, _("The translation has lost %(marks)s.") % {"marks": ", ".join(lost)})
    if not is_usable(entry.msgid, entry.msgstr):
        raise BrokenPo(
            entry.linenum,
            _("The translation holds a link or a tag that the text does not have, or one with attributes."),
        )
