"""What is said about conditions that cannot be asked as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from surveys.domain.questions import Question
from surveys.domain.soundness import Finding, Flaw, findings


def said_of_flaws(questions: Sequence[Question]) -> list[str]:
    """One sentence for each flaw, with the place of the question in the page and what to do."""
    return [_said(finding, questions) for finding in findings(questions)]


def _said(finding: Finding, questions: Sequence[Question]) -> str:
    place = next(number for number, one in enumerate(questions, start=1) if one.id == finding.id)
    details = {"place": place, "title": questions[place - 1].text, "about": _named(finding.about, questions)}
    return _("%(place)s. “%(title)s”: %(problem)s") % {**details, "problem": _problem(finding.flaw) % details}


def _named(about: str, questions: Sequence[Question]) -> str:
    return next((one.text for one in questions if one.id == about), about)


def _problem(flaw: Flaw) -> str:
    return {
        Flaw.UNKNOWN_QUESTION: _(
            "a condition refers to a question that is not there. Choose another, or remove it."
        ),
        Flaw.REFERS_FORWARD: _(
            "a condition refers to “%(about)s”, which comes later. Move that question up, or remove the condition."
        ),
        Flaw.REFERS_TO_ITSELF: _("a condition refers to the question itself. Remove it."),
        Flaw.UNKNOWN_ANSWER: _(
            "a condition asks for the answer “%(about)s”, which that question does not have."
        ),
        Flaw.NOT_COMPARABLE: _("“%(about)s” has no number or day that could be more or less than that."),
        Flaw.ONLY_WHETHER_ANSWERED: _(
            "words can only be told to be there or not: leave the answer of the condition on “%(about)s” empty."
        ),
        Flaw.NEVER_ASKED: _("no answers lead here, so nobody would ever see it. Change its conditions."),
        Flaw.PIPES_UNKNOWN: _("{%(about)s} stands in it, but no question has that name."),
        Flaw.PIPES_FORWARD: _("{%(about)s} stands in it, but that question comes later."),
        Flaw.PIPES_SAME_PAGE: _(
            "{%(about)s} stands in it, but is answered on the same page. Begin a page between."
        ),
        Flaw.PIPES_WORDS: _("{%(about)s} stands in it; words can only be repeated in a survey with pages."),
        Flaw.EMPTY_PAGE: _("the page has no question. Add one, or remove the page."),
    }[flaw]
