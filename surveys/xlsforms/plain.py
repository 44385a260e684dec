"""The questions of a form that people answer with numbers, days, words, a place or their consent; and its notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

from surveys.blocks.questions import LONGEST_QUESTION
from surveys.content import bands_in
from surveys.domain.answers import plain_number
from surveys.domain.kinds import Kind, Look
from surveys.xlsforms.asked import (
    Asked,
    Built,
    built,
    no_rule,
    question_value,
    report_parameters,
    report_rest,
)
from surveys.xlsforms.kinds import Sort
from surveys.xlsforms.limits import LARGEST_NUMBER, day_limits, number_limits
from surveys.xlsforms.outline import looks_of
from surveys.xlsforms.portable import Words
from surveys.xlsforms.reports import Reason
from surveys.xlsforms.richtext import cleaned, html_of, text_of
from surveys.xlsforms.rules import AGREED, AGREED_CODE
from surveys.xlsforms.selects import ranking, select
from surveys.xlsforms.sheets import OWN
from surveys.xlsforms.speaking import NO, yes

LONGEST_UNIT = 30
LONGEST_STEP, LONGEST_END = 40, 60
_USUAL_RANGE = QUESTION_TYPE_DICT["range"]["parameters"]


def number(asked: Asked) -> Built:
    decimals = asked.type.sort is Sort.DECIMAL
    limits = number_limits(asked.constraint(), decimals=decimals) if asked.constraint() else None
    if limits is not None and limits.left:
        asked.report("constraint", Reason.LIMITS)
    value = question_value(asked) | {
        "minimum": _number(limits.minimum if limits else None),
        "maximum": _number(limits.maximum if limits else None),
        "decimals": decimals,
        "unit": asked.speaker.text(asked.row, f"{OWN}::unit", LONGEST_UNIT, pipes=False),
        "bands": _bands(asked),
    }
    report_rest(asked, ("constraint", f"{OWN}::unit", f"{OWN}::bands"))
    return built(asked, Kind.NUMBER, value)


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain_number(value)


def _bands(asked: Asked) -> str:
    bands = asked.own("bands")
    try:
        bands_in(bands)
    except ValueError:
        bands = ""
        asked.report(f"{OWN}::bands", Reason.OWN_COLUMN)
    return bands[:120]


def range_(asked: Asked) -> Built | None:
    """Eleven steps from 0 are a scale, five from 1 a rating in numbers, all else a number within bounds."""
    given = {name: str(value) for name, value in _USUAL_RANGE.items()} | asked.parameters()
    try:
        start, end, step = (Decimal(given[name]) for name in ("start", "end", "step"))
    except InvalidOperation:
        asked.report("parameters", Reason.KIND, type=asked.row.get("type"))
        return None
    asked_for = (start, end, step)
    value = question_value(asked)
    report_rest(asked, ("constraint", "parameters", f"{OWN}::dont_know", f"{OWN}::reverse"))
    if asked.row.get("constraint"):
        asked.report("constraint", Reason.LIMITS)
    if asked_for in ((0, 10, 1), (1, 5, 1)):
        report_parameters(asked, ("start", "end", "step", "tick_labelset"))
        value |= {"dont_know": yes(asked.own("dont_know")), "reverse": yes(asked.own("reverse"))}
        kind = Kind.SCALE if start == 0 else Kind.RATING
        ends = ("0", "10") if kind is Kind.SCALE else ("1", "2", "3", "4", "5")
        value |= {} if kind is Kind.SCALE else {"look": Look.NUMBERS.value}
        longest = LONGEST_END if kind is Kind.SCALE else LONGEST_STEP
        value |= {f"label_{tick}": _tick(asked, given, tick, longest) for tick in ends}
        return built(asked, kind, value)
    report_parameters(asked, ("start", "end", "step"))
    return _steps(asked, value, asked_for)


def _tick(asked: Asked, given: Mapping[str, str], tick: str, longest: int) -> Words:
    rows = asked.lists.get(given.get("tick_labelset", ""), [])
    row = next((row for row in rows if row.get("name") == tick), None)
    words = asked.speaker.text(row, "label", longest, pipes=False)
    main = asked.speaker.speech.main
    return words or Words(main, {main: tick})


def _steps(asked: Asked, value: dict[str, Any], asked_for: tuple[Decimal, Decimal, Decimal]) -> Built | None:
    start, end, step = asked_for
    low, high = sorted((start, end))
    if max(abs(low), abs(high)) > LARGEST_NUMBER or any(one != round(one, 3) for one in asked_for):
        asked.report("parameters", Reason.KIND, type=asked.row.get("type"))
        return None
    decimals = any(one != one.to_integral_value() for one in asked_for)
    if decimals or step != 1:
        asked.report("parameters", Reason.STEPS, step=plain_number(step))
    value |= {"minimum": plain_number(low), "maximum": plain_number(high), "decimals": decimals}
    value |= {"unit": Words(asked.speaker.speech.main, {}), "bands": ""}
    return built(asked, Kind.NUMBER, value)


def day(asked: Asked) -> Built:
    limits = day_limits(asked.constraint()) if asked.constraint() else None
    if limits is not None and limits.left:
        asked.report("constraint", Reason.LIMITS)
    earliest, latest = (limits.earliest, limits.latest) if limits else (None, None)
    value = question_value(asked) | {
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }
    report_rest(asked, ("constraint",))
    return built(asked, Kind.DATE, value)


def text(asked: Asked) -> Built | None:
    if yes(asked.row.get("read_only")):
        return note(asked)
    lines = asked.row.get("rows") or asked.parameters().get("rows", "1")
    several = "multiline" in looks_of(asked.row) or (lines.isdigit() and int(lines) > 1)
    report_parameters(asked, ("rows",))
    report_rest(asked, ("rows", "parameters"), looks=("multiline",))
    return built(asked, Kind.LONG_TEXT if several else Kind.TEXT, question_value(asked))


def place(asked: Asked) -> Built:
    value = question_value(asked) | {
        "point": asked.own("point").lower() not in NO,
        "dont_know": yes(asked.own("dont_know")),
    }
    report_rest(asked, (f"{OWN}::point", f"{OWN}::dont_know"))
    return built(asked, Kind.PLACE, value)


def consent(asked: Asked) -> Built:
    report_rest(asked, ())
    return built(asked, Kind.CONSENT, question_value(asked), {AGREED: AGREED_CODE})


def note(asked: Asked) -> Built | None:
    """With a hint, the words are a heading and the hint is the text; else they are the text."""
    speech = asked.speaker.speech
    label, hint = (
        speech.words(asked.row, key, asked.speaker.report, lines=True) for key in ("label", "hint")
    )
    long = any(len(words) > LONGEST_QUESTION for words in label.values())
    if not label and not hint:
        asked.report("name", Reason.NOTHING_SAID)
        return None
    if label and hint and not long:
        heading, said, key = asked.speaker.text(asked.row, "label", LONGEST_QUESTION), hint, "hint"
    else:
        heading, said, key = Words(speech.main, {}), label or hint, "label" if label else "hint"
    value = {
        "name": asked.name,
        "question": heading,
        "body": _body(asked, said, key),
        "ask_if": no_rule(),
        "origin": "",
    }
    if label and hint and long:
        asked.report("hint", Reason.COLUMN)
    report_rest(asked, ("read_only", "required"))
    return built(asked, Kind.INFORMATION, value)


def _body(asked: Asked, said: Words, key: str) -> Words:
    """The portal's own column where its words are still those that the form shows."""
    place = asked.row.place(key)
    plain = asked.speaker.fitted(said, place, 100_000, pipes=False)
    own = asked.speaker.speech.words(asked.row, f"{OWN}::body", lines=True)
    found = {}
    for language, words in plain.items():
        html, lost_link = cleaned(own.get(language, ""))
        same = _squeezed(text_of(html)) == _squeezed(words)
        found[language] = html if html and same else html_of(words)
        if lost_link and same:
            asked.report(f"{OWN}::body", Reason.LINK, words)
    return Words(plain.main, found)


def _squeezed(words: str) -> str:
    return " ".join(words.split())


BUILDERS: Mapping[Sort, Callable[[Asked], Built | None]] = {
    Sort.SELECT_ONE: select,
    Sort.SELECT_MULTIPLE: select,
    Sort.RANK: ranking,
    Sort.INTEGER: number,
    Sort.DECIMAL: number,
    Sort.RANGE: range_,
    Sort.DATE: day,
    Sort.TEXT: text,
    Sort.POINT: place,
    Sort.CONSENT: consent,
    Sort.NOTE: note,
}
