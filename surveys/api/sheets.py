"""A sheet that a program sent, held against what is asked: everything that is wrong with it, at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from surveys.api.problems import ProblemError, pointer
from surveys.api.schemas import Fault, Sheet
from surveys.api.values import WrongShapeError, posted_from
from surveys.domain.answers import Posted
from surveys.domain.drawing import Drawn, drawn_before
from surveys.domain.filling import Filled, fill
from surveys.domain.invalid import InvalidAnswerError
from surveys.domain.kinds import Kind
from surveys.domain.questions import Question
from surveys.presentation import what_is_wrong
from surveys.queries.asking import Asking
from surveys.services.responses import SheetAnswer

# For programs that are being written: people never see them.
SAID = {
    "unknown_question": "The survey does not ask this question now, or not in this language.",
    "answered_twice": "The question is there by its name and by its id.",
    "takes_no_answer": "This says something or begins a page; it takes no answer.",
    "wrong_shape": "A question of this kind takes another type of value.",
    "not_drawn": "The question was not drawn like this: arm and order have to fit its wordings and choices.",
    "nothing_answered": "No question is answered that is asked with these answers.",
    InvalidAnswerError.NO_NUMBER: "A number, or its digits with a point for decimals.",
    InvalidAnswerError.NO_DATE: "A day as YYYY-MM-DD.",
}
# Kinds whose parts have a place of their own in the value.
WITH_PARTS = frozenset({Kind.MATRIX, Kind.PLACE})
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Read:
    """The `answers` to be stored, and the names of what was sent and is not asked with these answers."""

    answers: list[SheetAnswer]
    dropped: list[str]


@dataclass
class _Reading:
    """`sent` is how the sheet names a question, by id."""

    questions: dict[str, Question]
    sent: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def blame(self, code: str, *place: str, question: Question | None = None, said: str = "") -> None:
        name = question.name if question else None
        self.faults.append(
            Fault(pointer=pointer(*place), code=code, detail=said or SAID[code], question=name)
        )

    def by_id(self, values: Mapping[str, _Value], where: str) -> dict[str, _Value]:
        """Question id → value; what is unknown or there twice is a fault."""
        names = {question.name: question for question in self.questions.values()}
        found: dict[str, _Value] = {}
        for name, value in values.items():
            question = self.questions.get(name) or names.get(name)
            if question is None:
                self.blame("unknown_question", where, name)
            elif question.id in found:
                self.blame("answered_twice", where, name, question=question)
            else:
                found[question.id] = value
                if where == "answers":
                    self.sent[question.id] = name
        return found


def read_sheet(asking: Asking, sheet: Sheet) -> Read:
    """In the language of the moment. ProblemError "invalid" with every fault."""
    reading = _Reading({question.id: question for question in asking.questions})
    posted, misshaped = _posted(reading, sheet)
    drawn = _drawn(reading, sheet)
    filled = fill(asking.questions, lambda question: posted.get(question.id, {}))
    for question_id, code in misshaped.items():
        # What is not asked is dropped, whatever it is.
        question = reading.questions[question_id]
        if question_id in filled.reached or not question.asks:
            reading.blame(code, "answers", reading.sent[question_id], question=question)
    _blame_faults(reading, filled, misshaped)
    if not filled.answers and not reading.faults:
        reading.blame("nothing_answered", "answers")
    if reading.faults:
        raise ProblemError("invalid", errors=reading.faults)
    return Read(_answers(asking, filled, drawn), _dropped(reading, filled, posted))


def _posted(reading: _Reading, sheet: Sheet) -> tuple[dict[str, Posted], dict[str, str]]:
    """Question id → parts, and question id → code of what is wrong with the shape of its value."""
    posted: dict[str, Posted] = {}
    misshaped: dict[str, str] = {}
    for question_id, value in reading.by_id(sheet.answers, "answers").items():
        try:
            posted[question_id] = posted_from(reading.questions[question_id], value)
        except WrongShapeError as error:
            misshaped[question_id] = error.args[0]
    return posted, misshaped


def _drawn(reading: _Reading, sheet: Sheet) -> dict[str, Drawn]:
    found = {}
    for question_id, shown in reading.by_id(sheet.drawn, "drawn").items():
        question = reading.questions[question_id]
        drawn = drawn_before(question, shown.arm, " ".join(shown.order))
        if drawn is None:
            reading.blame("not_drawn", "drawn", question.name, question=question)
        else:
            found[question_id] = drawn
    return found


def _blame_faults(reading: _Reading, filled: Filled, misshaped: Mapping[str, str]) -> None:
    for question_id, error in filled.faults.items():
        if question_id in misshaped:
            continue
        question = reading.questions[question_id]
        place = ["answers", reading.sent.get(question_id, question.name)]
        if error.part and (question.kind in WITH_PARTS or error.part == "other"):
            place.append(error.part)
        reading.blame(error.args[0], *place, question=question, said=what_is_wrong(error))


def _answers(asking: Asking, filled: Filled, drawn: Mapping[str, Drawn]) -> list[SheetAnswer]:
    return [
        SheetAnswer(version, question, filled.answers[question.id], drawn.get(question.id, Drawn()))
        for question, version in zip(asking.questions, asking.versions, strict=True)
        if question.id in filled.answers
    ]


def _dropped(reading: _Reading, filled: Filled, posted: Mapping[str, Posted]) -> list[str]:
    """Of everything that was answered what was not reached; an empty value is no answer."""
    empty = {question_id for question_id, parts in posted.items() if not parts}
    return [
        reading.questions[question_id].name
        for question_id in reading.sent
        if question_id not in filled.answers and question_id not in empty
    ]
