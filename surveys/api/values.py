"""From the JSON value of an answer to the parts that the rules of answers read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from surveys.api.schemas import AnswerValue, OwnWords, Place, SeveralWithOwnWords
from surveys.domain.answers import POINT, Posted
from surveys.domain.invalid import InvalidAnswerError
from surveys.domain.kinds import Kind
from surveys.domain.questions import OTHER, Question

NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
WRONG_SHAPE = "wrong_shape"


class WrongShapeError(Exception):
    """The value is none that a question of this kind has. `args[0]` is the code of what is wrong."""


def posted_from(question: Question, value: AnswerValue) -> Posted:
    """WrongShapeError for a value that does not belong to this kind of question, whatever it says.

    Numbers and days are taken as programs write them: what people write may be read in two ways.
    """
    if value is None or value in ("", []):
        return {}
    if isinstance(value, bool):
        raise WrongShapeError(WRONG_SHAPE)
    return _READERS[question.kind](question, value)


def _text(value: AnswerValue) -> str:
    if not isinstance(value, str):
        raise WrongShapeError(WRONG_SHAPE)
    return value


def _codes(value: AnswerValue) -> list[str]:
    if isinstance(value, list):
        return value
    return [_code(value)]


def _code(value: AnswerValue) -> str:
    """The steps of a scale may come as numbers."""
    return str(value) if isinstance(value, int) else _text(value)


def _object(value: AnswerValue) -> dict[str, object] | None:
    """An object as it was sent, whichever shape it was taken for; None for anything else."""
    if isinstance(value, OwnWords | SeveralWithOwnWords | Place):
        return value.model_dump(exclude_unset=True)
    return dict(value) if isinstance(value, dict) else None


def _chosen(question: Question, value: AnswerValue) -> Posted:
    sent = _object(value)
    if sent is None:
        codes = _codes(value) if question.several else [_code(value)]
        return {"": codes}
    several, one, words = sent.get("choices"), sent.get("choice"), sent.get("other", "")
    if not sent.keys() <= {"choices", "choice", OTHER} or not isinstance(words, str):
        raise WrongShapeError(WRONG_SHAPE)
    if isinstance(several, list) and one is None and question.several:
        return {"": several, OTHER: [words]}
    if isinstance(one, str) and several is None:
        return {"": [one], OTHER: [words]}
    raise WrongShapeError(WRONG_SHAPE)


def _one_code(question: Question, value: AnswerValue) -> Posted:
    return {"": [_code(value)]}


def _ranked(question: Question, value: AnswerValue) -> Posted:
    if not isinstance(value, list):
        raise WrongShapeError(WRONG_SHAPE)
    return {"": value}


def _rows(question: Question, value: AnswerValue) -> Posted:
    sent = _object(value)
    if sent is None or not all(isinstance(column, str) for column in sent.values()):
        raise WrongShapeError(WRONG_SHAPE)
    return {row: [str(column)] for row, column in sent.items()}


def _number(question: Question, value: AnswerValue) -> Posted:
    if isinstance(value, int | float):
        return {"": [f"{Decimal(repr(value)):f}" if isinstance(value, float) else _digits(value)]}
    if not NUMBER.match(_text(value)):
        raise WrongShapeError(InvalidAnswerError.NO_NUMBER)
    return {"": [_text(value)]}


def _digits(number: int) -> str:
    # Longer than Python writes out is longer than any answer.
    if number.bit_length() > 128:
        raise WrongShapeError(InvalidAnswerError.NO_NUMBER)
    return str(number)


def _day(question: Question, value: AnswerValue) -> Posted:
    if not DAY.match(_text(value)):
        raise WrongShapeError(InvalidAnswerError.NO_DATE)
    return {"": [_text(value)]}


def _words(question: Question, value: AnswerValue) -> Posted:
    return {"": [_text(value)]}


def _place(question: Question, value: AnswerValue) -> Posted:
    if isinstance(value, str):
        return {"": [value]}
    if isinstance(value, Place):
        point = value.point
        return {
            "": [value.district] if value.district else [],
            POINT: [f"{point.longitude},{point.latitude}"] if point else [],
        }
    sent = _object(value)
    if sent is None or not sent.keys() <= {"district"} or not isinstance(sent.get("district"), str):
        raise WrongShapeError(WRONG_SHAPE)
    return {"": [str(sent["district"])]}


def _nothing(question: Question, value: AnswerValue) -> Posted:
    raise WrongShapeError("takes_no_answer")


_READERS: Mapping[Kind, Callable[[Question, AnswerValue], Posted]] = {
    Kind.SINGLE: _chosen,
    Kind.MULTIPLE: _chosen,
    Kind.IMAGES: _chosen,
    Kind.RATING: _one_code,
    Kind.SCALE: _one_code,
    Kind.YES_NO: _one_code,
    Kind.CONSENT: _one_code,
    Kind.MATRIX: _rows,
    Kind.RANKING: _ranked,
    Kind.NUMBER: _number,
    Kind.DATE: _day,
    Kind.TEXT: _words,
    Kind.LONG_TEXT: _words,
    Kind.PLACE: _place,
    Kind.INFORMATION: _nothing,
    Kind.PAGE: _nothing,
}
