"""Storing the sheets of a past survey in waves that no reader shows yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from operator import itemgetter

from django.db import connection, transaction
from django.utils import timezone

from surveys.domain.answers import WORDS_GIVEN
from surveys.domain.disclosure import publishable
from surveys.domain.segments import cell_hash
from surveys.domain.sheets import AnswerSheet, Span
from surveys.models import ImportBatch, Response, Survey, Tally, Wave
from surveys.models.responses import Source, random_key
from surveys.services.imports.rows import cell_ids, insert_sheets

SHEETS_AT_ONCE = 2_000


class ImportSupersededError(Exception):
    """Another import began meanwhile and cleared this one away: only one runs at a time."""


@dataclass
class Stage:
    """`versions` holds the id of each question's version, in the order of the file."""

    batch: ImportBatch
    versions: list[int]
    segments: list[str]
    language: str
    waves: dict[str, Wave]
    cells: dict[tuple[str, ...], int | None] = field(default_factory=dict)
    counts: dict[tuple[int, int], Counter[str]] = field(default_factory=dict)


def stage_waves(
    *, survey: Survey, batch: ImportBatch, spans: Sequence[Span], source_class: str, now: datetime
) -> dict[str, Wave]:
    """A closed wave for each label, from the first day to the end of the last (or until now)."""
    return {
        span.label: Wave.objects.create(
            survey=survey,
            import_batch=batch,
            label=span.label,
            opens_at=midnight(span.first),
            closes_at=min(midnight(span.last + timedelta(days=1)), now),
            tier="",
            source_class=source_class,
            figures_final_at=now,
        )
        for span in spans
    }


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def stage_sheets(stage: Stage, sheets: Iterator[AnswerSheet]) -> Iterator[int]:
    """Store the sheets in short transactions, so that others write in between; yields how many each held."""
    while chunk := list(islice(sheets, SHEETS_AT_ONCE)):
        with transaction.atomic():
            store_chunk(stage, chunk)
        yield len(chunk)


def lock(batch: ImportBatch) -> ImportBatch:
    """The batch as it stands, held until the transaction ends, so that nobody clears it away meanwhile."""
    staging = ImportBatch.objects.select_for_update().filter(state=ImportBatch.State.STAGING)
    found = staging.filter(pk=batch.pk).first()
    if found is None:
        raise ImportSupersededError
    return found


def store_chunk(stage: Stage, chunk: Sequence[AnswerSheet]) -> None:
    lock(stage.batch)
    add_cells(stage, chunk)
    responses, answers, texts = [], [], []
    days = {
        wave: connection.ops.adapt_datefield_value(wave.first) for wave in {sheet.wave for sheet in chunk}
    }
    # In the order of their keys, which is chance: neighbours in the tables are written together.
    for key, sheet in sorted(((random_key(), sheet) for sheet in chunk), key=itemgetter(0)):
        wave = stage.waves[sheet.wave.label].pk
        source = sheet.channel if sheet.channel in Source.values else Source.IMPORT.value
        responses.append(
            (key, wave, days[sheet.wave], source, stage.cells[sheet.segments], Response.State.COUNTED.value)
        )
        for position, codes in sheet.answers:
            version = stage.versions[position]
            answers.append((key, version, " ".join(codes)))
            count(stage, wave, version, codes)
        for position, text in sheet.texts:
            version = stage.versions[position]
            answers.append((key, version, WORDS_GIVEN))
            texts.append((random_key(), wave, version, stage.language, text))
            count(stage, wave, version, ())
    insert_sheets(responses, answers, texts)


def count(stage: Stage, wave: int, version: int, codes: Sequence[str]) -> None:
    counts = stage.counts.get((wave, version))
    if counts is None:
        counts = stage.counts[wave, version] = Counter()
    counts[Tally.EVERYONE] += 1
    for code in codes:
        counts[code] += 1


def add_cells(stage: Stage, chunk: Sequence[AnswerSheet]) -> None:
    new = {sheet.segments for sheet in chunk} - stage.cells.keys()
    values = {
        segments: {name: value for name, value in zip(stage.segments, segments, strict=True) if value}
        for segments in new
    }
    hashes = {segments: cell_hash(value) for segments, value in values.items() if value}
    ids = cell_ids({hash_: values[segments] for segments, hash_ in hashes.items()})
    for segments in new:
        stage.cells[segments] = ids[hashes[segments]] if segments in hashes else None


def store_tallies(stage: Stage, codes: dict[int, Sequence[str]]) -> None:
    """`codes` are those of each question's version: a choice that nobody took counts 0."""
    Tally.objects.bulk_create(
        Tally(
            wave_id=wave,
            question_version_id=version,
            code=code,
            count=counts[code],
            published=counts[code] if publishable(counts[Tally.EVERYONE]) else 0,
        )
        for (wave, version), counts in stage.counts.items()
        for code in [Tally.EVERYONE, *codes[version]]
    )
