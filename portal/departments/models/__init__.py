from __future__ import annotations

from portal.departments.models.departments import Department, DepartmentGroup
from portal.departments.models.pages import OwnedPage

__all__ = ["Department", "DepartmentGroup", "OwnedPage"]
