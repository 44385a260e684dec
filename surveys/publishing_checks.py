"""What must be in order before a survey's page is published. A draft may lack any of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from surveys.content import drafted_questions, texts_of
from surveys.domain.kinds import Kind
from surveys.domain.piping import names_in
from surveys.domain.questions import Question
from surveys.flaws import said_of_flaws
from surveys.models import QuestionVersion, SurveyPage
from surveys.queries.corrections import changed_questions

# The texts in which earlier answers may stand.
PIPED = ("question", "hint")


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
    problems += _lost_answers(page, questions)
    problems += [
        _("“%(title)s” has answers and was changed. Say first whether its results go on together.")
        % {"title": changed.after.text}
        for changed in changed_questions(page)
        if changed.undecided
    ]
    return problems


def _lost_answers(page: SurveyPage, questions: Iterable[Question]) -> list[str]:
    """Where a translation leaves out an earlier answer that its source repeats. One query."""
    language = page.locale.language_code
    versions = QuestionVersion.objects.filter(survey__key=page.translation_key, is_current=True)
    sources = {
        str(version.question_id): version.texts.get(version.survey.source_language, {})
        for version in versions.exclude(survey__source_language=language).select_related("survey")
    }
    return [
        _("“%(title)s” must keep {%(name)s}: an earlier answer stands there.")
        % {"title": question.text, "name": name}
        for question in questions
        for part, words in sources.get(question.id, {}).items()
        if part in PIPED
        for name in names_in(words)
        if name not in names_in(texts_of(question).get(part, ""))
    ]
