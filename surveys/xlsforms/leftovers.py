"""What stands in a workbook beside the questions and nobody reads: sheets, columns, settings, lists."""

from __future__ import annotations

from surveys.xlsforms.asked import COMMON, KNOWN
from surveys.xlsforms.checking import asked_rows
from surveys.xlsforms.kinds import type_of
from surveys.xlsforms.reports import Place, Reason, Report
from surveys.xlsforms.sheets import MEDIA, OWN, Sheet, Workbook

OF_SURVEY = frozenset({"look", "reverse", "dont_know", "unit", "bands", "body", "point"})
OF_CHOICES = frozenset({"list_name", "name", "label", "portal_opinion"}) | MEDIA
OF_SETTINGS = frozenset(
    {"form_title", "form_id", "default_language", "allow_choice_duplicates"}
    | {f"{OWN}::{name}" for name in ("title", "summary", "thanks", "when_stale")}
)


def report_sheets(workbook: Workbook, report: Report) -> None:
    for name in workbook.others:
        report.add(Place(name), name, Reason.SHEET)
    for sheet in workbook.sheets:
        if sheet.unread is not None:
            report.add(Place(sheet.name, sheet.unread), "", Reason.BELOW_GAP)
    own = {f"{OWN}::{name}" for name in OF_SURVEY}
    _report_columns(workbook.survey, COMMON | KNOWN | MEDIA | own, report)
    _report_columns(workbook.choices, OF_CHOICES, report)
    _report_settings(workbook.settings, report)
    _report_lists(workbook, report)


def _report_columns(sheet: Sheet, known: frozenset[str] | set[str], report: Report) -> None:
    """Once for each column in which something stands."""
    filled = {column for row in sheet.rows for column in row.cells}
    for column in sheet.columns:
        if column in filled and column.key not in known:
            place = Place(sheet.name, 1, column.header, column.letter)
            report.add(place, column.header, Reason.UNKNOWN_COLUMN)


def _report_settings(sheet: Sheet, report: Report) -> None:
    for row in sheet.rows[:1]:
        for column, value in row.cells.items():
            if column.key not in OF_SETTINGS:
                place = Place(sheet.name, row.number, column.header, column.letter)
                report.add(place, value, Reason.SETTING)


def _report_lists(workbook: Workbook, report: Report) -> None:
    used = {type_of(row.get("type")).list_name for row in asked_rows(workbook)}
    used |= {
        part.removeprefix("tick_labelset=")
        for row in asked_rows(workbook)
        for part in row.get("parameters").split()
        if part.startswith("tick_labelset=")
    }
    told: set[str] = set()
    for row in workbook.choices.rows:
        name = row.get("list_name")
        if not name:
            report.add(row.place("name"), row.get("name"), Reason.NO_LIST)
        elif name not in used and name not in told:
            told.add(name)
            report.add(row.place("list_name"), name, Reason.UNUSED_LIST)
