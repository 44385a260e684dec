"""Whether the conditions of a survey can be asked as they are written: nothing refers forward, nothing is dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveys.domain.answers import CELL
from surveys.domain.filling import is_paged, pages_of
from surveys.domain.kinds import ORDERED, Kind
from surveys.domain.logic import DATE, NUMBER, Condition, Operator
from surveys.domain.piping import names_in
from surveys.domain.questions import Question
from surveys.domain.reachability import MOST_TRIES, can_be_reached


class Flaw(StrEnum):
    UNKNOWN_QUESTION = "unknown_question"
    REFERS_FORWARD = "refers_forward"
    REFERS_TO_ITSELF = "refers_to_itself"
    UNKNOWN_ANSWER = "unknown_answer"
    NOT_COMPARABLE = "not_comparable"
    ONLY_WHETHER_ANSWERED = "only_whether_answered"
    NEVER_ASKED = "never_asked"
    PIPES_UNKNOWN = "pipes_unknown"
    PIPES_FORWARD = "pipes_forward"
    PIPES_SAME_PAGE = "pipes_same_page"
    PIPES_WORDS = "pipes_words"
    EMPTY_PAGE = "empty_page"


@dataclass(frozen=True)
class Finding:
    """What is wrong with the question `id`; `about` is the id, value or name that it concerns."""

    id: str
    flaw: Flaw
    about: str = ""


def findings(questions: Sequence[Question]) -> list[Finding]:
    """Everything that stands in the way of asking `questions`, in their order. Empty when all is well."""
    rules = list(_reference_findings(questions))
    found = [*rules, *_piping_findings(questions), *_empty_pages(questions)]
    if not any(finding.flaw in _BROKEN for finding in rules):
        # A condition that means nothing is named as such: that nobody fulfils it is only what follows.
        named = {finding.id for finding in rules}
        tries = iter(range(MOST_TRIES))
        found += [
            Finding(question.id, Flaw.NEVER_ASKED)
            for place, question in enumerate(questions)
            if question.id not in named and not can_be_reached(questions, place, tries)
        ]
    order = {question.id: place for place, question in enumerate(questions)}
    return sorted(found, key=lambda finding: order[finding.id])


_BROKEN = frozenset({Flaw.UNKNOWN_QUESTION, Flaw.REFERS_FORWARD, Flaw.REFERS_TO_ITSELF})


def _reference_findings(questions: Sequence[Question]) -> Iterator[Finding]:
    earlier: dict[str, Question] = {}
    known = {question.id for question in questions}
    for question in questions:
        for condition in question.rule.conditions:
            about = condition.question
            if about == question.id:
                yield Finding(question.id, Flaw.REFERS_TO_ITSELF)
            elif about not in known:
                yield Finding(question.id, Flaw.UNKNOWN_QUESTION, about)
            elif about not in earlier:
                yield Finding(question.id, Flaw.REFERS_FORWARD, about)
            else:
                yield from _value_findings(question, earlier[about], condition)
        earlier[question.id] = question


def _value_findings(question: Question, about: Question, condition: Condition) -> Iterator[Finding]:
    operator, value = condition.operator, condition.value
    if not about.asks:
        yield Finding(question.id, Flaw.UNKNOWN_QUESTION, about.id)
    elif not value and operator in (Operator.IS, Operator.IS_NOT):
        return
    elif about.takes_words:
        yield Finding(question.id, Flaw.ONLY_WHETHER_ANSWERED, about.id)
    elif operator in (Operator.MORE, Operator.LESS):
        fits = DATE if about.kind is Kind.DATE else NUMBER
        if about.kind not in ORDERED or not fits.match(value):
            yield Finding(question.id, Flaw.NOT_COMPARABLE, about.id)
    elif not _offers(about, value):
        yield Finding(question.id, Flaw.UNKNOWN_ANSWER, value)


def _offers(question: Question, value: str) -> bool:
    if question.kind is Kind.NUMBER:
        return bool(NUMBER.match(value))
    if question.kind is Kind.DATE:
        return bool(DATE.match(value))
    if question.kind is Kind.MATRIX:
        row, _cell, column = value.partition(CELL)
        return row in {one.code for one in question.rows} and column in question.codes
    return value in question.codes


def _piping_findings(questions: Sequence[Question]) -> Iterator[Finding]:
    paged = is_paged(questions)
    page_of = _places_of_pages(questions)
    by_name = {question.name: question for question in questions if question.asks}
    seen: set[str] = set()
    for question in questions:
        for name in _piped_names(question):
            about = by_name.get(name)
            if about is None:
                yield Finding(question.id, Flaw.PIPES_UNKNOWN, name)
            elif about.id not in seen:
                yield Finding(question.id, Flaw.PIPES_FORWARD, name)
            elif paged and page_of[about.id] == page_of[question.id]:
                yield Finding(question.id, Flaw.PIPES_SAME_PAGE, name)
            elif not paged and about.takes_words:
                yield Finding(question.id, Flaw.PIPES_WORDS, name)
        seen.add(question.id)


def _piped_names(question: Question) -> tuple[str, ...]:
    return names_in(" ".join([question.text, question.other_wording, question.hint]))


def _places_of_pages(questions: Sequence[Question]) -> dict[str, int]:
    page, found = 0, {}
    for question in questions:
        page += question.begins_page
        found[question.id] = page
    return found


def _empty_pages(questions: Sequence[Question]) -> Iterator[Finding]:
    full = {page.beginning.id for page in pages_of(questions) if page.beginning}
    for question in questions:
        if question.begins_page and question.id not in full:
            yield Finding(question.id, Flaw.EMPTY_PAGE)
