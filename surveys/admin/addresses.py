"""Who may open the staff's screens for surveys."""

from __future__ import annotations

from portal.departments.guard import checked_by_its_view, classify

SURVEY = checked_by_its_view("Surveys of departments in which the person has no such role do not exist.")
SCREENS = (
    "list list_results of_page survey live answers texts points figures "
    "open_wave schedule_wave pause_wave resume_wave close_wave cancel_wave"
)
PAGE = checked_by_its_view("Pages that the person may not edit do not exist.")
IMPORT = checked_by_its_view("Who may create surveys in some department; the form offers those alone.")

classify({f"survey_admin:{name}": SURVEY for name in SCREENS.split()})
classify({f"survey_admin:{name}": PAGE for name in ("changes", "imported_form", "export_form")})
classify({"survey_admin:import_form": IMPORT})

LIBRARY = checked_by_its_view("Questions of the person’s own surveys, and those that anybody can read.")

classify({f"survey_admin:{name}": LIBRARY for name in ("library", "library_insert")})
