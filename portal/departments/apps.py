from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DepartmentsConfig(AppConfig):
    name = "portal.departments"
    label = "departments"
    verbose_name = _("Departments")

    def ready(self) -> None:
        from portal.departments import signals  # noqa: F401, PLC0415  (connects the receivers)
        from portal.departments.guard import addresses  # noqa: F401, PLC0415  (says who may open them)
