"""Earlier answers inside later words."""

from __future__ import annotations

from surveys.domain.piping import LONGEST, names_in, piped


def test_names_are_found_once_each_in_order():
    assert names_in("{way} or {mood}, {way}?") == ("way", "mood")
    assert names_in("no { way } here, {} neither, {two words}") == ()


def test_an_answer_stands_where_its_name_stood():
    assert piped("What about {way}?", {"way": "the tram"}) == "What about the tram?"


def test_what_was_not_answered_is_an_ellipsis():
    assert piped("What about {way}?", {}) == "What about …?"
    assert piped("What about {way}?", {"way": "  \n"}) == "What about …?"


def test_long_answers_are_cut_and_lines_joined():
    assert piped("{else}", {"else": "one\n\n two"}) == "one two"
    cut = piped("{else}", {"else": "x" * 500})
    assert len(cut) == LONGEST
    assert cut.endswith("…")


def test_an_answer_that_looks_like_a_name_is_not_looked_up_again():
    assert piped("{a}", {"a": "{b}", "b": "secret"}) == "{b}"
