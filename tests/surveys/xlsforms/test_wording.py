"""Every reason and every fault has words, and the forms give all that the words need."""

from __future__ import annotations

import re

import pytest

from surveys.xlsforms.noting import MOST_NOTED, noted, read_notes
from surveys.xlsforms.reports import NotTaken, Place, Reason, Wrong
from surveys.xlsforms.wording import REASONS, WRONGS, entry_line, place_line, reason_text
from tests.surveys.xlsforms.forms import CHOICES, taken

PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def test_every_reason_and_every_fault_has_words():
    assert set(REASONS) == set(Reason)
    assert set(WRONGS) == set(Wrong)


@pytest.mark.django_db
def test_no_words_are_left_with_a_gap():
    header = ("type", "name", "label", "relevant", "parameters", "required")
    choices = [
        *CHOICES,
        ["ways", "dk", "No idea"],
        ["long", "a", "A"],
        ["two", "x.y", "X"],
        ["two", "y", "Y"],
    ]
    rows = [
        ["select_one ways", "way", "How?"],
        ["select_one long", "long", "?"],
        ["select_multiple two", "two.", "?"],
        ["text", "q.1", "w" * 500, "${way} = 'train'"],
        ["text", "q2", "?", "${later} != ''"],
        ["text", "q3", "?", "${sound} != ''"],
        ["range", "far", "?", None, "start=0 end=20 step=5 placeholder=10"],
        ["time", "sound", "?"],
        ["text", "later", "?", None, None, "${way} = 'foot'"],
    ]
    entries = taken(*rows, header=header, choices=choices).not_taken
    found = {entry.why for entry in entries}
    assert {Reason.CUT, Reason.CODE, Reason.NAME, Reason.STEPS, Reason.OWN_WORDS, Reason.KIND} <= found
    assert {Reason.CONDITION_ANSWER, Reason.CONDITION_LATER, Reason.CONDITION_ABOUT} <= found
    for entry in entries:
        assert not PLACEHOLDER.search(reason_text(entry))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(), ""),
        (Place("osm"), "sheet osm"),
        (Place("survey", 3), "sheet survey, row 3"),
        (Place("survey", 3, "name"), "sheet survey, row 3, column name"),
        (Place("survey", 3, "name", "B"), "sheet survey, row 3, column name (B3)"),
    ],
)
def test_a_place_is_said_as_far_as_it_is_known(place, said):
    assert place_line(place) == said


def test_what_was_not_taken_over_is_noted_and_read_back():
    entries = [
        NotTaken(Place("survey", number, "label", "C"), "What?", Reason.CUT, (("limit", "400"),))
        for number in range(MOST_NOTED + 10)
    ]
    assert read_notes(noted(entries)) == entries[:MOST_NOTED]
    gone = [{"place": ["survey", 1, "", ""], "what": "", "why": "gone", "details": {}}]
    assert read_notes(gone) == []


def test_a_line_about_a_cell_is_one_line():
    entry = NotTaken(Place("survey", 3, "label", "C"), "Two\nlines", Reason.BRACES)
    assert "\n" not in entry_line(entry)
