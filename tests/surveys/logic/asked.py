"""Questions in few words."""

from __future__ import annotations

from surveys.domain.kinds import Kind
from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.domain.questions import Choice, Question, Settings

CODED = {
    Kind.SINGLE: ("tram", "bicycle", "foot"),
    Kind.MULTIPLE: ("tram", "bicycle", "foot"),
    Kind.RANKING: ("tram", "bicycle", "foot"),
    Kind.RATING: ("1", "2", "3", "4", "5"),
    Kind.YES_NO: ("yes", "no"),
    Kind.MATRIX: ("bad", "good"),
    Kind.CONSENT: ("yes",),
}


def asked(name, kind=Kind.SINGLE, *conditions, any_of=False, text="", hint="", **settings):
    """A question whose id is its name. Each condition is (name, operator, value)."""
    rule = Rule(
        Match.ANY if any_of else Match.ALL,
        tuple(Condition(about, Operator(how), value) for about, how, value in conditions),
    )
    return Question(
        id=name,
        name=name,
        kind=kind,
        text=text or f"{name}?",
        language="en",
        hint=hint,
        choices=tuple(Choice(code, code.title(), id=code) for code in CODED.get(kind, ())),
        rows=(Choice("light", "Light"), Choice("road", "Road")) if kind is Kind.MATRIX else (),
        settings=Settings(rule=rule, **settings),
    )


def begins(name, *conditions, **words):
    return asked(name, Kind.PAGE, *conditions, **words)
