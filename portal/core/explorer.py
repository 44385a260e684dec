"""The lists of pages in the admin: the explorer, searches, uses of a page type. A row costs no query of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import PageTable
from wagtail.models import Page, Task

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
    from django.template.context import Context

Facts = Callable[[Sequence[Page], "AbstractBaseUser"], Mapping[int, Any]]

_extra_columns: list[FactsColumn] = []


class FactsColumn(Column):
    """A column that shows `facts(pages, user)[page.pk]`, asked once for all rows; nothing without such a key."""

    cell_template_name = "core/explorer_cell.html"

    def __init__(self, name: str, facts: Facts, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.facts = facts

    def get_cell_context_data(self, instance: Page, parent_context: Context) -> dict[str, Any]:
        value = parent_context["table"].facts[self.name].get(instance.pk)
        return {**super().get_cell_context_data(instance, parent_context), "value": value}

    def get_value(self, instance: Page) -> None:
        return None


def register_column(column: FactsColumn) -> None:
    """Show `column` beside the status in every list of pages. Call it in `AppConfig.ready`."""
    _extra_columns.append(column)


class ExplorerTable(PageTable):
    """Rows that know beforehand what would otherwise be asked once for each of them."""

    def __init__(self, columns: Iterable[BaseColumn], data: Any, **kwargs: Any) -> None:
        columns = list(columns)
        names = [column.name for column in columns]
        place = names.index("status") + 1 if "status" in names else len(names)
        columns[place:place] = [column for column in _extra_columns if column.name not in names]
        super().__init__(columns, data, **kwargs)
        self.facts: dict[str, Mapping[int, Any]] = {}

    def get_context_data(self, parent_context: Context) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        pages = list(self.data)
        share_tasks(pages)
        look_below(pages)
        user = parent_context["request"].user
        for column in self.columns.values():
            if isinstance(column, FactsColumn):
                self.facts[column.name] = column.facts(pages, user)
        return context


def look_below(pages: Sequence[Page]) -> None:
    """Tell each draft that has pages below it whether one of them is live. One query, or none."""
    drafts = [page for page in pages if not page.live and not page.is_leaf()]
    if not drafts:
        return
    live_below = Page.objects.live().filter(path__startswith=OuterRef("path"))
    above_live = Page.objects.filter(Exists(live_below), pk__in=[page.pk for page in drafts])
    keys = set(above_live.values_list("pk", flat=True))
    for page in drafts:
        page.anything_live_below = page.pk in keys


def share_tasks(pages: Sequence[Page]) -> None:
    """Give the pages that wait for approval their task in full. One query for each kind of task."""
    waiting = [
        state.current_task_state
        for page in pages
        for state in getattr(page, "_current_workflow_states", [])
        if state.current_task_state
    ]
    tasks = Task.objects.filter(pk__in={state.task_id for state in waiting}).specific() if waiting else []
    by_key = {task.pk: task for task in tasks}
    for state in waiting:
        state.task = by_key[state.task_id]
