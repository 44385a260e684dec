"""What is wrong with a form, all of it at once; pyxform, as the tools that collect use it, has the last word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from pyxform import aliases
from pyxform.errors import PyXFormError
from pyxform.parsing.expression import RE_PYXFORM_REF_INNER, RE_PYXFORM_REF_OUTER, is_xml_tag
from pyxform.xls2xform import convert

from surveys.xlsforms.kinds import SELECTS, SHOWN, Sort, type_of
from surveys.xlsforms.reports import Fault, FormRefusedError, Place, Reason, Wrong, fault
from surveys.xlsforms.sheets import MEDIA, Row, Sheet, Workbook

MOST_QUESTIONS = 1_000
MOST_CHOICES = 10_000
DEEPEST_GROUP = 12
# The form's own number, which every form has without saying so.
ALWAYS_THERE = "instanceID"


def check(workbook: Workbook) -> None:
    """FormRefusedError with everything that is wrong; with pyxform's first objection when only it has one."""
    wrong = [*_sheet_faults(workbook)]
    if not wrong:
        rows = asked_rows(workbook)
        lists = {row.get("list_name") for row in workbook.choices.rows}
        wrong = [
            *_row_faults(workbook.survey, rows, lists),
            *_group_faults(rows),
            *_choice_faults(workbook, rows),
            *_reference_faults(workbook, rows),
        ]
    if not wrong:
        wrong = list(_judged(workbook))
    if wrong:
        raise FormRefusedError(
            sorted(wrong, key=lambda one: (one.place.sheet == workbook.choices.name, one.place.row or 0))
        )


def asked_rows(workbook: Workbook) -> list[Row]:
    """Without those that are switched off, or only comment on others."""
    return [row for row in workbook.survey.rows if not is_disabled(row) and not is_comment(row)]


def is_disabled(row: Row) -> bool:
    return bool(aliases.yes_no.get(row.get("disabled")))


def is_comment(row: Row) -> bool:
    return not row.get("type") and not row.get("name") and not row.words("label")


def _sheet_faults(workbook: Workbook) -> Iterator[Fault]:
    survey = workbook.survey
    if not survey.columns and not survey.rows:
        yield fault(Place(), Wrong.NO_SURVEY_SHEET, sheets=", ".join(workbook.others))
        return
    for sheet, key in ((survey, "type"), (workbook.choices, "name"), (workbook.choices, "list_name")):
        if (sheet is survey or sheet.rows) and key not in {column.key for column in sheet.columns}:
            yield fault(Place(sheet.name, 1), Wrong.NO_COLUMN, name=key)
    if not survey.rows:
        yield fault(Place(survey.name), Wrong.EMPTY_SURVEY)
    if len(survey.rows) > MOST_QUESTIONS:
        yield fault(Place(survey.name), Wrong.TOO_MANY_QUESTIONS, limit=MOST_QUESTIONS)
    if len(workbook.choices.rows) > MOST_CHOICES:
        yield fault(Place(workbook.choices.name), Wrong.TOO_MANY_CHOICES, limit=MOST_CHOICES)


def _row_faults(sheet: Sheet, rows: list[Row], lists: set[str]) -> Iterator[Fault]:
    for row in rows:
        text = row.get("type")
        if not text:
            yield fault(row.place("name" if row.get("name") else "label"), Wrong.NO_TYPE)
            continue
        kind = type_of(text)
        if kind.sort is Sort.UNKNOWN:
            wrong = Wrong.INCLUDE if text.strip() == "include" else Wrong.UNKNOWN_TYPE
            yield fault(row.place("type"), wrong, found=text)
        elif kind.sort in SELECTS and not kind.list_name:
            yield fault(row.place("type"), Wrong.NO_LIST, found=text)
        elif kind.list_name and kind.list_name not in lists:
            yield fault(row.place("type"), Wrong.UNKNOWN_LIST, found=kind.list_name)
        yield from _name_faults(sheet, row, kind.sort)
        if kind.sort in SHOWN or kind.why is Reason.KIND:
            yield from _words_faults(sheet, row)


def _words_faults(sheet: Sheet, row: Row) -> Iterator[Fault]:
    if not any(row.words(key) for key in ("label", "hint", *MEDIA)):
        yield fault(_empty_cell(sheet, row, "label"), Wrong.NO_WORDS)


def _empty_cell(sheet: Sheet, row: Row, key: str) -> Place:
    header = sheet.place_of(key)
    return Place(row.sheet, row.number, header.column or key, header.letter)


def _name_faults(sheet: Sheet, row: Row, sort: Sort) -> Iterator[Fault]:
    name = row.get("name")
    if sort in (Sort.END, Sort.UNKNOWN) or row.get("type") in {"audit", *aliases.settings_header}:
        return
    if not name:
        if sort is not Sort.NOTE:
            yield fault(_empty_cell(sheet, row, "name"), Wrong.NO_NAME)
    elif not is_xml_tag(name):
        yield fault(row.place("name"), Wrong.BAD_NAME, found=name)


def _group_faults(rows: list[Row]) -> Iterator[Fault]:
    """Also names that come twice within one group."""
    open_groups: list[tuple[Row, str]] = []
    names: list[set[str]] = [set()]
    for row in rows:
        kind = type_of(row.get("type"))
        if kind.sort is Sort.END:
            if not open_groups or open_groups[-1][1] != kind.control:
                yield fault(row.place("type"), Wrong.NOT_BEGUN, found=row.get("type"))
                return
            open_groups.pop()
            names.pop()
            continue
        name = row.get("name")
        if name and name in names[-1]:
            yield fault(row.place("name"), Wrong.NAME_TWICE, found=name)
        names[-1].add(name)
        if kind.sort is Sort.BEGIN:
            open_groups.append((row, kind.control))
            names.append(set())
            if len(open_groups) > DEEPEST_GROUP:
                yield fault(row.place("type"), Wrong.TOO_DEEP, limit=DEEPEST_GROUP)
                return
    for row, _control in open_groups:
        yield fault(row.place("type"), Wrong.NOT_ENDED, found=row.get("type"))


def _choice_faults(workbook: Workbook, rows: list[Row]) -> Iterator[Fault]:
    settings = workbook.settings.rows[0] if workbook.settings.rows else None
    twice_is_fine = bool(settings and aliases.yes_no.get(settings.get("allow_choice_duplicates")))
    kinds = [type_of(row.get("type")) for row in rows]
    several = {kind.list_name for kind in kinds if kind.sort is Sort.SELECT_MULTIPLE}
    seen: set[tuple[str, str]] = set()
    for row in workbook.choices.rows:
        list_name, name = row.get("list_name"), row.get("name")
        if not list_name:
            continue
        if not name:
            yield fault(_empty_cell(workbook.choices, row, "name"), Wrong.CHOICE_WITHOUT_NAME)
        elif (list_name, name) in seen and not twice_is_fine:
            yield fault(row.place("name"), Wrong.CHOICE_TWICE, found=name, list=list_name)
        elif " " in name and list_name in several:
            yield fault(row.place("name"), Wrong.CHOICE_WITH_SPACE, found=name)
        seen.add((list_name, name))


def _reference_faults(workbook: Workbook, rows: list[Row]) -> Iterator[Fault]:
    names = Counter(row.get("name") for row in rows if type_of(row.get("type")).sort is not Sort.END)
    names[ALWAYS_THERE] += 1
    for row in [*rows, *workbook.settings.rows[:1]]:
        for column, value in row.cells.items():
            if column.key in ("type", "name", "trigger") or "${" not in value:
                continue
            place = Place(row.sheet, row.number, column.header, column.letter)
            for match in RE_PYXFORM_REF_OUTER.finditer(value):
                yield from _reference_fault(match["pyxform_ref"], place, names)


def _reference_fault(found: str | None, place: Place, names: Counter[str]) -> Iterator[Fault]:
    inner = RE_PYXFORM_REF_INNER.fullmatch(found) if found else None
    if inner is None:
        yield fault(place, Wrong.BROKEN_REFERENCE, example="${name}")
    elif not names[inner["ncname"]]:
        yield fault(place, Wrong.UNKNOWN_REFERENCE, found=inner["ncname"])
    elif names[inner["ncname"]] > 1:
        yield fault(place, Wrong.UNCLEAR_REFERENCE, found=inner["ncname"])


_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"On the '([^']+)' sheet")
_COLUMN = re.compile(r"the '([^']+)' value")


def _judged(workbook: Workbook) -> Iterator[Fault]:
    definition: dict[str, Any] = deepcopy(workbook.definition)
    try:
        convert(definition)
    except PyXFormError as error:
        yield fault(_place_in(str(error), workbook), Wrong.JUDGED, message=str(error))
    except Exception as error:
        # It was written for sound forms, and fails in many ways over others.
        yield fault(Place(), Wrong.JUDGED, message=type(error).__name__)


def _place_in(message: str, workbook: Workbook) -> Place:
    """Where pyxform says that it stumbled."""
    row, sheet, column = (pattern.search(message) for pattern in (_ROW, _SHEET, _COLUMN))
    named = next((one for one in workbook.sheets if sheet and one.name.lower() == sheet[1].lower()), None)
    found = named or (workbook.survey if row else None)
    if found is None:
        return Place()
    columns = [one for one in found.columns if column and column[1] in (one.header, one.key)]
    header, letter = (columns[0].header, columns[0].letter) if columns else ("", "")
    return Place(found.name, int(row[1]) if row else None, header, letter)
