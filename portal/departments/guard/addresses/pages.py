"""Pages: seeing, editing, choosing."""

from __future__ import annotations

from portal.departments.guard.addresses.names import under
from portal.departments.guard.choosers import below_choosable_page, chosen_pages
from portal.departments.guard.media import document, image
from portal.departments.guard.pages import (
    explorable_page,
    own_page,
    posted_page,
    revision_of_page,
    task_of_page,
    with_pages_of_ones_own,
)
from portal.departments.guard.registry import Rule
from portal.departments.guard.rules import (
    administrators,
    anyone_on_staff,
    both,
    checked_by_its_view,
    nobody,
)

OWN = own_page("page_id")

RULES: dict[str, Rule] = {
    "wagtailadmin_explore_root": with_pages_of_ones_own,
    "wagtailadmin_explore": explorable_page("parent_page_id"),
    "wagtailadmin_explore_results": explorable_page("parent_page_id"),
    "wagtailadmin_choose_page": anyone_on_staff,
    "wagtailadmin_choose_page_child": below_choosable_page,
    "wagtailadmin_choose_page_search": checked_by_its_view("Finds what may be chosen."),
    "wagtailadmin_choose_page_chosen_multiple": chosen_pages,
    **dict.fromkeys(
        [
            "wagtailadmin_choose_page_external_link",
            "wagtailadmin_choose_page_email_link",
            "wagtailadmin_choose_page_phone_link",
            "wagtailadmin_choose_page_anchor_link",
        ],
        anyone_on_staff,
    ),
    **under(
        "wagtailadmin_pages",
        ("add preview_on_add add_subpage", own_page("parent_page_id")),
        ("type_use type_use_results search search_results", with_pages_of_ones_own),
        ("choose_parent", both(with_pages_of_ones_own, posted_page("parent_page"))),
        ("edit preview_on_edit view_draft usage delete unpublish convert_alias lock unlock", OWN),
        ("copy", both(OWN, posted_page("new_parent_page"))),
        ("move", both(own_page("page_to_move_id"), posted_page("new_parent_page"))),
        ("move_confirm", both(own_page("page_to_move_id"), explorable_page("destination_id"))),
        ("set_page_position", own_page("page_to_move_id")),
        ("workflow_action collect_workflow_action_data workflow_preview", both(OWN, task_of_page)),
        ("confirm_workflow_cancellation workflow_history workflow_history_detail", OWN),
        ("history history_results", OWN),
        ("revisions_index", OWN),
        ("revisions_view revisions_revert revisions_unschedule", both(OWN, revision_of_page("revision_id"))),
        ("revisions_compare", both(own_page("0"), revision_of_page("1", "2"))),
        # It names every group of the city.
        ("set_privacy", administrators),
    ),
    **under(
        "wagtailadmin_api",
        ("pages:listing pages:detail", checked_by_its_view("Lists what the person may explore.")),
        # No screen asks for these.
        ("pages:find pages:action", nobody),
        ("documents:listing documents:find images:listing images:find", nobody),
        # The editor of translations shows what is chosen.
        ("documents:detail", document("pk", "choose", "change")),
        ("images:detail", image("pk", "choose", "change")),
    ),
}
