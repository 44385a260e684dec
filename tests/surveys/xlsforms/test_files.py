"""Files that are no form at all, or would take the server's memory."""

from __future__ import annotations

import io
import zipfile

import pytest

from surveys.xlsforms import files
from surveys.xlsforms.reports import Wrong
from tests.surveys.xlsforms.forms import form, refusal, taken, told, workbook

GOOD = ["text", "why", "Why?"]


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        pytest.param(b"", Wrong.NO_WORKBOOK, id="empty"),
        pytest.param(b"survey,type,name", Wrong.NO_WORKBOOK, id="text"),
        pytest.param(b"%PDF-1.7", Wrong.NO_WORKBOOK, id="pdf"),
        pytest.param(b"PK\x03\x04 and nothing more", Wrong.BROKEN, id="half_a_zip"),
        pytest.param(zipped(a="no workbook"), Wrong.BROKEN, id="another_zip"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 2000, Wrong.BROKEN, id="half_an_xls"),
        pytest.param(b"PK\x03\x04" + b"0" * files.LARGEST_FILE, Wrong.TOO_LARGE, id="large"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"0" * files.LARGEST_XLS, Wrong.TOO_LARGE, id="large_xls"),
    ],
)
def test_what_is_no_form_is_refused(content, wrong):
    assert refusal(content) == [("", None, "", wrong)]


def test_a_file_that_unpacks_to_more_than_it_seems_is_not_unpacked(monkeypatch):
    bomb = zipped(sheet=b"0" * (files.LARGEST_UNPACKED + 1))
    assert len(bomb) < 100_000
    monkeypatch.setattr(files, "load_workbook", lambda *args, **kwargs: pytest.fail("it was opened"))
    assert refusal(bomb) == [("", None, "", Wrong.UNPACKS_TOO_LARGE)]
    texts = {"xl/sharedStrings.xml": b"0" * (files.LARGEST_TEXTS + 1)}
    assert refusal(zipped(**texts)) == [("", None, "", Wrong.UNPACKS_TOO_LARGE)]
    parts = {f"part{number}": "" for number in range(files.MOST_PARTS + 1)}
    assert refusal(zipped(**parts)) == [("", None, "", Wrong.UNPACKS_TOO_LARGE)]


def test_a_damaged_sheet_within_a_sound_archive_is_told():
    with zipfile.ZipFile(io.BytesIO(form(GOOD))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = b"<worksheet><sheetData><row"
    assert refusal(zipped(**parts)) == [("", None, "", Wrong.BROKEN)]


def test_too_many_sheets_or_rows_are_refused():
    sheets = {f"sheet{number}": [["x"]] for number in range(files.MOST_SHEETS)}
    assert refusal(form(GOOD, **sheets)) == [("", None, "", Wrong.TOO_MANY_SHEETS)]
    rows = [["text", f"q{number}", "Why?"] for number in range(files.MOST_ROWS)]
    assert refusal(form(*rows)) == [("survey", files.MOST_ROWS + 1, "", Wrong.TOO_MANY_ROWS)]


def test_rows_far_below_the_others_are_told_as_not_read():
    gap = [[] for _row in range(70)]
    assert told(taken(GOOD, *gap, ["text", "far", "Far below"]))[0][2] == "below_gap"
    assert "below_gap" not in str(told(taken(GOOD, *gap, [None, None, None, "a note beside the form"])))


def test_a_workbook_of_one_sheet_is_the_survey_whatever_it_is_called():
    content = workbook(Tabelle1=[["type", "name", "label"], ["texxt", "why", "Why?"]])
    assert refusal(content) == [("Tabelle1", 2, "type", Wrong.UNKNOWN_TYPE)]
