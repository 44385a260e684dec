"""Rows by the ten thousand. Building a model instance for each would take most of the time, and
deleting through the models would load every row first, since signals are listened to everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Values must be as the database takes them; no defaults are filled in, no signals sent."""
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    gaps = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table_of(model)} ({names}) VALUES ({gaps})", rows)  # noqa: S608


def delete_rows(model: type[models.Model], column: str, values: Sequence[Any]) -> None:
    """No signals, and nothing else is deleted along."""
    if values:
        gaps = ", ".join(["%s"] * len(values))
        name = connection.ops.quote_name(column)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table_of(model)} WHERE {name} IN ({gaps})", values)  # noqa: S608


def table_of(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)
