"""From a form to a sheet: what was reached is checked, all else is left out."""

from __future__ import annotations

from surveys.domain.filling import fill, is_paged, open_pages, pages_of
from surveys.domain.invalid import InvalidAnswerError
from surveys.domain.kinds import Kind
from tests.surveys.logic.asked import asked, begins


def filled(questions, **values):
    """`values` by question id: what was sent for the question itself."""
    return fill(questions, lambda one: {"": [values[one.id]]} if one.id in values else {})


def test_answers_to_what_is_not_reached_are_dropped():
    questions = [asked("way"), asked("line", Kind.TEXT, ("way", "is", "tram"))]
    assert filled(questions, way="tram", line="Seven").sheet == {"way": ("tram",), "line": ("*",)}
    assert filled(questions, way="foot", line="Seven").sheet == {"way": ("foot",)}


def test_an_answer_that_does_not_fit_counts_as_not_given():
    questions = [asked("age", Kind.NUMBER), asked("why", Kind.TEXT, ("age", "is", ""))]
    found = filled(questions, age="old")
    assert found.reached == ("age", "why")
    assert found.faults["age"].args[0] == InvalidAnswerError.NO_NUMBER
    assert found.answers == {}


def test_only_what_must_be_answered_is_missed():
    questions = [asked("way", required=True), asked("mood", Kind.RATING)]
    assert list(filled(questions).faults) == ["way"]


def test_what_must_be_answered_is_not_missed_where_it_is_not_asked():
    questions = [asked("way"), asked("line", Kind.TEXT, ("way", "is", "tram"), required=True)]
    assert list(filled(questions, way="foot").faults) == []
    assert list(filled(questions, way="tram").faults) == ["line"]


def test_pages_begin_where_they_say_and_empty_ones_are_none():
    questions = [asked("way"), begins("second"), begins("third"), asked("mood", Kind.RATING)]
    pages = pages_of(questions)
    assert [(page.beginning and page.beginning.id, len(page.questions)) for page in pages] == [
        (None, 1),
        ("third", 1),
    ]
    assert is_paged(questions)
    assert not is_paged(questions[:1])


def test_a_page_is_open_while_something_on_it_is_reached():
    questions = [asked("way"), begins("second"), asked("line", Kind.TEXT, ("way", "is", "tram"))]
    pages = pages_of(questions)
    assert open_pages(pages, filled(questions, way="foot").reached) == (0,)
    assert open_pages(pages, filled(questions, way="tram").reached) == (0, 1)
