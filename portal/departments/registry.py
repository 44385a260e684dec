"""Where the app above says how the page of a department is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.models import Page

    from portal.departments.models import Department

PageFactory = Callable[["Department"], "Page"]
_factories: list[PageFactory] = []


def register_page_factory(factory: PageFactory) -> PageFactory:
    """Register the one function that creates a department's page in the default language, below its index."""
    _factories[:] = [factory]
    return factory


def make_department_page(department: Department) -> Page:
    """The new page of `department`. RuntimeError when no app has registered how to make it."""
    if not _factories:
        raise RuntimeError("No app has registered how to make the page of a department.")
    return _factories[0](department)
