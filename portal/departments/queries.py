from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from wagtail.models import Locale, Page

if TYPE_CHECKING:
    from portal.departments.models import Department


def department_of(page: Page) -> Department | None:
    """The department that owns `page`: that of the nearest department page at or above it. Two queries."""
    above = Page.objects.filter(path__in=_paths_upwards(page.path)[:-1]).order_by("-depth")
    # A page that is being created is not among the stored ones yet.
    keys = [page.translation_key, *above.values_list("translation_key", flat=True)]
    department_model = apps.get_model("departments.Department")
    owners = {
        department.page_key: department for department in department_model.objects.filter(page_key__in=keys)
    }
    return next((owners[key] for key in keys if key in owners), None)


def _paths_upwards(path: str) -> list[str]:
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def department_pages(locale: Locale) -> dict[int, Page]:
    """Department id → its live page in `locale`. One query for the departments, one for the pages."""
    department_model = apps.get_model("departments.Department")
    keys = dict(department_model.objects.exclude(page_key=None).values_list("page_key", "pk"))
    pages = Page.objects.filter(locale=locale, translation_key__in=keys).live().order_by("title")
    return {keys[page.translation_key]: page for page in pages}
