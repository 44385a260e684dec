"""Who may open the staff's screens for surveys."""

from __future__ import annotations

from portal.departments.guard import checked_by_its_view, classify

SURVEY = checked_by_its_view("Surveys of departments in which the person has no such role do not exist.")
SCREENS = (
    "list list_results of_page survey live answers texts points figures "
    "open_wave schedule_wave pause_wave resume_wave close_wave cancel_wave"
)

classify({f"survey_admin:{name}": SURVEY for name in SCREENS.split()})

LIBRARY = checked_by_its_view("Questions of the person’s own surveys, and those that anybody can read.")

classify({f"survey_admin:{name}": LIBRARY for name in ("library", "library_insert")})
