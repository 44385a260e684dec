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
    cells: set[int | None] = set()
    remove_rows(waves, cells)
    with transaction.atomic():
        # An import that still runs holds the batch while it stores; what it stored last goes here.
        held = ImportBatch.objects.select_for_update().filter(pk=batch.pk).first()
        if held is None:
            return
        remove_rows(waves, cells)
        Wave.objects.filter(pk__in=waves).delete()
        remove_unused(cells - {None})
        held.delete()
        if held.survey is not None:
            held.survey.delete()


def remove_rows(waves: list[int], cells: set[int | None]) -> None:
    """`cells` is filled with those that the sheets were in."""
    while remove_sheets(waves, cells) or remove_texts(waves):
        pass


def remove_unused(cells: set[int]) -> None:
    used = Response.objects.filter(cell__in=cells).order_by().values_list("cell", flat=True).distinct()
    delete_rows(SegmentCell, "id", sorted(cells - set(used)))


@transaction.atomic
def remove_sheets(waves: list[int], cells: set[int | None]) -> int:
    found = Response.objects.filter(wave__in=waves).order_by().values_list("pk", "cell")[:SHEETS_AT_ONCE]
    sheets = dict(found)
    cells.update(sheets.values())
    delete_rows(Answer, "response_id", list(sheets))
    delete_rows(Response, "id", list(sheets))
    return len(sheets)


@transaction.atomic
def remove_texts(waves: list[int]) -> int:
    keys = list(TextAnswer.objects.filter(wave__in=waves).values_list("pk", flat=True)[:SHEETS_AT_ONCE])
    delete_rows(TextAnswer, "id", keys)
    return len(keys)
