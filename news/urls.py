from __future__ import annotations

from django.urls import re_path

from portal.core.serving import serve_page

# Wagtail's own addresses hold no dot; calendar programs know a file by its ending.
urlpatterns = [
    re_path(r"^((?:[\w-]+/)*[\w-]+\.ics)$", serve_page, name="calendar"),
]
