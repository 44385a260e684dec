"""What belongs to the whole city, and what belongs to nobody: the frame of the admin."""

from __future__ import annotations

from portal.core.models import AlertBanner
from portal.departments.guard.addresses.names import ROWS, under
from portal.departments.guard.bulk import many
from portal.departments.guard.choosers import posted_choice
from portal.departments.guard.pages import with_pages_of_ones_own
from portal.departments.guard.registry import Rule
from portal.departments.guard.rules import (
    administrators,
    anyone_on_staff,
    both,
    checked_by_its_view,
    everybody,
    keepers_of,
    nobody,
)
from portal.departments.roles import CityAction

OWN_ROWS = checked_by_its_view("Shows what happened to the person's own pages.")

KEEPERS_OF_ALERTS = keepers_of(CityAction.KEEP_ALERTS)

FRAME: dict[str, Rule] = {
    "/admin/login/": everybody,
    "/admin/test404/": nobody,
    # What has no address at all: Wagtail's page for what is missing.
    "/admin/.*/$": anyone_on_staff,
    **dict.fromkeys(
        [
            "wagtailadmin_login",
            "wagtailadmin_logout",
            "wagtailadmin_sprite",
            "wagtailadmin_javascript_catalog",
        ],
        everybody,
    ),
    **dict.fromkeys(
        [
            "wagtailadmin_error_test",
            "wagtailadmin_password_reset",
            "wagtailadmin_password_reset_done",
            "wagtailadmin_password_reset_confirm",
            "wagtailadmin_password_reset_complete",
        ],
        nobody,
    ),
    "wagtailadmin_home": checked_by_its_view("Each panel shows what is the person's own."),
    "wagtailadmin_account": anyone_on_staff,
    "wagtailadmin_dismissibles": anyone_on_staff,
    "wagtailadmin_block_preview": anyone_on_staff,
    "wagtailadmin_editing_sessions:ping": checked_by_its_view("Asks whether the person may edit the page."),
    "wagtailadmin_editing_sessions:release": checked_by_its_view("Ends the person's own session only."),
    "wagtail_bulk_action": many,
}

CITY: dict[str, Rule] = {
    **under("wagtailadmin_collections", ("index add edit delete set_privacy", administrators)),
    **under(
        "wagtailadmin_workflows",
        ("index index_results add enable disable edit usage usage_results remove", administrators),
        ("add_task select_task_type task_index task_index_results", administrators),
        ("edit_task disable_task enable_task", administrators),
        ("task_chooser task_chooser_results task_chooser_create task_chosen", administrators),
    ),
    **under(
        "wagtailadmin_reports",
        ("locked_pages locked_pages_results workflow workflow_results", with_pages_of_ones_own),
        ("workflow_tasks workflow_tasks_results", with_pages_of_ones_own),
        ("aging_pages aging_pages_results site_history site_history_results", with_pages_of_ones_own),
        # It names the page of each kind that was edited last, wherever it is.
        ("page_types_usage page_types_usage_results", administrators),
    ),
    **under("wagtailsettings", ("edit preview_on_edit", administrators)),
    **under(
        "wagtailredirects",
        ("index index_results add edit delete start_import process_import", administrators),
    ),
    "wagtailsnippets:index": administrators,
    **under("wagtaillocales", (f"{ROWS} copy", administrators)),
    **under("wagtailsites", (f"{ROWS} copy", administrators)),
    **under("wagtailusers_users", (ROWS, administrators)),
    **under("wagtailusers_groups", (ROWS, administrators)),
    **under("departments", (f"{ROWS} inspect", administrators)),
    **under("topics", (ROWS, administrators)),
    **under("districts", (f"{ROWS} outlines", administrators)),
    **under(
        "alert-banners",
        ("index index_results delete history history_results usage", KEEPERS_OF_ALERTS),
        ("add edit copy", both(KEEPERS_OF_ALERTS, posted_choice("link_page", AlertBanner))),
    ),
}

RULES: dict[str, Rule] = {**FRAME, **CITY}
