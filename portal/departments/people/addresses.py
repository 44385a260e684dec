"""Who may open the screens of roles."""

from __future__ import annotations

from portal.departments.guard import administrators, checked_by_its_view, classify
from portal.departments.guard.registry import Rule

HANDED_OUT = checked_by_its_view(
    "Shows the departments whose roles the person hands out, and no other is found."
)

RULES: dict[str, Rule] = {
    **dict.fromkeys(
        [
            "department_roles:index",
            "department_roles:department",
            "department_roles:give",
            "department_roles:take",
        ],
        HANDED_OUT,
    ),
    **dict.fromkeys(
        [
            "department_roles:city",
            "department_roles:give_in_city",
            "department_roles:take_in_city",
            "department_roles:hand_over",
            "wagtailusers_groups:inspect",
        ],
        administrators,
    ),
}

classify(RULES)
