"""The browser and the server agree on which questions are asked, whatever the survey and the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import Phase, given, settings

from portal.core.assets import STATIC
from surveys.domain.filling import fill, pages_of
from surveys.domain.kinds import Kind
from surveys.domain.logic import Condition, Operator, Rule
from surveys.domain.questions import Question, Settings
from surveys.presentation.browser import as_browser_reads
from surveys.presentation.posted import parts_posted
from tests.surveys.logic.inventing import (
    DAYS,
    NUMBERS,
    QUIET,
    TEXTS,
    WRITTEN_DAYS,
    WRITTEN_NUMBERS,
    data_of,
    surveys_filled_in,
    unruled,
)

pytestmark = pytest.mark.journey

SURVEYS = 1_000
# Reads every form and says what was understood of each question, and which were reached.
IN_THE_BROWSER = """(forms) => forms.map(([asked, entries]) => {
  const sheet = {};
  for (const question of asked) {
    const codes = window.read(question, entries);
    if (codes) sheet[question.id] = codes;
  }
  return [window.reached(asked, sheet), sheet];
})"""
# The same for one page: what is asked and filled in on it, and what was answered on others.
ON_A_PAGE = "(pages) => pages.map((page) => window.reached(...page))"


def invented(number):
    """Different surveys, each with a form filled in."""
    found = {}

    # Some turn out alike.
    @settings(QUIET, max_examples=number + number // 8, phases=[Phase.generate])
    @given(surveys_filled_in())
    def invent(survey):
        found[repr(survey)] = survey

    while len(found) < number:
        invent()
    return list(found.values())[-number:]


def on_the_server(questions, pairs):
    data = data_of(pairs)
    read = {}
    for question in questions:
        # Each answer is read in any case, whatever leads to its question.
        filled = fill([unruled(question)], lambda one: parts_posted(data, one.id))
        read |= {name: tidy(question, answer.on_sheet) for name, answer in filled.answers.items()}
    return list(fill(questions, lambda one: parts_posted(data, one.id)).reached), read


def tidy(question, codes):
    """Only a ranking has an order of its own."""
    return list(codes) if question.kind is Kind.RANKING else sorted(codes)


@pytest.fixture
def script(browser):
    page = browser.new_page()
    source = (STATIC / "js" / "logic.js").read_text("utf-8")
    page.add_script_tag(type="module", content=f"{source}\nObject.assign(window, {{ read, reached }});")
    page.wait_for_function("() => Boolean(window.reached)")
    yield page
    page.close()


def differences(script, surveys):
    """Where the two disagree, the simplest first: both sides, the questions and what was filled in."""
    forms = [[[as_browser_reads(one) for one in questions], pairs] for questions, pairs in surveys]
    found = []
    for (questions, pairs), (reached, sheet) in zip(
        surveys, script.evaluate(IN_THE_BROWSER, forms), strict=True
    ):
        by_id = {question.id: question for question in questions}
        there = reached, {name: tidy(by_id[name], codes) for name, codes in sheet.items()}
        here = on_the_server(questions, pairs)
        if here != there:
            found.append({"server": here, "browser": there, "questions": questions, "form": pairs})
    return sorted(found, key=lambda one: len(repr(one)))


def test_browser_and_server_ask_the_same_questions_in_a_thousand_invented_surveys(script):
    surveys = invented(SURVEYS)

    assert len(surveys) == SURVEYS
    assert differences(script, surveys)[:1] == []


def pages_filled_in(questions, pairs):
    """(What the browser is given, what the server reaches) of each page to which the answers lead."""
    data = data_of(pairs)
    filled = fill(questions, lambda one: parts_posted(data, one.id))
    _reached, read = on_the_server(questions, pairs)
    for page in pages_of(questions):
        ids = [question.id for question in page.questions]
        if page.beginning is None or page.beginning.id in filled.reached:
            here = {name: codes for name, codes in read.items() if name in ids}
            elsewhere = {name: codes for name, codes in filled.sheet.items() if name not in ids}
            asked = [as_browser_reads(question) for question in page.questions]
            yield [asked, here, elsewhere], [name for name in filled.reached if name in ids]


def test_a_page_shows_what_the_answers_on_it_and_on_other_pages_lead_to(script):
    surveys = [one for one in invented(SURVEYS) if any(question.begins_page for question in one[0])]
    pages, there = zip(*(page for survey in surveys for page in pages_filled_in(*survey)), strict=True)
    assert len(pages) > SURVEYS / 4
    assert any(elsewhere and len(asked) > 1 for asked, _here, elsewhere in pages)

    assert script.evaluate(ON_A_PAGE, list(pages)) == list(there)


def lone(kind, **settings):
    return Question("id", "q", kind, "How many?", "en", settings=Settings(**settings))


def test_numbers_days_and_words_are_read_alike_however_they_are_written(script):
    asked = [
        *((lone(Kind.NUMBER, decimals=decimals), WRITTEN_NUMBERS) for decimals in (True, False)),
        (lone(Kind.NUMBER, decimals=True, minimum=Decimal("-1"), maximum=Decimal("2.5")), WRITTEN_NUMBERS),
        (lone(Kind.DATE), WRITTEN_DAYS),
        (lone(Kind.DATE, earliest=date(2026, 11, 25), latest=date(2026, 11, 25)), WRITTEN_DAYS),
        (lone(Kind.TEXT), TEXTS),
        (lone(Kind.LONG_TEXT), TEXTS),
    ]
    forms = [((question,), [("id", text)]) for question, texts in asked for text in texts]

    assert differences(script, forms) == []


def test_every_comparison_of_numbers_and_days_comes_out_alike(script):
    compared = [(lone(Kind.NUMBER, decimals=True), NUMBERS), (lone(Kind.DATE), DAYS)]
    forms = []
    for question, values in compared:
        for operator, value in product(Operator, (*values, "2026", "2026-11-25")):
            rule = Rule(conditions=(Condition("id", operator, value),))
            hanging = replace(lone(Kind.TEXT, rule=rule), id="hanging")
            forms += [((question, hanging), [("id", answer)]) for answer in values]

    assert differences(script, forms) == []
