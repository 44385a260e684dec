"""Whether the conditions of a survey can be asked as they are written: nothing refers forward, nothing is dead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, islice, product

from surveys.domain.answers import CELL
from surveys.domain.filling import is_paged, pages_of
from surveys.domain.kinds import ORDERED, Kind
from surveys.domain.logic import DATE, NUMBER, Condition, Operator, reached
from surveys.domain.piping import names_in
from surveys.domain.questions import Question
from surveys.domain.written import plain_number

# Beyond this many tries a question is taken to be alive: it hangs on so many others that nobody could list them.
MOST_TRIES = 50_000


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
        found += [
            Finding(question.id, Flaw.NEVER_ASKED)
            for place, question in enumerate(questions)
            if question.id not in named and not can_be_reached(questions, place)
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


def can_be_reached(questions: Sequence[Question], place: int) -> bool:
    """Whether some answers lead to the question at `place`: tried out on the answers that its conditions tell apart."""
    target = questions[place]
    needed = _hangs_on(questions, place)
    if not needed:
        return True
    asked = [
        question
        for question in questions[: place + 1]
        if question is target or question.id in needed or question.begins_page
    ]
    about = [question for question in questions if question.id in needed and question.asks]
    values = _values_asked_for(questions)
    candidates = [list(_candidates(question, values.get(question.id, ()))) for question in about]
    tries = islice(product(*candidates), MOST_TRIES + 1)
    for number, answers in enumerate(tries):
        if number == MOST_TRIES:
            return True
        sheet = {question.id: codes for question, codes in zip(about, answers, strict=True) if codes}
        if target.id in reached(asked, sheet):
            return True
    return False


def _hangs_on(questions: Sequence[Question], place: int) -> set[str]:
    """The ids of all that the question at `place` hangs on, whether directly or by others or by their pages."""
    by_id = {question.id: question for question in questions}
    page_rule: dict[str, Question | None] = {}
    beginning: Question | None = None
    for question in questions:
        beginning = question if question.begins_page else beginning
        page_rule[question.id] = beginning
    found: set[str] = set()
    waiting = [questions[place]]
    while waiting:
        question = waiting.pop()
        page = page_rule[question.id]
        rules = [question.rule, page.rule] if page is not None else [question.rule]
        for condition in (condition for rule in rules for condition in rule.conditions):
            if condition.question not in found:
                found.add(condition.question)
                waiting.append(by_id[condition.question])
    return found


def _values_asked_for(questions: Sequence[Question]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for question in questions:
        for condition in question.rule.conditions:
            found.setdefault(condition.question, []).append(condition.value)
    return {id: tuple(dict.fromkeys(value for value in values if value)) for id, values in found.items()}


def _candidates(question: Question, values: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Answers that between them can make every condition about `question` true or false, as far as it may."""
    if question.kind is Kind.NUMBER:
        yield from ((code,) for code in _numbers(question, values))
    elif question.kind is Kind.DATE:
        yield from ((code,) for code in _days(question, values))
    elif question.takes_words:
        yield ("*",)
    elif question.several or question.kind in (Kind.RANKING, Kind.MATRIX):
        yield from _sets(question, values)
    else:
        yield from ((code,) for code in question.codes)
    # Somebody may always leave out what need not be answered; what must be is never empty once it is reached.
    if not question.settings.required:
        yield ()


def _numbers(question: Question, values: Sequence[str]) -> list[str]:
    settings = question.settings
    step = Decimal("0.001") if settings.decimals else Decimal(1)
    tried = [
        Decimal(value) + offset for value in values if NUMBER.match(value) for offset in (-step, 0, step)
    ]
    tried += [limit for limit in (settings.minimum, settings.maximum) if limit is not None]
    fitting = {
        number
        for number in tried or [Decimal(0)]
        if (settings.minimum is None or number >= settings.minimum)
        and (settings.maximum is None or number <= settings.maximum)
        and (settings.decimals or number == number.to_integral_value())
    }
    return [plain_number(number) for number in sorted(fitting)]


def _days(question: Question, values: Sequence[str]) -> list[str]:
    settings = question.settings
    tried = {limit for limit in (settings.earliest, settings.latest) if limit is not None}
    for value in values:
        if DATE.match(value):
            day = date.fromisoformat(value)
            tried |= {day + timedelta(days=offset) for offset in (-1, 0, 1)}
    return [
        day.isoformat()
        for day in sorted(tried or {date(2000, 1, 1)})
        if (settings.earliest is None or day >= settings.earliest)
        and (settings.latest is None or day <= settings.latest)
    ]


def _sets(question: Question, values: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each set of the answers that are asked for, filled up with others where more must be chosen."""
    settings = question.settings
    if question.kind is Kind.MATRIX:
        yield from _cells(question, values)
        return
    alone = [choice.code for choice in question.choices if choice.exclusive]
    together = [code for code in question.codes if code not in alone]
    wanted = [code for code in together if code in values]
    rest = [code for code in together if code not in values]
    fewest = max(settings.fewest or 1, 1)
    most = settings.most or len(together)
    for size in range(len(wanted) + 1):
        for chosen in combinations(wanted, size):
            filled = [*chosen, *rest[: max(fewest - size, 0)]]
            if fewest <= len(filled) <= most:
                yield tuple(filled)
            if len(filled) == len(chosen) and rest and len(chosen) < most:
                yield (*chosen, rest[0])
    yield from ((code,) for code in alone)


def _cells(question: Question, values: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Of the rows that no condition is about it matters only whether they are filled in: "is" means one cell alone."""
    by_row, rest = [], []
    for row in question.rows:
        cells = [f"{row.code}{CELL}{column}" for column in question.codes]
        asked = [cell for cell in cells if cell in values]
        other = [cell for cell in cells if cell not in values][:1]
        left = [] if question.settings.required else [""]
        if asked:
            by_row.append([*asked, *other, *left])
        else:
            rest += other
    for cells in product(*by_row):
        chosen = tuple(cell for cell in cells if cell)
        if chosen and not (rest and question.settings.required):
            yield chosen
        if rest:
            yield (*chosen, *rest)
