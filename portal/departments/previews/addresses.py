"""Who may open the screens of preview links: who works on the page; the views ask whether she may edit it."""

from __future__ import annotations

from portal.departments.guard import classify
from portal.departments.guard.pages import own_page

classify(dict.fromkeys(["preview_links:list", "preview_links:revoke"], own_page("page_id")))
