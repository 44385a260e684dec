"""Which rows belong to roads, and whether a request has touched one of them or added one."""

from __future__ import annotations

import contextlib
import re

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page, ReferenceIndex

from portal.core.models import AlertBanner

_WRITE = re.compile(
    r"""\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+["`]?(\w+)""", re.IGNORECASE
)


def _models():
    # SQLite keeps the words of the search index in tables of its own.
    models = [model for model in apps.get_models(include_auto_created=True) if "FTS" not in model.__name__]
    return {model._meta.db_table: model for model in models if model._meta.managed and not model._meta.proxy}


def _rows(model):
    columns = [field.attname for field in model._meta.local_concrete_fields]
    return {row[model._meta.pk.attname]: row for row in model._base_manager.values(*columns)}


def everything():
    """Table → primary key → row."""
    return {table: _rows(model) for table, model in _models().items()}


@contextlib.contextmanager
def written_tables():
    """Collects the names of the tables that are written to."""
    tables = set()

    def note(execute, sql, params, many, context):
        if found := _WRITE.match(sql):
            tables.add(found.group(1))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables


class Belongings:
    """The rows that came into being between `before` and `after`, and how all rows are before a try: `now`."""

    def __init__(self, before, after, now):
        self.baseline = now
        self.models = _models()
        self.owned = {table: rows.keys() - before[table].keys() for table, rows in after.items()}
        self.types = {kind.pk: kind.model_class() for kind in ContentType.objects.all()}

    def changes(self, tables):
        """Sentences about every row of roads that differs in `tables`, and every new row that hangs on one of them."""
        return [
            sentence
            for table in sorted(tables & self.models.keys())
            for sentence in self._changes(self.models[table], table)
        ]

    def _changes(self, model, table):
        now, then = _rows(model), self.baseline[table]
        for key in self.owned[table]:
            if now.get(key) != then[key]:
                yield f"{model.__name__} {key} was {'changed' if key in now else 'deleted'}"
        for key, row in now.items():
            if key not in self.owned[table] and row != then.get(key) and self._hangs_on_roads(model, row):
                yield f"{model.__name__} {key} now hangs on roads"

    def _hangs_on_roads(self, model, row):
        if model is ReferenceIndex:
            return self._is_secret(self.types[row["to_content_type_id"]], row["to_object_id"])
        if model is AlertBanner:
            return self._is_secret(Page, row["link_page_id"])
        return self._by_foreign_key(model, row) or self._by_type_and_number(row)

    def _by_foreign_key(self, model, row):
        return any(
            row[field.attname] is not None and self._owns(field.related_model, row[field.attname])
            for field in model._meta.local_concrete_fields
            if field.is_relation and field.related_model is not None
        )

    def _by_type_and_number(self, row):
        kind = self.types.get(row.get("base_content_type_id") or row.get("content_type_id"))
        number = row.get("object_id")
        return kind is not None and number is not None and self._owns(kind, number)

    def _owns(self, model, key):
        keys = self.owned.get(model._meta.concrete_model._meta.db_table, ())
        return key in keys or (str(key).isdigit() and int(key) in keys)

    def _is_secret(self, model, key):
        # Anybody may refer to a page that everybody may read.
        if not self._owns(model, key):
            return False
        return not issubclass(model, Page) or not Page.objects.live().public().filter(pk=key).exists()
