"""Building a city takes a second. This builds it once and writes the same rows again for every other test.

Where the tables do not hold what they held before the first build, the build itself runs.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction


@dataclass
class Change:
    """What a build did: the rows of each table it touched, by primary key, before and after."""

    before: dict
    after: dict
    page_type: int


_changes = {}


def built_once(name, build):
    """Run `build`, or do to the tables again what it did the first time."""
    change = _changes.get(name)
    if change is not None and _as_then(change):
        _repeat(change)
        return
    before = _rows_of_all_models()
    build()
    after = _rows_of_all_models()
    touched = [model for model in after if after[model] != before[model]]
    _changes[name] = Change(
        {model: before[model] for model in touched}, {model: after[model] for model in touched}, _page_type()
    )


def _as_then(change):
    # A test in real transactions empties every table, and the types of content get new numbers.
    return change.page_type == _page_type() and all(
        _rows(model) == rows for model, rows in change.before.items()
    )


def _repeat(change):
    # In one transaction, at whose end all rows are there that others point to.
    with transaction.atomic(), connection.cursor() as cursor:
        for model, rows in change.after.items():
            before = change.before[model]
            gone = [(key,) for key, row in before.items() if rows.get(key) != row]
            new = [row for key, row in rows.items() if before.get(key) != row]
            if gone:
                cursor.executemany(f"DELETE FROM {_table(model)} WHERE {_key(model)} = %s", gone)
            if new:
                marks = ", ".join(["%s"] * len(new[0]))
                columns = ", ".join(_columns(model))
                cursor.executemany(f"INSERT INTO {_table(model)} ({columns}) VALUES ({marks})", new)


def _rows_of_all_models():
    # SQLite keeps the words of the search index in a table that its own triggers fill.
    models = [model for model in apps.get_models(include_auto_created=True) if "FTS" not in model.__name__]
    return {model: _rows(model) for model in models if model._meta.managed and not model._meta.proxy}


def _rows(model):
    names = _columns(model)
    place = names.index(_key(model))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(names)} FROM {_table(model)}")
        return {row[place]: row for row in cursor.fetchall()}


def _columns(model):
    return [connection.ops.quote_name(field.column) for field in model._meta.local_concrete_fields]


def _table(model):
    return connection.ops.quote_name(model._meta.db_table)


def _key(model):
    return connection.ops.quote_name(model._meta.pk.column)


def _page_type():
    return ContentType.objects.get(app_label="wagtailcore", model="page").pk
