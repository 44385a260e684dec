"""What became of the XLSForms that surveys were made from."""

from __future__ import annotations

from wagtail.models import PageLogEntry

from surveys.models import SurveyPage
from surveys.xlsforms.noting import read_notes
from surveys.xlsforms.reports import NotTaken


def not_taken_of(page: SurveyPage) -> list[NotTaken] | None:
    """What was not taken over when the draft was made; None for a survey that was made otherwise. One query."""
    entry = (
        PageLogEntry.objects.filter(page=page.pk, action="surveys.import_form").order_by("-timestamp").first()
    )
    return read_notes(entry.data.get("not_taken", ())) if entry is not None else None
