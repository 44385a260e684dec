"""Removing what an import stored, in short transactions, after it has been hidden."""

from __future__ import annotations

from django.db import transaction

from surveys.models import Answer, ImportBatch, Response, SegmentCell, TextAnswer, Wave
from surveys.services.imports.rows import delete_rows

SHEETS_AT_ONCE = 2_000


def clear_leftovers() -> int:
    """Remove every import that was not finished, or is being undone; how many they were."""
    batches = list(ImportBatch.objects.filter(state=ImportBatch.State.STAGING))
    for batch in batches:
        clear(batch)
    return len(batches)


def clear(batch: ImportBatch) -> None:
    """Remove the batch with its waves and all they hold, and its survey, unless that was parted from it."""
    waves = list(batch.waves.values_list("pk", flat=True))
    cells = set(
        Response.objects.filter(wave__in=waves)
        .exclude(cell=None)
        .order_by()
        .values_list("cell", flat=True)
        .distinct()
    )
    while remove_sheets(waves):
        pass
    while remove_texts(waves):
        pass
    with transaction.atomic():
        used = set(
            Response.objects.filter(cell__in=cells).order_by().values_list("cell", flat=True).distinct()
        )
        delete_rows(SegmentCell, "id", sorted(cells - used))
        Wave.objects.filter(pk__in=waves).delete()
        survey = batch.survey
        batch.delete()
        if survey is not None:
            survey.delete()


@transaction.atomic
def remove_sheets(waves: list[int]) -> int:
    keys = list(
        Response.objects.filter(wave__in=waves).order_by().values_list("pk", flat=True)[:SHEETS_AT_ONCE]
    )
    delete_rows(Answer, "response_id", keys)
    delete_rows(Response, "id", keys)
    return len(keys)


@transaction.atomic
def remove_texts(waves: list[int]) -> int:
    keys = list(TextAnswer.objects.filter(wave__in=waves).values_list("pk", flat=True)[:SHEETS_AT_ONCE])
    delete_rows(TextAnswer, "id", keys)
    return len(keys)
