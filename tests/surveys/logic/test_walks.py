"""Going back and forth, and changing one's mind, never brings more onto a sheet than the last answers lead to."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.domain.filling import fill, open_pages, pages_of
from surveys.domain.kinds import WORDS, Kind
from surveys.domain.logic import Match, Operator
from surveys.presentation.pages import Form
from surveys.presentation.posted import inputs_of, parts_posted
from surveys.presentation.steps import CHECK, step_to
from tests.surveys.logic.inventing import LISTED, QUIET, data_of, filled_in, questions_of, unruled

WALKS = 400
MOST_STEPS = 8


class Walker:
    """A browser without JavaScript: it sends what stands on the page, and what the form carries along."""

    def __init__(self, questions):
        self.questions, self.pages = questions, pages_of(questions)
        self.values, self.seen, self.checking = {}, set(), False
        self.place, self.sent = 0, None
        self.see(self.place)

    def data(self, go):
        pairs = [("at", str(self.place)), ("go", go), ("key", "k" * 32)]
        pairs += [("checking", "1")] if self.checking else []
        pairs += [("seen", name) for name in sorted(self.seen)]
        for name, parts in self.values.items():
            pairs += inputs_of(name, parts)
        return data_of(pairs)

    def reached(self):
        return fill(self.questions, lambda one: self.values.get(one.id, {})).reached

    def see(self, place):
        """The page that the server shows: what is reached on it is seen, its hidden questions are not."""
        reached = self.reached()
        here = self.pages[place].questions
        self.seen -= {one.id for one in here}
        self.seen |= {one.id for one in here if one.asks and one.id in reached}

    def write(self, pairs):
        """Fill in what is open on this page."""
        data = data_of(pairs)
        for question in self.pages[self.place].questions if self.place != CHECK else ():
            if question.id in self.seen:
                self.values[question.id] = parts_posted(data, question.id)

    def press(self, go):
        form = Form("CODE", self.questions, self.data(go))
        step = step_to(form, go)
        self.checking = "checking" in form.data and step is not None and step.place != CHECK
        if step is None:
            self.sent = form.filled
            return form
        self.place = step.place
        if step.place != CHECK:
            assert 0 <= step.place < len(self.pages)
            self.see(step.place)
        return form


def by_hand(questions, values):
    """The same rules written down once more, as a clerk would go through them with a pencil."""
    given, reached, page = {}, [], True
    for question in questions:
        holds = [pencil(condition, given.get(condition.question)) for condition in question.rule.conditions]
        mine = all(holds) if question.rule.match is Match.ALL else any(holds) or not holds
        page = mine if question.begins_page else page
        if not (mine and page):
            continue
        reached.append(question.id)
        alone = fill([unruled(question)], lambda one: values.get(one.id, {}))
        given |= alone.sheet
    return reached, given


def pencil(condition, codes):
    wanted = {
        Operator.IS: lambda: (not codes) if not condition.value else same(codes, condition.value),
        Operator.IS_NOT: lambda: bool(codes) if not condition.value else not same(codes, condition.value),
        Operator.CONTAINS: lambda: condition.value in (codes or ()),
        Operator.CONTAINS_NOT: lambda: condition.value not in (codes or ()),
        Operator.MORE: lambda: bool(codes) and amount(codes[0]) > amount(condition.value),
        Operator.LESS: lambda: bool(codes) and amount(codes[0]) < amount(condition.value),
    }
    return wanted[condition.operator]()


def same(codes, value):
    return bool(codes) and list(codes) == [value]


def amount(value):
    """No answer without a size, such as "I do not know", is more or less than anything."""
    return float(value) if value.isdigit() else float("nan")


# Pages and what conditions can be about come up more often than among all kinds.
KINDS = (*[Kind.PAGE] * 5, *sorted(LISTED) * 2, *sorted(WORDS), Kind.NUMBER, Kind.MATRIX, Kind.INFORMATION)
SURVEYS = questions_of(fewest=4, most=9, kinds=KINDS, plain=True)


@settings(QUIET, max_examples=WALKS)
@given(SURVEYS, st.data())
def test_a_walk_ends_with_exactly_what_the_last_answers_lead_to(questions, data):
    if not pages_of(questions) or not any(question.asks for question in questions):
        return
    walker = Walker(questions)
    ways = [
        "next",
        "next",
        "next",
        "back",
        "send",
        *(f"change:{place}" for place in range(len(walker.pages))),
    ]
    for _step in range(data.draw(st.integers(1, MOST_STEPS))):
        walker.write(data.draw(filled_in(questions)))
        walker.press(data.draw(st.sampled_from(ways)))
        if walker.sent:
            break
    else:
        walker.press("send")
    if walker.sent is None:
        return
    reached, given = by_hand(questions, walker.values)
    asked = {question.id for question in questions if question.asks}
    assert walker.sent.sheet == given
    assert set(walker.sent.sheet) <= set(reached)
    # Nobody sends what they have not been shown, nor with a fault in it.
    assert set(reached) & asked <= walker.seen
    assert not walker.sent.faults


@settings(QUIET, max_examples=WALKS)
@given(SURVEYS, st.data())
def test_whoever_only_goes_on_comes_to_the_end(questions, data):
    """Every page that is open is shown on the way, whatever was filled in, unless an answer does not fit."""
    if not pages_of(questions) or not any(question.asks for question in questions):
        return
    walker = Walker(questions)
    for _step in range(4 * len(questions) + 4):
        walker.write(data.draw(filled_in(questions)))
        walker.press("next" if walker.place != CHECK else "send")
        if walker.sent:
            return
    filled = fill(questions, lambda one: walker.values.get(one.id, {}))
    assert filled.faults
    assert walker.place in open_pages(walker.pages, filled.reached)
