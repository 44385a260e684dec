"""What happens to a survey when one of its pages is published."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from portal.core.models import is_translated
from portal.departments.queries import department_of
from surveys.content import choices_as_json, questions_in, texts_of
from surveys.domain.correcting import Change, change_between
from surveys.domain.freezing import settings_as_json
from surveys.domain.questions import Question
from surveys.models import Correction, QuestionVersion, Survey, SurveyPage, Tally
from surveys.queries.corrections import fingerprint_of_question, published_question


class UndecidedChangeError(Exception):
    """Answered questions were changed, and nobody has said whether their results go on together.

    Publishing on the editor's screens asks first; this is what any other code meets.
    """


@transaction.atomic
def publish_questions(*, page: SurveyPage) -> Survey | None:
    """Freeze what `page` now asks. None for a page that stands in for its source: it says nothing new.

    The page in the survey's source language decides kinds, codes and order; the others only add their texts.
    UndecidedChangeError.
    """
    if page.alias_of_id is not None:
        return None
    language = page.locale.language_code
    survey, _created = Survey.objects.get_or_create(
        key=page.translation_key,
        defaults={"department": page.department, "source_language": _first_language(page)},
    )
    if language == survey.source_language:
        first = not survey.question_versions.exists()
        _freeze(survey, page, language)
        if survey.when_stale != page.when_stale:
            survey.when_stale = page.when_stale
            survey.save(update_fields=["when_stale"])
        if first:
            _follow_translations(survey)
        follow_owner(page=page)
    else:
        add_texts(survey=survey, page=page)
    return survey


def follow_owner(*, page: SurveyPage) -> None:
    """The figures of a survey are those of the department that keeps its page in the source language."""
    surveys = Survey.objects.filter(key=page.translation_key, source_language=page.locale.language_code)
    surveys.update(department=department_of(page))


def _first_language(page: SurveyPage) -> str:
    """The language in which the survey was begun, even where a translation is published before its source."""
    pages = SurveyPage.objects.filter(is_translated(), translation_key=page.translation_key).order_by("pk")
    return pages.values_list("locale__language_code", flat=True).first() or page.locale.language_code


def _freeze(survey: Survey, page: SurveyPage, language: str) -> None:
    current = {str(version.question_id): version for version in survey.question_versions.current()}
    questions = questions_in(page.questions, language)
    asked = [question.id for question in questions]
    survey.question_versions.filter(is_current=True).exclude(question_id__in=asked).update(is_current=False)
    # Names may have been swapped between questions; park them before they are given anew.
    for version in current.values():
        if str(version.question_id) in asked:
            survey.question_versions.filter(pk=version.pk).update(name=f"_{version.pk}")
    for position, question in enumerate(questions):
        _freeze_question(survey, current.get(question.id), question, position, language)


def _freeze_question(
    survey: Survey, version: QuestionVersion | None, question: Question, position: int, language: str
) -> None:
    version = _version_for(survey, version, question, language)
    version.texts = {**version.texts, language: texts_of(question)}
    version.kind, version.name, version.position = question.kind, question.name, position
    version.choices, version.rows = choices_as_json(question.choices), choices_as_json(question.rows)
    version.settings = settings_as_json(question.settings)
    version.save()


def _version_for(
    survey: Survey, version: QuestionVersion | None, question: Question, language: str
) -> QuestionVersion:
    """The version that keeps the new words: the same one, unless something hangs on the old ones."""
    if version is None:
        return _renewed(survey, question)
    change = change_between(published_question(version, language), question)
    answered = Tally.objects.filter(question_version=version.counted_as, count__gt=0).exists()
    translated = bool(version.texts.keys() - {language})
    if change in (Change.NONE, Change.SETTINGS) or not (answered or translated):
        if change not in (Change.NONE, Change.SETTINGS):
            version.texts = {}
        return version
    joined = not answered or change is Change.ASIDE or _decided(survey, version, question, change)
    QuestionVersion.objects.filter(pk=version.pk).update(is_current=False, name=question.name)
    return QuestionVersion(
        survey=survey,
        question_id=question.id,
        number=version.number + 1,
        series_id=version.counted_as if joined and change is not Change.OTHER_KIND else None,
    )


def _renewed(survey: Survey, question: Question) -> QuestionVersion:
    """A question that is new, or comes back: unchanged, it goes on counting where it was."""
    last = survey.question_versions.filter(question_id=question.id).order_by("-number").first()
    if last is None:
        return QuestionVersion(survey=survey, question_id=question.id)
    change = change_between(published_question(last, question.language), question)
    series = last.counted_as if change not in (Change.WORDING, Change.OTHER_KIND) else None
    return QuestionVersion(survey=survey, question_id=question.id, number=last.number + 1, series_id=series)


def _decided(survey: Survey, version: QuestionVersion, question: Question, change: Change) -> bool:
    if change is Change.OTHER_KIND:
        return False
    decision = Correction.objects.filter(
        survey=survey,
        question_id=version.question_id,
        number=version.number,
        fingerprint=fingerprint_of_question(question),
    ).first()
    if decision is None:
        raise UndecidedChangeError(question.text)
    return decision.joined


def _follow_translations(survey: Survey) -> None:
    """Take the words of translations that were published before their source."""
    pages = SurveyPage.objects.filter(is_translated(), translation_key=survey.key, live=True)
    for page in pages.exclude(locale__language_code=survey.source_language).select_related("locale"):
        add_texts(survey=survey, page=page)


def add_texts(*, survey: Survey, page: SurveyPage, confirmed: bool = False) -> None:
    """Keep the words of a translation for the questions that still have the choices it translates.

    Words that translate an earlier version stay with that one, unless somebody `confirmed` that they still fit.
    """
    language = page.locale.language_code
    translated = {question.id: question for question in questions_in(page.questions, language)}
    for version in survey.question_versions.current():
        question = translated.get(str(version.question_id))
        if question is None or not _has_parts_of(version, question):
            continue
        texts = texts_of(question)
        if not confirmed and language not in version.texts and _said_before(version, language, texts):
            continue
        version.texts = {**version.texts, language: texts}
        version.save(update_fields=["texts"])


def _has_parts_of(version: QuestionVersion, question: Question) -> bool:
    def codes(stored: list[dict[str, Any]]) -> list[str]:
        return [item["code"] for item in stored]

    return codes(version.choices) == list(question.codes) and codes(version.rows) == [
        row.code for row in question.rows
    ]


def _said_before(version: QuestionVersion, language: str, texts: dict[str, Any]) -> bool:
    earlier = QuestionVersion.objects.filter(
        survey=version.survey_id, question_id=version.question_id, number__lt=version.number
    )
    return any(found.get(language) == texts for found in earlier.values_list("texts", flat=True))
