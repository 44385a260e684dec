from __future__ import annotations

import io
import random
from datetime import date

import pytest

from surveys.domain.kinds import Kind
from surveys.domain.questions import Choice
from surveys.domain.sheets import parse_wave
from surveys.domain.sheets.table import Table, letters
from surveys.domain.sheets.values import SeenNumbers
from tests.surveys.sheets_in_memory import RESPONSES, questions, replaced, scales, sheets


def test_scales_keep_the_order_of_their_choices():
    assert scales()["quality"] == (
        Choice("1", "Poor", True),
        Choice("2", "Good", True),
        Choice("9", "Don't know", False),
    )


def test_a_question_has_the_choices_of_its_scale_or_the_usual_ones():
    place, rooms, staff, friend, wish = questions()
    assert (place.name, place.kind, place.text) == ("place", Kind.SINGLE, "How is it here, all in all?")
    assert place.codes == ("1", "2", "9")
    assert rooms.codes == ("reading", "cafe")
    assert staff.codes == ("1", "2", "3", "4", "5")
    assert friend.codes == ("yes", "no")
    assert wish.codes == ()


def test_a_sheet_holds_what_was_answered_and_nothing_else():
    first, second = sheets().rows()
    assert first.wave == parse_wave("2025-03")
    assert (first.channel, first.segments) == ("web", ("harbour",))
    assert first.answers == [(0, ("1",)), (1, ("reading", "cafe")), (2, ("5",)), (3, ("yes",))]
    assert first.texts == [(4, "A bench")]
    assert (second.channel, second.segments, second.answers, second.texts) == ("", ("",), [(0, ("9",))], [])


def test_columns_may_stand_in_any_order():
    shuffled = "wish,place,wave,staff,response,rooms,channel,friend\nHi,2,2025,,7,cafe,,\n"
    [sheet] = sheets(shuffled).rows()
    assert sheet.answers == [(0, ("2",)), (1, ("cafe",))]
    assert sheet.texts == [(4, "Hi")]


@pytest.mark.parametrize(
    "cell",
    ["cafe;reading", "cafe reading", " cafe ; reading;", "reading cafe", "cafe  reading", "cafe;;reading"],
)
def test_several_choices_stand_between_semicolons_or_spaces_in_any_order(cell):
    [sheet, _] = sheets(replaced(RESPONSES, 2, "rooms", cell)).rows()
    assert sheet.answers[1] == (1, ("reading", "cafe"))


@pytest.mark.parametrize(
    "variant",
    [
        pytest.param(b"\xef\xbb\xbf" + RESPONSES.encode(), id="byte_order_mark"),
        pytest.param(RESPONSES.replace("\n", "\r\n").encode(), id="windows_line_ends"),
        pytest.param(RESPONSES.rstrip().encode(), id="no_line_end_at_the_end"),
        pytest.param(RESPONSES.encode() + b"\n\n", id="empty_lines_at_the_end"),
        pytest.param(RESPONSES.replace(",", " , ").encode(), id="spaces_around_cells"),
    ],
)
def test_usual_variants_of_csv_are_read_alike(variant):
    assert list(sheets(variant).rows()) == list(sheets().rows())


def test_dont_know_stands_last_wherever_it_is_listed():
    text = "scale,value,label,substantive\ns,dk,?,no\ns,a,A,yes\ns,b,B,yes\n"
    assert [choice.code for choice in scales(text)["s"]] == ["a", "b", "dk"]


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_wave_is_a_year_a_month_or_a_day(label, first, last):
    assert parse_wave(label) == (label, first, last)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "24",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "2024-1",
        "2024/01",
        "01.02.2024",
        "0000",
        "٢٠٢٤",
        "2024-01-01T10",
    ],
)
def test_anything_else_is_no_wave(label):
    assert parse_wave(label) is None


def test_rows_before_a_fault_are_not_held_back():
    rows = sheets(RESPONSES + "broken\n").rows()
    assert [next(rows).channel, next(rows).channel] == ["web", ""]


def test_columns_have_the_letters_of_a_spreadsheet():
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_file_is_read_line_by_line():
    class Tap(io.BytesIO):
        asked = 0

        def readline(self, size=-1):
            Tap.asked += 1
            return super().readline(size)

    rows = Table("f", Tap(b"a\n1\n2\n3\n")).rows()
    next(rows)
    assert Tap.asked == 2


# Finding answer sheets that stand there twice


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param(list(range(5_000)), id="rising"),
        pytest.param(list(range(5_000, 0, -1)), id="falling"),
        pytest.param(random.Random(7).sample(range(10**15), 5_000), id="shuffled"),
    ],
)
def test_every_repeated_number_is_found_and_no_other(numbers, monkeypatch):
    monkeypatch.setattr(SeenNumbers, "MAX_STRAYS", 700)
    seen = SeenNumbers()
    assert all(seen.add(number) for number in numbers)
    assert not any(seen.add(number) for number in numbers)
