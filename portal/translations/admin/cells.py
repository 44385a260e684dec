"""The columns of the lists of translations."""

from __future__ import annotations

from typing import Any

from django.middleware.csrf import get_token
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column

from portal.translations.queries import WorkItem


class CellColumn(BaseColumn):
    """A cell of our own; its template finds the line as `item`."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"translations/admin/cells/{name}.html"

    def get_cell_context_data(self, instance: WorkItem, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "item": instance, "csrf_token": get_token(parent_context["request"])}


STATE = CellColumn("state", label=_("State"))
LANGUAGE = CellColumn("language", label=_("Language"), classname="survey-wide")
CHANGED = CellColumn("changed", label=_("Source changed"), classname="survey-wide")
DEPARTMENT = Column("department", label=_("Department"), accessor="department.name", classname="survey-wide")
