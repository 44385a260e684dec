"""Invented surveys, and forms filled in at random, for promises that hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.http import QueryDict
from hypothesis import settings
from hypothesis import strategies as st

from surveys.domain.kinds import SILENT, WORDS, Kind
from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE, OTHER, Choice, Question, Settings

QUIET = settings(deadline=None, database=None)
CODES = ("1", "2", "3", "4")
NUMBERS = ("0", "1", "2", "3", "-1", "2.5", "1.50", "007", "1e3", "")
DAYS = ("2026-11-24", "2026-11-25", "2026-11-26", "2026-02-30", "")
WRITTEN_NUMBERS = (
    *("0", "1", "2", "3", "10", "-1", "+3", "1.5", "1,5", "2.50", ".5", "5.", "007", "-0", "-0.0", "1 000"),
    *("1,000.5", "1.000,5", "1,2,3", "\u0663", "\u0661\u0662\u066b\u0665", "\u0661\u066c\u0660\u0660\u0660"),
    *("\u096b", "\uff12", "\U0001d7d8", "\u22122", "two", "1e3", "--1", "-", ".", ",", "0x10", "12-3"),
    *("123456789012345", "1234567890123456", "0.000000000001", "Infinity", "nan", "1_0", "\u00bd"),
)
WRITTEN_DAYS = (
    *("2026-11-24", "2026-11-25", "25.11.2026", "25/11/2026", "26 . 11 . 2026", "2026-2-3", "29.2.2024"),
    *(
        "29.2.2026",
        "2026-13-01",
        "0000-01-01",
        "25.11.26",
        "99999-01-01",
        "2026-11",
        "today",
        "1-2-3-4",
        "2026-11-366",
    ),
    *("\u0662\u0665.\u0661\u0661.\u0662\u0660\u0662\u0666", "2026-11-31", "-1-1-2026", "2026-00-10"),
)
# Kinds whose every answer can be listed.
LISTED = frozenset(
    {Kind.SINGLE, Kind.RATING, Kind.SCALE, Kind.YES_NO, Kind.MULTIPLE, Kind.IMAGES, Kind.RANKING}
)
POINTS = ("10.1,53.5", "-180,90", "181,0", "0,91", "here", "1,2,3", "")
TEXTS = ("Trees", "  ", "", " \U0001f333 ", "x" * 500, "x" * 501, "\U0001f333" * 500, "\u0634\u062c\u0631")


def chance(draw, one_in=2):
    return draw(st.integers(1, one_in)) == 1


@st.composite
def bounds(draw, values):
    """A lower and an upper limit, or None."""
    low, high = draw(st.sampled_from((None, *values))), draw(st.sampled_from((None, *values)))
    return (high, low) if low is not None and high is not None and low > high else (low, high)


@st.composite
def choices_of(draw, kind, several):
    if kind in SILENT | WORDS | {Kind.NUMBER, Kind.DATE}:
        return ()
    if kind is Kind.CONSENT:
        return (Choice("yes", "I agree"),)
    number = draw(st.integers(0 if kind is Kind.PLACE else 2, len(CODES)))
    own = [Choice(code, f"Answer {code}", id=f"item{code}") for code in CODES[:number]]
    wide = kind in {Kind.SINGLE, Kind.MULTIPLE, Kind.IMAGES}
    ends = [Choice(OTHER, "Other")] if wide and chance(draw, 3) else []
    ends += [Choice(NONE_OF_THESE, "None", opinion=False)] if several and chance(draw, 3) else []
    apart = kind not in {Kind.RANKING} and (own or ends)
    ends += [Choice(DONT_KNOW, "I do not know", opinion=False)] if apart and chance(draw, 3) else []
    return (*own, *ends)


@st.composite
def settings_of(draw, kind):
    limits = {"required": kind not in SILENT and chance(draw, 3)}
    if kind is Kind.NUMBER:
        low, high = draw(bounds((Decimal("-1"), Decimal("1.5"), Decimal(2), Decimal(10))))
        limits |= {"minimum": low, "maximum": high, "decimals": chance(draw)}
    elif kind is Kind.DATE:
        low, high = draw(bounds((date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26))))
        limits |= {"earliest": low, "latest": high}
    elif kind in {Kind.MULTIPLE, Kind.RANKING, Kind.IMAGES}:
        low, high = draw(bounds((1, 2, 3)))
        limits |= {"fewest": low, "most": high, "several": kind is Kind.IMAGES and chance(draw)}
    elif kind is Kind.PLACE:
        limits |= {"point": chance(draw)}
    shuffled = {"shuffle": chance(draw, 4), "reverse": chance(draw, 4)}
    return Settings(**limits, **shuffled)


def answers_known(question):
    """The values that a condition about `question` may sensibly name."""
    if question.kind is Kind.NUMBER:
        return NUMBERS
    if question.kind is Kind.DATE:
        return DAYS
    if question.kind is Kind.MATRIX:
        return (*(f"{row.code}:{code}" for row in question.rows for code in question.codes), "")
    return (*question.codes, "*", "")


def unruled(question):
    """`question` asked in any case."""
    return replace(question, settings=replace(question.settings, rule=Rule()))


def operators_for(question):
    """Those that mean something."""
    if question.kind in WORDS:
        return (Operator.IS, Operator.IS_NOT)
    compared = (Operator.MORE, Operator.LESS) if question.kind in {Kind.RATING, Kind.SCALE} else ()
    return (Operator.IS, Operator.IS_NOT, Operator.CONTAINS, Operator.CONTAINS_NOT, *compared)


@st.composite
def plain_rules(draw, earlier):
    """Rules as an editor may publish them."""
    conditions = []
    for question in draw(st.lists(st.sampled_from(earlier), min_size=1, max_size=3)) if earlier else []:
        operator = draw(st.sampled_from(operators_for(question)))
        values = question.codes
        if operator in {Operator.IS, Operator.IS_NOT}:
            values = ("",) if question.kind in WORDS else (*values, "")
        if operator in {Operator.MORE, Operator.LESS}:
            values = tuple(code for code in values if code.isdigit())
        conditions.append(Condition(question.id, operator, draw(st.sampled_from(values))))
    return Rule(draw(st.sampled_from(Match)), tuple(conditions))


@st.composite
def rules(draw, earlier):
    about = draw(st.lists(st.sampled_from(earlier), min_size=1, max_size=3)) if earlier else []
    conditions = []
    for question in about:
        values = (*answers_known(question), "1", "9", "2026-11-25")
        operator = draw(st.sampled_from(Operator))
        conditions.append(Condition(question.id, operator, draw(st.sampled_from(values))))
    return Rule(draw(st.sampled_from(Match)), tuple(conditions))


@st.composite
def questions_of(draw, fewest=1, most=8, kinds=tuple(Kind), plain=False):
    """A survey's questions in order. Plain ones have rules that an editor may publish, about answers that can be
    listed; others also compare what does not compare."""
    found: list[Question] = []
    for place in range(draw(st.integers(fewest, most))):
        kind = draw(st.sampled_from(kinds))
        fits = draw(settings_of(kind))
        several = kind is Kind.MULTIPLE or fits.several
        earlier = [one for one in found if one.asks and (not plain or one.kind in LISTED | WORDS)]
        rule = draw((plain_rules if plain else rules)(earlier)) if chance(draw) else Rule()
        found.append(
            Question(
                id=f"id-{place}",
                name=f"q{place}",
                kind=kind,
                text=f"Question {place}?",
                language="en",
                choices=draw(choices_of(kind, several)),
                rows=tuple(Choice(code, f"Row {code}") for code in CODES[:2]) if kind is Kind.MATRIX else (),
                settings=replace(fits, rule=rule),
                other_wording=f"Other question {place}?" if kind not in SILENT and chance(draw, 4) else "",
            )
        )
    return tuple(found)


@st.composite
def inputs_for(draw, question):
    """Names and values as the inputs of one question send them: nothing, an answer, or what does not fit."""
    if not question.asks or chance(draw, 8):
        return []
    name, kind = question.id, question.kind
    if kind in {Kind.NUMBER, Kind.DATE} | WORDS:
        written = {Kind.NUMBER: WRITTEN_NUMBERS, Kind.DATE: WRITTEN_DAYS}.get(kind, TEXTS)
        if chance(draw):
            written = written[:4]
        return [(name, draw(st.sampled_from(written)))]
    if kind is Kind.MATRIX:
        rows = [(row.code, draw(st.sampled_from((*question.codes, "")))) for row in question.rows]
        return [(f"{name}.{row}", code) for row, code in rows if code]
    if kind is Kind.RANKING:
        places = [(code, draw(st.sampled_from(("", "1", "2", "3", "4", "0")))) for code in question.codes]
        if chance(draw):
            places = [
                (code, str(place))
                for place, code in enumerate(draw(st.permutations(question.codes)), start=1)
                if place <= draw(st.integers(1, len(question.codes)))
            ]
        return [(f"{name}.{code}", place) for code, place in places]
    return draw(ticks_for(question))


@st.composite
def ticks_for(draw, question):
    name = question.id
    ticked: list[str] = []
    if question.codes:
        most = len(question.codes) if question.several or chance(draw, 8) else 1
        fewest = min(most, question.settings.fewest or 1)
        codes = st.sampled_from(question.codes)
        ticked = draw(st.lists(codes, min_size=fewest if chance(draw) else 0, max_size=most, unique=True))
    found = [(name, code) for code in ticked]
    if question.takes_other:
        found.append(
            (f"{name}.other", draw(st.sampled_from(("My own words", " ", "", "x" * 200, "x" * 201))))
        )
    if question.settings.point:
        found.append((f"{name}.point", draw(st.sampled_from(POINTS))))
    return found


@st.composite
def filled_in(draw, questions):
    """The inputs of all questions, whether they are reached or not."""
    return [pair for question in questions for pair in draw(inputs_for(question))]


@st.composite
def surveys_filled_in(draw, **survey):
    questions = draw(questions_of(**survey))
    return questions, draw(filled_in(questions))


def data_of(pairs):
    return QueryDict(urlencode(pairs), mutable=True)
