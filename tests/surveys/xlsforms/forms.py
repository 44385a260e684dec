"""XLSForms made for tests, and surveys without what differs from one import to the next."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

from surveys.xlsforms.portable import PortableSurvey, Words
from surveys.xlsforms.reports import FormRefusedError
from surveys.xlsforms.taking import City, take

CITY = City(("en", "es", "ar"), "en", lambda names: {})
CHOICES = [["list_name", "name", "label"], ["ways", "foot", "On foot"], ["ways", "bike", "By bicycle"]]


def workbook(**sheets):
    """The bytes of a workbook with these sheets, each a list of rows. What begins with "=" stays a text."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def form(*rows, header=("type", "name", "label"), choices=None, **sheets):
    """A form with these rows on its sheet `survey`, and with the list "ways" where one asks for it."""
    if choices is None and any(" ways" in str(row[:1]) for row in rows):
        choices = CHOICES
    if choices:
        sheets["choices"] = choices
    return workbook(survey=[list(header), *rows], **sheets)


def taken(*rows, city=CITY, **sheets):
    return take(form(*rows, **sheets), city, "A form")


def only_block(*rows, **sheets):
    return taken(*rows, **sheets).survey.blocks[0]


def told(result):
    """What was not taken over: (cell, what stands there, why)."""
    return [(entry.place.cell, entry.what, entry.why.value) for entry in result.not_taken]


def refusal(content):
    """What is wrong: (sheet, row, column, fault)."""
    try:
        take(content, CITY, "A form")
    except FormRefusedError as refused:
        return [(one.place.sheet, one.place.row, one.place.column, one.wrong.value) for one in refused.faults]
    raise AssertionError("the form was taken")


def bare(survey: PortableSurvey):
    """Everything but the ids, which are new in every import: conditions name their question."""
    names = {block["id"]: block["value"]["name"] for block in survey.blocks}
    return {
        "languages": survey.languages,
        "title": survey.title,
        "summary": survey.summary,
        "thanks": survey.thanks,
        "when_stale": survey.when_stale,
        "blocks": _bare(survey.blocks, names),
    }


def _bare(value, names):
    if isinstance(value, Words):
        return dict(value)
    if isinstance(value, list):
        return [_bare(one, names) for one in value]
    if isinstance(value, dict):
        return {
            name: names.get(one, one) if _is_id(name, one) else _bare(one, names)
            for name, one in value.items()
            if name != "id"
        }
    return value


def _is_id(name, value):
    return name == "question" and isinstance(value, str)


def difference(one: PortableSurvey, other: PortableSurvey):
    """The first thing in which two surveys differ, as each has it; None where they are the same."""
    mine, yours = bare(one), bare(other)
    pairs = [*zip(mine.pop("blocks"), yours.pop("blocks"), strict=False), (mine, yours)]
    pairs.append((len(one.blocks), len(other.blocks)))
    return next((pair for pair in pairs if pair[0] != pair[1]), None)
