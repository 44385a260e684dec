"""Many answer sheets at once, for waves whose answers come from elsewhere than the portal's own pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.db import connection, transaction

from surveys.domain.answers import WORDS_GIVEN
from surveys.domain.disclosure import publishable
from surveys.domain.segments import cell_hash
from surveys.models import Response, Tally, Wave
from surveys.models.responses import random_key
from surveys.services.imports.rows import cell_ids, insert_sheets

SHEETS_AT_ONCE = 5_000


@dataclass(frozen=True)
class PastSheet:
    """`answers` are codes by question version id; `texts` are words by question version id, in `language`."""

    day: date
    source: str
    language: str = ""
    segments: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[int, Sequence[str]] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)


@transaction.atomic
def record_past_sheets(*, wave: Wave, sheets: Iterable[PastSheet]) -> int:
    """Store `sheets` and count them, all or none; how many they were. Codes are taken as they are."""
    counts: dict[int, Counter[str]] = {}
    left = iter(sheets)
    total = 0
    while chunk := list(islice(left, SHEETS_AT_ONCE)):
        _store(wave, chunk, counts)
        total += len(chunk)
    _add_counts(wave, counts)
    return total


def _store(wave: Wave, sheets: Sequence[PastSheet], counts: dict[int, Counter[str]]) -> None:
    cells = cell_ids({cell_hash(sheet.segments): sheet.segments for sheet in sheets if sheet.segments})
    responses, answers, texts = [], [], []
    for sheet in sheets:
        key = random_key()
        day = connection.ops.adapt_datefield_value(sheet.day)
        cell = cells[cell_hash(sheet.segments)] if sheet.segments else None
        responses.append((key, wave.pk, day, sheet.source, cell, Response.State.COUNTED.value))
        for version, codes in sheet.answers.items():
            answers.append((key, version, " ".join(codes)))
            counts.setdefault(version, Counter()).update([Tally.EVERYONE, *codes])
        for version, text in sheet.texts.items():
            answers.append((key, version, WORDS_GIVEN))
            texts.append((random_key(), wave.pk, version, sheet.language, text))
            counts.setdefault(version, Counter()).update([Tally.EVERYONE])
    insert_sheets(responses, answers, texts)


def _add_counts(wave: Wave, counts: Mapping[int, Counter[str]]) -> None:
    """Add to the wave's tallies, and publish what may be."""
    tallies = {(tally.question_version_id, tally.code): tally for tally in wave.tallies.select_for_update()}
    new = [
        Tally(wave=wave, question_version_id=version, code=code)
        for version, by_code in counts.items()
        for code in by_code
        if (version, code) not in tallies
    ]
    Tally.objects.bulk_create(new)
    tallies |= {(tally.question_version_id, tally.code): tally for tally in new}
    for (version, code), tally in tallies.items():
        tally.count += counts.get(version, Counter())[code]
    for (version, _code), tally in tallies.items():
        everyone = tallies.get((version, Tally.EVERYONE))
        if everyone is not None and publishable(everyone.count):
            tally.published = tally.count
    Tally.objects.bulk_update(tallies.values(), ["count", "published"])
