from __future__ import annotations

from home.models.departments import DepartmentIndexPage, DepartmentPage
from home.models.home import HomePage
from home.models.standard import StandardPage

__all__ = ["DepartmentIndexPage", "DepartmentPage", "HomePage", "StandardPage"]
