"""What must be in order before a survey's page is published. A draft may lack any of it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from surveys.content import drafted_questions
from surveys.domain.kinds import Kind
from surveys.flaws import said_of_flaws
from surveys.models import SurveyPage
from surveys.queries.corrections import changed_questions


def problems_of(page: SurveyPage) -> list[str]:
    """One sentence for each, in the order of the page."""
    if page.alias_of_id is not None:
        return []
    try:
        questions = drafted_questions(page.questions, page.locale.language_code)
    except ValueError as error:
        return [_("“%(found)s” is no list of numbers. Write it as 18, 30, 45.") % {"found": error}]
    problems = said_of_flaws(questions)
    if any(question.kind is Kind.PLACE and not question.choices for question in questions):
        problems.append(_("A question asks for a place, but the city has no districts yet."))
    problems += [
        _("“%(title)s” has answers and was changed. Say first whether its results go on together.")
        % {"title": changed.after.text}
        for changed in changed_questions(page)
        if changed.undecided
    ]
    return problems
