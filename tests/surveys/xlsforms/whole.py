"""A survey with every kind of question, every setting and every kind of condition, in three languages."""

from __future__ import annotations

from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.xlsforms.choices import list_item
from surveys.xlsforms.portable import PortableSurvey, Words
from surveys.xlsforms.ruling import rule_value

LANGUAGES = ("en", "es", "ar")
ARABIC = "نصّ عربيّ"


def words(text, longest=400):
    return Words("en", {"en": text, "es": f"{text} – ¿sí?"[:longest], "ar": f"{ARABIC} {text}"[:longest]})


NOTHING = Words("en", {})


def choice(text, code, **value):
    return list_item({"text": words(text, 250), "code": code, "opinion": True, **value})


def choices(*codes):
    return [choice(f"Answer {code}", code) for code in codes]


def block(kind, name, question="", rule=("all",), **value):
    """An element; `rule` is (match, (name of the question, operator, value), …)."""
    match, *conditions = rule
    found = tuple(Condition(f"id-{about}", Operator(how), what) for about, how, what in conditions)
    common = {
        "name": name,
        "question": words(question) if question else NOTHING,
        "origin": "",
        "ask_if": rule_value(Rule(Match(match), found)),
    }
    if kind not in ("information", "page"):
        common |= {"hint": NOTHING, "required": False, "other_wording": NOTHING, "confidential": False}
    return {"type": kind, "id": f"id-{name}", "value": {**common, **value}}


def survey(*blocks):
    return PortableSurvey(
        main="en",
        languages=LANGUAGES,
        title=words("Streets & squares"),
        summary=words("What you think of them."),
        thanks=words("Thank you."),
        when_stale="wait",
        blocks=list(blocks),
    )


SELECT = {"other": False, "dont_know": False, "shuffle": False}
SEVERAL = {**SELECT, "none": False, "fewest": None, "most": None}
STEPS = {f"label_{step}": words(f"Step {step}", 40) for step in range(1, 6)}
ENDS = {"label_0": words("Never", 60), "label_10": words("=Always", 60)}
ANYTHING = {"dont_know": False, "reverse": False}
NUMBER = {"minimum": None, "maximum": None, "decimals": False, "unit": NOTHING, "bands": ""}

TEXT = Words("en", {language: f"<p>A few words.</p><p>And {language}.</p>" for language in LANGUAGES})


def every_kind():
    """All kinds, with plain settings and with all that they can have."""
    return [*choosing(), *taps(), *lists(), *measuring(), *writing(), *saying()]


def choosing():
    return [
        block("single_choice", "way", "How do you travel?", choices=choices("foot", "bike"), **SELECT),
        block(
            "single_choice",
            "way2",
            "How else?",
            choices=[choice("On foot", "foot"), choice("Does not apply", "na", opinion=False)],
            **dict.fromkeys(SELECT, True),
            required=True,
            confidential=True,
            hint=words("Think of yesterday."),
            other_wording=words("What other way do you take?"),
        ),
        block("multiple_choice", "things", "What is there?", choices=choices("a", "b"), **SEVERAL),
        block(
            "multiple_choice",
            "things2",
            "What is missing?",
            choices=choices("a", "b", "c", "1"),
            **{
                **SEVERAL,
                "other": True,
                "none": True,
                "dont_know": True,
                "shuffle": True,
                "fewest": 2,
                "most": 3,
            },
        ),
    ]


def taps():
    return [
        block("yes_no", "again", "Again?", **ANYTHING),
        block("yes_no", "again2", "And again?", dont_know=True, reverse=True),
        block("rating", "clean", "How clean?", look="stars", **STEPS, dont_know=True, reverse=True),
        block("scale", "likely", "How likely?", **ENDS, **ANYTHING),
        block("scale", "likely2", "How likely is it?", **ENDS, dont_know=True, reverse=True),
    ]


def lists():
    return [
        block(
            "matrix",
            "parts",
            "How good are these?",
            rows=[list_item({"text": words("Light", 250), "code": code}) for code in ("light", "2")],
            choices=choices("good", "bad"),
            dont_know=True,
            required=True,
            hint=words("One in each row."),
        ),
        block(
            "matrix",
            "parts2",
            "And these?",
            rows=[list_item({"text": words(code, 250), "code": code}) for code in ("trees", "walls")],
            choices=choices("good", "bad"),
            dont_know=False,
        ),
        block(
            "ranking",
            "order",
            "In what order?",
            choices=choices("x", "y", "z"),
            shuffle=True,
            fewest=1,
            most=2,
        ),
    ]


def measuring():
    return [
        block("number", "people", "How many?", **NUMBER),
        block(
            "number",
            "weight",
            "How heavy?",
            **{
                **NUMBER,
                "minimum": "0.5",
                "maximum": "80",
                "decimals": True,
                "unit": words("kg", 30),
                "bands": "10, 20",
            },
        ),
        block("date", "since", "Since when?", earliest=None, latest=None),
        block("date", "since2", "Until when?", earliest="2020-01-01", latest="2026-12-31"),
    ]


def writing():
    return [
        block("short_text", "why", "Why?"),
        block("long_text", "tell", "Tell us more."),
        block("place", "where", "Where?", point=True, dont_know=False),
        block("place", "where2", "Where exactly?", point=False, dont_know=True),
    ]


def saying():
    return [
        block("consent", "agree", "You may use my answers.", required=True),
        block("information", "about", "About this", body=TEXT),
        block(
            "information",
            "about2",
            body=Words(
                "en",
                {
                    "en": '<p>A <b>bold</b> word, and <a href="https://example.org/?a=1&amp;b=2">a link</a>.</p>',
                    "ar": "<p>كلمة <b>بارزة</b></p><ul><li>أ</li><li>ب</li></ul>",
                },
            ),
        ),
    ]


CONDITIONS = {
    "is_a_choice": ("all", ("way", "is", "foot")),
    "is_no_choice": ("all", ("way", "is_not", "bike")),
    "contains_a_choice": ("all", ("things", "contains", "a")),
    "lacks_a_choice": ("all", ("things", "contains_not", "b")),
    "only_that_choice": ("all", ("things", "is", "a")),
    "answered": ("all", ("why", "is_not", "")),
    "not_answered": ("all", ("why", "is", "")),
    "dont_know": ("all", ("way2", "is", "dk")),
    "other": ("all", ("way2", "is", "other")),
    "none": ("all", ("things2", "contains", "none")),
    "yes": ("all", ("again", "is", "yes")),
    "number": ("all", ("people", "is", "3")),
    "more": ("all", ("people", "more", "3")),
    "less": ("all", ("weight", "less", "2.5")),
    "rated": ("all", ("clean", "more", "3")),
    "step": ("all", ("likely", "is", "10")),
    "day": ("all", ("since", "less", "2025-02-01")),
    "that_day": ("all", ("since", "is", "2025-02-01")),
    "cell": ("all", ("parts", "contains", "light:good")),
    "no_cell": ("all", ("parts", "contains_not", "2:bad")),
    "ranked": ("all", ("order", "contains", "x")),
    "agreed": ("all", ("agree", "is", "yes")),
    "both": ("all", ("way", "is", "foot"), ("people", "more", "1"), ("things", "contains", "a")),
    "either": ("any", ("way", "is", "foot"), ("again", "is_not", "no")),
    # What an expression does not say alone.
    "matrix_is": ("all", ("parts2", "is", "trees:good")),
    "matrix_answered": ("all", ("parts2", "is_not", "")),
    "matrix_not_answered": ("any", ("parts2", "is", ""), ("way", "is", "foot")),
    "any_of_one": ("any", ("way", "is", "foot")),
}


def with_conditions():
    """A question for each kind of condition, each on a page of its own, one page with a condition itself."""
    asked = []
    for name, rule in CONDITIONS.items():
        asked.append(block("page", f"page_{name}", f"Page {name}", hint=words("Go on.")))
        asked.append(block("short_text", f"ask_{name}", f"Asked when {name}; you said {{way}}.", rule=rule))
    last = block("page", "last", rule=("all", ("way", "is", "bike")), hint=NOTHING)
    return [*every_kind(), *asked, last, block("short_text", "end", "Anything else?")]
