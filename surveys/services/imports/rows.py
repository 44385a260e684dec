"""Rows by the ten thousand. Building a model instance for each would take most of the time, and
deleting through the models would load every row first, since signals are listened to everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from django.db import connection, models

from surveys.models import Answer, Response, SegmentCell, TextAnswer

ROWS_TO_A_STATEMENT = 500


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Values must be as the database takes them; no defaults are filled in, no signals sent."""
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    row = f"({', '.join(['%s'] * len(columns))})"
    with connection.cursor() as cursor:
        # Many rows to a statement: half the time of many statements.
        for start in range(0, len(rows), ROWS_TO_A_STATEMENT):
            part = rows[start : start + ROWS_TO_A_STATEMENT]
            gaps = ", ".join([row] * len(part))
            cursor.execute(
                f"INSERT INTO {table_of(model)} ({names}) VALUES {gaps}",  # noqa: S608
                list(chain.from_iterable(part)),
            )


def delete_rows(model: type[models.Model], column: str, values: Sequence[Any]) -> None:
    """No signals, and nothing else is deleted along."""
    if values:
        gaps = ", ".join(["%s"] * len(values))
        name = connection.ops.quote_name(column)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table_of(model)} WHERE {name} IN ({gaps})", values)  # noqa: S608


def table_of(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def insert_sheets(
    responses: Sequence[Sequence[Any]], answers: Sequence[Sequence[Any]], texts: Sequence[Sequence[Any]]
) -> None:
    """Rows of `Response` (id, wave, day, source, cell, state), of `Answer` (response, version, codes) and of
    `TextAnswer` (id, wave, version, language, text), ids for everything that is pointed to."""
    insert_rows(Response, ("id", "wave_id", "day", "source", "cell_id", "state"), responses)
    insert_rows(Answer, ("response_id", "question_version_id", "codes"), answers)
    insert_rows(TextAnswer, ("id", "wave_id", "question_version_id", "language", "text"), texts)


def cell_ids(cells: Mapping[str, Mapping[str, str]]) -> dict[str, int]:
    """The ids of segment cells by hash; `cells` are their values by hash, and those that are missing are made."""
    SegmentCell.objects.bulk_create(
        [SegmentCell(hash=hash_, values=dict(values)) for hash_, values in cells.items()],
        ignore_conflicts=True,
    )
    return dict(SegmentCell.objects.filter(hash__in=cells).values_list("hash", "pk"))
