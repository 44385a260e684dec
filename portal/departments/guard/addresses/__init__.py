"""The rules for every address of the admin that Wagtail, core and departments bring. Read when Django is ready."""

from __future__ import annotations

from portal.departments.guard.addresses import city, media, pages, views
from portal.departments.guard.registry import classify

classify({**pages.RULES, **media.RULES, **city.RULES, **views.RULES})
