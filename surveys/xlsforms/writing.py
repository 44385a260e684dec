"""A survey as the bytes of an XLSForm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from surveys.xlsforms.languages import column_name
from surveys.xlsforms.portable import PortableSurvey, Words
from surveys.xlsforms.sheets import OWN
from surveys.xlsforms.written import Cells, RowWriter

LONGEST_CELL = 32_767
SURVEY_COLUMNS = (
    "type",
    "name",
    "label",
    "hint",
    "required",
    "relevant",
    "constraint",
    "parameters",
    "appearance",
)
CHOICE_COLUMNS = ("list_name", "name", "label")
WIDE, NARROW = 40, 18


class NotExportableError(Exception):
    """No form can be made of the survey; `args[0]` is what pyxform says, empty when nothing is asked."""


def write(survey: PortableSurvey, form_id: str, pictures: Mapping[int, str]) -> bytes:
    """The workbook (.xlsx), which pyxform has accepted. `pictures` are the names of files by the numbers of images.

    NotExportableError, LostQuestionError.
    """
    if not survey.blocks:
        raise NotExportableError("")
    rows = RowWriter(survey, pictures)
    book = Workbook()
    book.remove(book.active)
    _sheet(book, "survey", SURVEY_COLUMNS, rows.survey, survey.languages)
    if rows.choices:
        _sheet(book, "choices", CHOICE_COLUMNS, rows.choices, survey.languages)
    settings = _settings(survey, form_id)
    _sheet(book, "settings", tuple(settings), [settings], survey.languages)
    out = BytesIO()
    book.save(out)
    try:
        convert(out.getvalue(), file_type=".xlsx")
    except PyXFormError as error:
        raise NotExportableError(str(error)) from error
    return out.getvalue()


def _settings(survey: PortableSurvey, form_id: str) -> Cells:
    return {
        "form_title": survey.title.spoken(),
        "form_id": form_id,
        "default_language": column_name(survey.main),
        f"{OWN}::when_stale": survey.when_stale,
        f"{OWN}::title": survey.title if len(survey.title) > 1 else "",
        f"{OWN}::summary": survey.summary,
        f"{OWN}::thanks": survey.thanks,
    }


def _sheet(
    book: Workbook, name: str, first: Sequence[str], rows: Iterable[Cells], languages: Sequence[str]
) -> None:
    """`first` are the columns that stand there in any case; the others follow where something is in them."""
    rows = list(rows)
    used = dict.fromkeys(key for row in rows for key, value in row.items() if value)
    columns = list(dict.fromkeys([*(key for key in first if key in used or key in ("type", "name")), *used]))
    spoken = {key for row in rows for key, value in row.items() if isinstance(value, Words)}
    headers = [(key, language) for key in columns for language in (languages if key in spoken else [""])]
    sheet = book.create_sheet(name)
    for place, (key, language) in enumerate(headers, start=1):
        _fill(sheet.cell(1, place), f"{key}::{column_name(language)}" if language else key).font = Font(
            bold=True
        )
        sheet.column_dimensions[get_column_letter(place)].width = WIDE if language else NARROW
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows, start=2):
        for place, (key, language) in enumerate(headers, start=1):
            value = row.get(key)
            # A language without words of its own would show none at all in other tools.
            text = value.spoken(language) if isinstance(value, Words) else value
            if text:
                _fill(sheet.cell(number, place), text)


def _fill(cell: Any, text: str) -> Cell:
    """Always as text: what begins with "=" is no formula here."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_CELL]
    cell.data_type = "s"
    return cell
