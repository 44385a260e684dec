"""The addresses that take the place of Wagtail's: who may open the one may open the other."""

from __future__ import annotations

from portal.departments.guard.addresses import city, media, pages
from portal.departments.guard.registry import Rule

THERE: dict[str, Rule] = {**pages.RULES, **media.RULES, **city.RULES}
INSTEAD = {
    "explore_root": "wagtailadmin_explore_root",
    "choose_page": "wagtailadmin_choose_page",
    "choose_page_search": "wagtailadmin_choose_page_search",
    "choose_address": "wagtailadmin_choose_page_external_link",
    "suggest_tags": "wagtailadmin_tag_autocomplete",
    "images": "wagtailimages:index",
    "images_results": "wagtailimages:index_results",
    "choose_image": "wagtailimages_chooser:choose",
    "documents": "wagtaildocs:index",
    "documents_results": "wagtaildocs:index_results",
    "locked_pages": "wagtailadmin_reports:locked_pages",
    "locked_results": "wagtailadmin_reports:locked_pages_results",
    "workflow": "wagtailadmin_reports:workflow",
    "workflow_results": "wagtailadmin_reports:workflow_results",
    "tasks": "wagtailadmin_reports:workflow_tasks",
    "tasks_results": "wagtailadmin_reports:workflow_tasks_results",
    "history": "wagtailadmin_reports:site_history",
    "history_results": "wagtailadmin_reports:site_history_results",
}

RULES: dict[str, Rule] = {f"guard:{name}": THERE[wagtails] for name, wagtails in INSTEAD.items()}
