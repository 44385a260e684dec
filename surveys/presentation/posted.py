"""What a form carries, between the names of its inputs and the parts of a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.http import QueryDict
from django.utils.formats import date_format, number_format

from surveys.domain.answers import CELL, GivenAnswer, Posted
from surveys.domain.drawing import Drawn, drawn_before
from surveys.domain.kinds import Kind
from surveys.domain.questions import OTHER, Question
from surveys.domain.written import date_in

DRAWN = "drawn"


def parts_posted(data: QueryDict, name: str) -> dict[str, list[str]]:
    """What was sent for the question whose inputs are called `name` or begin with it and a dot."""
    found = {"": data.getlist(name)} if name in data else {}
    for key in data:
        if key.startswith(f"{name}."):
            found[key[len(name) + 1 :]] = data.getlist(key)
    return found


def inputs_of(name: str, posted: Posted) -> Iterator[tuple[str, str]]:
    """The names and values of hidden inputs that carry `posted` along."""
    for part, values in posted.items():
        for value in values:
            if value:
                yield (f"{name}.{part}" if part else name), value


def drawn_text(drawn: Drawn) -> str:
    return f"{drawn.arm}/{' '.join(drawn.order)}" if drawn.arm or drawn.order else ""


def drawn_in(question: Question, text: str) -> Drawn | None:
    """How the form says that the question was shown; None where it says nothing that fits."""
    arm, slash, order = text.partition("/")
    return drawn_before(question, arm, order) if slash else None


def spoken(question: Question, given: GivenAnswer) -> str:
    """The answer in words, as it is repeated to the person."""
    if question.takes_words:
        return given.text
    if question.kind is Kind.DATE:
        return ", ".join(date_format(date_in(code)) for code in given.codes)
    if question.kind is Kind.NUMBER:
        return " ".join([*(number_format(code) for code in given.codes), question.unit]).strip()
    return ", ".join(_labels(question, given))


def _labels(question: Question, given: GivenAnswer) -> Iterator[str]:
    for code in given.codes:
        if question.kind is Kind.MATRIX:
            row, _cell, column = code.partition(CELL)
            yield f"{question.row_label_of(row)}: {question.label_of(column)}"
        elif code == OTHER and given.text:
            yield given.text
        else:
            yield question.label_of(code)


def answers_by_name(questions: Sequence[Question], answers: Mapping[str, GivenAnswer]) -> dict[str, str]:
    """Name of the question → its answer in words, to be repeated in later questions."""
    return {
        question.name: spoken(question, answers[question.id])
        for question in questions
        if question.id in answers
    }
