from __future__ import annotations

from portal.departments.models.departments import CityGroup, Department, DepartmentGroup
from portal.departments.models.pages import OwnedPage
from portal.departments.models.previews import PreviewLink
from portal.departments.models.reviews import ReviewReminder

__all__ = ["CityGroup", "Department", "DepartmentGroup", "OwnedPage", "PreviewLink", "ReviewReminder"]
