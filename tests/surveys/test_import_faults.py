from __future__ import annotations

import shutil

import pytest
from django.core.management import CommandError

from tests.surveys.past_survey import FOLDER, files_in
from tests.surveys.past_survey.running import rows, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def copies(tmp_path):
    """The files, to be spoiled."""
    for path in files_in(FOLDER):
        shutil.copy(path, tmp_path)
    return files_in(tmp_path)


def spoiled(name, old, new):
    def spoil(files):
        path = getattr(files, name)
        content = path.read_bytes()
        assert old in content
        path.write_bytes(content.replace(old, new, 1))

    return spoil


FIRST_ROW = b"2025-03,30-44,workshop; cafe,179,9"
FAULTS = [
    pytest.param(
        spoiled("questions", b"scale\r\n", b"scale,note\r\n"),
        "questions.csv, row 1, column note: unknown column; the columns are name, type, scale, label",
        id="unknown_column",
    ),
    pytest.param(
        spoiled("responses", FIRST_ROW, b"2025-03,30-44,workshop; cafe,179,8"),
        "responses.csv, row 2, column opening_hours: unknown code “8”; the codes are 1, 2, 3, 9",
        id="unknown_code",
    ),
    pytest.param(
        spoiled("responses", FIRST_ROW, "2025-03,30-44,workshop; cafe,179,٣".encode()),
        "responses.csv, row 2, column opening_hours: “٣” has digits other than 0-9, which codes do not take",
        id="arabic_digit",
    ),
    pytest.param(
        lambda files: files.choices.unlink(), "choices.csv: there is no such file", id="missing_file"
    ),
    pytest.param(
        spoiled("responses", b"30-44", b"30\xe944"),
        "responses.csv, row 2, column age_band: the byte 0xE9 is not UTF-8; save the file as “CSV UTF-8”",
        id="broken_encoding",
    ),
    pytest.param(
        spoiled("responses", b"wave,age_band", b"wave,wave"),
        "responses.csv, row 1, column wave: two columns have this name",
        id="duplicate_header",
    ),
    pytest.param(
        spoiled("responses", FIRST_ROW, b"extra," + FIRST_ROW),
        "responses.csv, row 2, column L: the row goes on: 12 cells, where the header has 11",
        id="ragged_row",
    ),
    pytest.param(
        spoiled("responses", FIRST_ROW, b"2025-03,30-44,workshop; cafe,219,9"),
        "the answer sheet 219 stands further up",
        id="sheet_twice",
    ),
    pytest.param(
        spoiled("responses", FIRST_ROW, FIRST_ROW.replace(b"2025-03", b'"spring\r\n2025"')),
        "responses.csv, row 2, column wave: “spring��2025” is no wave; write it as 2026, 2026-03 or 2026-03-31",
        id="line_break_in_what_is_quoted",
    ),
    pytest.param(
        lambda files: files.responses.write_bytes(b""), "responses.csv: the file is empty", id="empty_file"
    ),
]


@pytest.mark.parametrize(("spoil", "line"), FAULTS)
def test_a_fault_is_one_line_with_file_row_and_column_and_nothing_is_stored(parks, copies, spoil, line):
    spoil(copies)
    before = rows()
    with pytest.raises(CommandError) as caught:
        run(copies)
    assert str(caught.value).endswith(line)
    assert "\n" not in str(caught.value)
    assert caught.value.returncode == 1
    assert rows() == before


def test_a_folder_in_the_place_of_a_file_is_told(parks, copies):
    with pytest.raises(CommandError, match=r"the file cannot be read \(Is a directory\)"):
        run(copies._replace(choices=copies.choices.parent))


def test_an_unknown_department_is_told_with_those_that_there_are(parks, roads):
    with pytest.raises(CommandError) as caught:
        run(files_in(FOLDER), department="park")
    assert str(caught.value) == (
        "There is no department “park”. There are: Parks and Nature (parks), Roads and Bridges (roads)."
    )
