"""A survey with pages: one page of it at a time, the check of all answers, and what the form carries along.

Nothing is kept on the server before the end. Every answer that was given so far travels in the form; so the browser's
own memory, or a shared tablet that is closed, decides what is left of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import SystemRandom

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property

from surveys.domain.drawing import Drawn, draw, varies
from surveys.domain.filling import Filled, PageOfQuestions, fill, open_pages, pages_of
from surveys.domain.logic import Rule
from surveys.domain.piping import piped
from surveys.domain.questions import Question
from surveys.presentation.browser import as_browser_reads
from surveys.presentation.cards import Progress
from surveys.presentation.errors import what_is_wrong
from surveys.presentation.fields import Field, Wrong, field_of
from surveys.presentation.posted import (
    DRAWN,
    answers_by_name,
    drawn_in,
    drawn_text,
    inputs_of,
    parts_posted,
    spoken,
)

DAYS_KEPT = 14


@dataclass(frozen=True)
class Said:
    """A line of the check: what was asked and answered, and the page it stands on."""

    question: Question
    text: str
    answer: str
    page: int


@dataclass(frozen=True)
class FormPage:
    """One page of a survey, or the check before sending when `said` is filled.

    `number` of `total` pages that are reached so far; `place` counts all pages of the survey from 0. `carried` are
    the hidden inputs for everything that stands elsewhere. `rules` is what the browser needs to show and hide
    questions of this page, as JSON. `refusal` says why the sheet was not taken. Forms are kept on the device for
    `days` days.
    """

    action: str
    code: str
    place: int
    number: int
    total: int
    title: str = ""
    intro: str = ""
    elements: tuple[Field, ...] = ()
    carried: tuple[tuple[str, str], ...] = ()
    key: str = ""
    test: bool = False
    checks: bool = False
    checking: bool = False
    more: bool = False
    said: tuple[Said, ...] = ()
    rules: str = ""
    refusal: str = ""
    days: int = DAYS_KEPT

    @property
    def errors(self) -> tuple[Field, ...]:
        return tuple(element for element in self.elements if element.error)

    @property
    def is_check(self) -> bool:
        return bool(self.said)

    @property
    def sends(self) -> bool:
        """Whether going on from here sends the sheet."""
        return self.is_check or not self.checks

    @property
    def begins(self) -> bool:
        return self.number == 1 and not self.is_check


class Form:
    """A person's way through the pages, as one request knows it."""

    def __init__(self, code: str, questions: Sequence[Question], data: QueryDict) -> None:
        self.code, self.questions, self.data = code, questions, data
        self.pages = pages_of(questions)
        self.posted = {
            question.id: parts_posted(data, question.id) for question in questions if question.asks
        }
        self.seen = set(data.getlist("seen"))
        self.drawn = {question.id: self._drawn(question) for question in questions if varies(question)}

    def _drawn(self, question: Question) -> Drawn:
        return drawn_in(question, self.data.get(f"{DRAWN}.{question.id}", "")) or draw(
            question, SystemRandom()
        )

    @cached_property
    def filled(self) -> Filled:
        return fill(self.questions, lambda question: self.posted[question.id])

    @property
    def place(self) -> int:
        """The page that was sent; 0 when the form does not say."""
        sent = self.data.get("at", "")
        return (
            min(int(sent), len(self.pages) - 1) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 0
        )


def first_page(code: str, questions: Sequence[Question], progress: Progress) -> FormPage:
    """The beginning; without a survey's `code` a preview that leads nowhere."""
    form = Form(code, questions, QueryDict(mutable=True))
    if progress.test:
        form.data["test"] = "1"
    form.data["key"] = progress.key
    places = open_pages(form.pages, form.filled.reached)
    return page_at(form, places[0] if places else 0, errors=False)


def whole_form(questions: Sequence[Question]) -> tuple[FormPage, ...]:
    """Every page at once, with all that some answer may lead to: for editors."""
    free = tuple(
        replace(question, settings=replace(question.settings, rule=Rule())) for question in questions
    )
    form = Form("", free, QueryDict())
    return tuple(page_at(form, place, errors=False) for place in range(len(form.pages)))


def page_at(form: Form, place: int, *, errors: bool, more: bool = False) -> FormPage:
    """The page `place` as it stands now; with `errors`, what is wrong on it. `more` says that questions came up."""
    filled, page = form.filled, form.pages[place]
    words = answers_by_name(form.questions, filled.answers)
    reached_pages = open_pages(form.pages, filled.reached)
    beginning = page.beginning
    return FormPage(
        action=reverse("surveys:pages", args=[form.code]) if form.code else reverse("surveys:preview"),
        code=form.code,
        place=place,
        number=reached_pages.index(place) + 1 if place in reached_pages else 1,
        total=len(reached_pages),
        title=piped(beginning.text, words) if beginning else "",
        intro=piped(beginning.hint, words) if beginning else "",
        elements=tuple(_elements(form, page, filled, words, errors=errors)),
        carried=_carried(form, page),
        key=form.data.get("key", ""),
        test="test" in form.data,
        checks=len(form.pages) > 1,
        checking="checking" in form.data,
        more=more,
        rules=_rules(form, page, filled),
    )


def check_page(form: Form) -> FormPage:
    """All answers before they are sent, each with the way back to its page."""
    filled = form.filled
    words = answers_by_name(form.questions, filled.answers)
    said = []
    for place, page in enumerate(form.pages):
        for question in page.questions:
            if question.asks and question.id in filled.reached:
                given = filled.answers.get(question.id)
                text = piped(question.text, words)
                said.append(Said(question, text, spoken(question, given) if given else "", place))
    total = len(open_pages(form.pages, filled.reached))
    return FormPage(
        action=reverse("surveys:pages", args=[form.code]),
        code=form.code,
        place=-1,
        number=total,
        total=total,
        carried=_carried(form, None),
        key=form.data.get("key", ""),
        test="test" in form.data,
        said=tuple(said),
    )


def last_page(form: Form, refusal: str) -> FormPage:
    """Where the sheet was sent from, with everything in it and why it was not taken."""
    page = check_page(form) if len(form.pages) > 1 else page_at(form, form.place, errors=False)
    return replace(page, refusal=refusal)


def _elements(
    form: Form, page: PageOfQuestions, filled: Filled, words: Mapping[str, str], *, errors: bool
) -> list[Field]:
    """What is reached on the page, and hidden what an answer on the same page may lead to."""
    here = {question.id for question in page.questions}
    found = []
    for question in page.questions:
        is_reached = question.id in filled.reached
        waits = any(condition.question in here for condition in question.rule.conditions)
        if not is_reached and not waits:
            continue
        fault = filled.faults.get(question.id) if errors and question.id in form.seen else None
        found.append(
            field_of(
                question,
                name=question.id,
                posted=form.posted.get(question.id),
                drawn=form.drawn.get(question.id),
                wrong=Wrong(what_is_wrong(fault), fault.part) if fault else None,
                answers=words,
                hidden=not is_reached,
            )
        )
    return found


def _carried(form: Form, page: PageOfQuestions | None) -> tuple[tuple[str, str], ...]:
    """Everything that was filled in on other pages, what was seen there, how it was drawn, and in which words."""
    here = {question.id for question in page.questions} if page else set()
    found = [("read", str(question.version)) for question in form.questions if question.version]
    for question in form.questions:
        if not question.asks:
            continue
        if question.id not in here:
            found += inputs_of(question.id, form.posted[question.id])
            if question.id in form.seen:
                found.append(("seen", question.id))
        drawn = drawn_text(form.drawn[question.id]) if question.id in form.drawn else ""
        if drawn:
            found.append((f"{DRAWN}.{question.id}", drawn))
    return tuple(found)


def _rules(form: Form, page: PageOfQuestions, filled: Filled) -> str:
    """For the browser: what was answered on other pages, and the rules of this one; empty where none hangs on it."""
    here = {question.id for question in page.questions}
    if not any(
        condition.question in here for question in page.questions for condition in question.rule.conditions
    ):
        return ""
    return json.dumps(
        {
            "sheet": {name: codes for name, codes in filled.sheet.items() if name not in here},
            "asked": [as_browser_reads(question) for question in page.questions],
        }
    )
