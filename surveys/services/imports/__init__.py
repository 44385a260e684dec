"""A city's past survey, read in from files and taken back again."""

from __future__ import annotations

from surveys.services.imports.files import Progress, SurveyFiles
from surveys.services.imports.pages import NoDepartmentPageError
from surveys.services.imports.past_survey import (
    ImportReceipt,
    NoImportError,
    UndoReceipt,
    check_past_survey,
    import_past_survey,
    undo_import,
)
from surveys.services.imports.staging import ImportSupersededError

__all__ = [
    "ImportReceipt",
    "ImportSupersededError",
    "NoDepartmentPageError",
    "NoImportError",
    "Progress",
    "SurveyFiles",
    "UndoReceipt",
    "check_past_survey",
    "import_past_survey",
    "undo_import",
]
