"""Many answer sheets at once, for waves whose answers come from elsewhere than the portal's own pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.db import connection, transaction

from surveys.domain.answers import WORDS_GIVEN, Point
from surveys.domain.counting import counted_codes
from surveys.domain.questions import Question
from surveys.domain.segments import cell_hash
from surveys.models import PlaceAnswer, Response, Wave
from surveys.models.responses import random_key
from surveys.services.figures import add_counts
from surveys.services.imports.rows import cell_ids, insert_sheets

SHEETS_AT_ONCE = 5_000


@dataclass(frozen=True)
class PastSheet:
    """`answers` are codes by question version id, as a sheet keeps them; `texts` are words by question version id, in
    `language`, those beside "other" too; `points` are places by question version id."""

    day: date
    source: str
    language: str = ""
    segments: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[int, Sequence[str]] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)
    points: Mapping[int, Point] = field(default_factory=dict)

    @property
    def on_sheet(self) -> dict[int, Sequence[str]]:
        """What stands on the sheet itself: of words only that there are some."""
        return {**dict.fromkeys(self.texts, (WORDS_GIVEN,)), **self.answers}


class _Counts:
    """How often each code is counted, under the version that it counts under."""

    def __init__(self, wave: Wave) -> None:
        versions = list(wave.survey.question_versions.select_related("survey"))
        language = wave.survey.source_language
        self.heads = {version.pk: version.counted_as for version in versions}
        self.questions: dict[int, Question] = {
            version.pk: version.in_language(language) for version in versions
        }
        self.found: dict[int, Counter[str]] = {}

    def add(self, version: int, codes: Sequence[str]) -> None:
        counts = self.found.setdefault(self.heads[version], Counter())
        counts.update(counted_codes(self.questions[version], codes))


@transaction.atomic
def record_past_sheets(*, wave: Wave, sheets: Iterable[PastSheet]) -> int:
    """Store `sheets` and count them, all or none; how many they were. Codes are taken as they are."""
    counts = _Counts(wave)
    left = iter(sheets)
    total = 0
    while chunk := list(islice(left, SHEETS_AT_ONCE)):
        _store(wave, chunk, counts)
        total += len(chunk)
    add_counts(wave=wave, counts=counts.found)
    return total


def _store(wave: Wave, sheets: Sequence[PastSheet], counts: _Counts) -> None:
    cells = cell_ids({cell_hash(sheet.segments): sheet.segments for sheet in sheets if sheet.segments})
    responses, answers, texts = [], [], []
    for sheet in sheets:
        key = random_key()
        day = connection.ops.adapt_datefield_value(sheet.day)
        cell = cells[cell_hash(sheet.segments)] if sheet.segments else None
        responses.append((key, wave.pk, day, sheet.source, cell, Response.State.COUNTED.value))
        for version, codes in sheet.on_sheet.items():
            answers.append((key, version, " ".join(codes)))
            counts.add(version, codes)
        for version, text in sheet.texts.items():
            texts.append((random_key(), wave.pk, version, sheet.language, text))
    insert_sheets(responses, answers, texts)
    _store_points(wave, sheets)


def _store_points(wave: Wave, sheets: Sequence[PastSheet]) -> None:
    points = [
        PlaceAnswer(
            wave=wave,
            question_version_id=version,
            longitude=str(point.longitude),
            latitude=str(point.latitude),
        )
        for sheet in sheets
        for version, point in sheet.points.items()
    ]
    if points:
        PlaceAnswer.objects.bulk_create(points, batch_size=500)
