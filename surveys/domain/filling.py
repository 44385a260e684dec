"""Reading an answer sheet of several questions: what was reached is checked, all else is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from surveys.domain.answers import GivenAnswer, Posted, check_answer, is_blank
from surveys.domain.invalid import InvalidAnswerError
from surveys.domain.kinds import Kind
from surveys.domain.logic import reached
from surveys.domain.questions import Question


@dataclass(frozen=True)
class Filled:
    """`answers` and `faults` by question id, of the questions that were `reached` (ids in order). An answer with a
    fault counts as not given where others hang on it."""

    answers: Mapping[str, GivenAnswer]
    faults: Mapping[str, InvalidAnswerError]
    reached: tuple[str, ...]

    @property
    def sheet(self) -> dict[str, tuple[str, ...]]:
        return {question: answer.on_sheet for question, answer in self.answers.items()}


def fill(questions: Sequence[Question], posted_for: Callable[[Question], Posted]) -> Filled:
    """What `posted_for` each question gives, all in all. Answers to questions that are not reached are dropped."""
    answers: dict[str, GivenAnswer] = {}
    faults: dict[str, InvalidAnswerError] = {}
    for question in questions:
        if not question.asks:
            continue
        posted = posted_for(question)
        if is_blank(posted) and not question.settings.required:
            continue
        try:
            answers[question.id] = check_answer(question, posted)
        except InvalidAnswerError as error:
            faults[question.id] = error
    found = reached(questions, {question: answer.on_sheet for question, answer in answers.items()})
    return Filled(
        answers={question: answers[question] for question in found if question in answers},
        faults={question: faults[question] for question in found if question in faults},
        reached=found,
    )


@dataclass(frozen=True)
class PageOfQuestions:
    """What stands on one page of a form: its beginning, if it has one of its own, and its questions in order."""

    beginning: Question | None
    questions: tuple[Question, ...]


def pages_of(questions: Sequence[Question]) -> tuple[PageOfQuestions, ...]:
    """Without any beginning of a page, all on one. A page without questions is none."""
    pages: list[tuple[Question | None, list[Question]]] = [(None, [])]
    for question in questions:
        if question.kind is Kind.PAGE:
            pages.append((question, []))
        else:
            pages[-1][1].append(question)
    return tuple(PageOfQuestions(beginning, tuple(held)) for beginning, held in pages if held)


def is_paged(questions: Sequence[Question]) -> bool:
    """Whether the questions make a form of pages that is sent at the end, not single questions one after another."""
    return any(question.kind is Kind.PAGE for question in questions)


def open_pages(pages: Sequence[PageOfQuestions], ids: Sequence[str]) -> tuple[int, ...]:
    """The places of the pages on which something is reached."""
    known = set(ids)
    return tuple(
        place for place, page in enumerate(pages) if any(question.id in known for question in page.questions)
    )
