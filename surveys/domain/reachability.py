"""Whether a question can be asked at all: its conditions tried out on the answers that they tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, islice, product

from surveys.domain.answers import CELL
from surveys.domain.kinds import ORDERED, Kind
from surveys.domain.logic import DATE, NUMBER, applies
from surveys.domain.questions import Question
from surveys.domain.written import plain_number

# Beyond this many tries a question is taken to be alive: it hangs on so many others that nobody could list them.
MOST_TRIES = 50_000
# The same where one question can be answered in so many ways that tell its conditions apart.
MOST_ANSWERS = 2_000


def can_be_reached(questions: Sequence[Question], place: int, tries: Iterator[int] | None = None) -> bool:
    """Whether some answers lead to the question at `place`: tried out on the answers that its conditions tell apart.

    Each step is one of the `tries`; when they are used up, it is taken to be alive.
    """
    target = questions[place]
    needed = _hangs_on(questions, place)
    if not needed:
        return True
    page_of = _page_of(questions)
    pages = {page_of[id] for id in (*needed, target.id)}
    asked = [
        question
        for question in questions[: place + 1]
        if question is target or question.id in needed or question.id in pages
    ]
    values = _values_asked_for(asked)
    candidates = {
        question.id: tuple(islice(_candidates(question, values.get(question.id, ())), MOST_ANSWERS + 1))
        for question in asked
        if question.id in needed and question.asks
    }
    if any(len(answers) > MOST_ANSWERS for answers in candidates.values()):
        return True
    return _leads_to_last(asked, candidates, tries or iter(range(MOST_TRIES)))


def _leads_to_last(
    asked: Sequence[Question], candidates: Mapping[str, Sequence[tuple[str, ...]]], tries: Iterator[int]
) -> bool:
    """Goes from question to question, and answers only what is reached: what stays unasked has no answers to try."""
    ways: list[tuple[int, dict[str, tuple[str, ...]], bool]] = [(0, {}, True)]
    while ways:
        place, given, page_applies = ways.pop()
        if next(tries, None) is None:
            return True
        question = asked[place]
        applies_here = applies(question.rule, given)
        page_applies = applies_here if question.begins_page else page_applies
        is_asked = page_applies and applies_here
        if place == len(asked) - 1:
            if is_asked:
                return True
            continue
        answers = candidates.get(question.id, ((),)) if is_asked else ((),)
        ways += [
            (place + 1, {**given, question.id: codes} if codes else given, page_applies)
            for codes in reversed(answers)
        ]
    return False


def _hangs_on(questions: Sequence[Question], place: int) -> set[str]:
    """The ids of all that the question at `place` hangs on, whether directly or by others or by their pages."""
    by_id = {question.id: question for question in questions}
    page_of = _page_of(questions)
    found: set[str] = set()
    waiting = [questions[place]]
    while waiting:
        question = waiting.pop()
        page = page_of[question.id]
        rules = [question.rule, by_id[page].rule] if page else [question.rule]
        for condition in (condition for rule in rules for condition in rule.conditions):
            if condition.question not in found:
                found.add(condition.question)
                waiting.append(by_id[condition.question])
    return found


def _page_of(questions: Sequence[Question]) -> Mapping[str, str]:
    """The id of the beginning of each question's page, "" where nothing begins it."""
    page, found = "", {}
    for question in questions:
        page = question.id if question.begins_page else page
        found[question.id] = page
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
        yield from ((code,) for code in _told_apart(question, values))
    # Somebody may always leave out what need not be answered; what must be is never empty once it is reached.
    if not question.settings.required:
        yield ()


def _told_apart(question: Question, values: Sequence[str]) -> Sequence[str]:
    """The codes that are asked for, and one for all others; of a scale all, as they are compared by size."""
    if question.kind in ORDERED:
        return question.codes
    asked_for = [code for code in question.codes if code in values]
    return asked_for + [code for code in question.codes if code not in values][:1]


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
