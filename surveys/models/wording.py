"""The words of choices that come with a kind of question, in the language of the moment."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext

from surveys.domain.kinds import Kind
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE, OTHER, Question


def built_in_label(code: str) -> str:
    """The words of a choice that comes with its kind of question; else the code itself."""
    return {
        DONT_KNOW: gettext("I don’t know"),
        NONE_OF_THESE: gettext("None of these"),
        OTHER: gettext("Other"),
        "yes": gettext("Yes"),
        "no": gettext("No"),
    }.get(code, code)


def choice_label(kind: Kind, code: str, words: str = "") -> str:
    """What stands beside a choice. The steps of a scale are numbers, its ends are numbers with their meaning."""
    if kind is Kind.CONSENT:
        return gettext("I agree")
    if kind is Kind.SCALE and code != DONT_KNOW:
        return f"{code} – {words}" if words else code
    return words or built_in_label(code)


def worded(question: Question) -> Question:
    """`question` with the portal's words for what it does not word itself."""
    choices = (
        replace(choice, label=choice_label(question.kind, choice.code, choice.label))
        for choice in question.choices
    )
    return replace(question, choices=tuple(choices))
