"""What happens to a survey when one of its pages is published."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from portal.core.models import is_translated
from portal.departments.queries import department_of
from surveys.content import choices_as_json, questions_in, texts_of
from surveys.domain.correcting import Change, change_between
from surveys.domain.freezing import settings_as_json
from surveys.domain.questions import Question
from surveys.models import Correction, QuestionVersion, Survey, SurveyPage, Tally
from surveys.queries.corrections import fingerprint_of_question, last_versions
from surveys.services.wording import add_texts, carried_over, same_words

UNCHANGED = (Change.NONE, Change.SETTINGS)


@transaction.atomic
def publish_questions(*, page: SurveyPage, written_at: datetime | None = None) -> Survey | None:
    """Freeze what `page` now asks. None for a page that stands in for its source: it says nothing new.

    The page in the survey's source language decides kinds, codes and order; the others only add their texts, to the
    questions as they stood at `written_at` (None: now).
    """
    if page.alias_of_id is not None:
        return None
    language = page.locale.language_code
    survey, _created = Survey.objects.get_or_create(
        key=page.translation_key,
        defaults={"department": page.department, "source_language": _first_language(page)},
    )
    # Of two who publish at once, the second waits here and freezes what the page says then.
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    page = SurveyPage.objects.filter(pk=page.pk, live=True).first() or page
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
        add_texts(survey=survey, page=page, written_at=written_at)
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
    last = last_versions(survey)
    questions = questions_in(page.questions, language)
    asked = [question.id for question in questions]
    survey.question_versions.filter(is_current=True).exclude(question_id__in=asked).update(is_current=False)
    # Names may have been swapped between questions; park them before they are given anew.
    for version in last.values():
        if version.is_current and str(version.question_id) in asked:
            survey.question_versions.filter(pk=version.pk).update(name=f"_{version.pk}")
    for position, question in enumerate(questions):
        version = _version_for(survey, page, last.get(question.id), question)
        version.kind, version.name, version.position = question.kind, question.name, position
        version.choices, version.rows = choices_as_json(question.choices), choices_as_json(question.rows)
        version.settings = settings_as_json(question.settings)
        version.save()


def _version_for(
    survey: Survey, page: SurveyPage, last: QuestionVersion | None, question: Question
) -> QuestionVersion:
    """The version that keeps what is asked now: the last one, unless something hangs on what that one says."""
    language, words = question.language, texts_of(question)
    if last is None:
        return QuestionVersion(survey=survey, question_id=question.id, texts={language: words})
    change = change_between(last.frozen_in(language), question)
    answered = Tally.objects.filter(question_version=last.counted_as, count__gt=0).exists()
    hung_on = answered or bool(last.texts.keys() - {language})
    if last.is_current and (change in UNCHANGED or not hung_on):
        if change not in UNCHANGED:
            last.texts, last.worded_at = {}, timezone.now()
        last.texts = {**last.texts, language: words}
        return last
    joined = change in (*UNCHANGED, Change.ASIDE) or (
        change is Change.WORDING and (not answered or _goes_on(survey, page, last, question))
    )
    return _next_version(last, question, joined=joined)


def _next_version(last: QuestionVersion, question: Question, *, joined: bool) -> QuestionVersion:
    """A version after `last`, with the translations that still fit, so that they need not follow once more."""
    language, words = question.language, texts_of(question)
    QuestionVersion.objects.filter(pk=last.pk, is_current=True).update(is_current=False, name=question.name)
    return QuestionVersion(
        survey_id=last.survey_id,
        question_id=question.id,
        number=last.number + 1,
        series_id=last.counted_as if joined else None,
        texts={**carried_over(last=last, source=language, words=words), language: words},
        worded_at=last.worded_at if same_words(last=last, source=language, words=words) else timezone.now(),
    )


def _goes_on(survey: Survey, page: SurveyPage, last: QuestionVersion, question: Question) -> bool:
    """As somebody decided. What was answered only after its publication had been approved begins anew: two wordings
    that nobody has compared are not counted together, and nothing is held up or lost."""
    decision = Correction.objects.filter(
        survey=survey,
        question_id=last.question_id,
        number=last.number,
        fingerprint=fingerprint_of_question(question),
    ).first()
    if decision is None:
        log(instance=page, action="surveys.begin_anew", data={"question": question.name})
    return decision is not None and decision.joined


def _follow_translations(survey: Survey) -> None:
    """Take the words of translations that were published before their source."""
    pages = SurveyPage.objects.filter(is_translated(), translation_key=survey.key, live=True)
    for page in pages.exclude(locale__language_code=survey.source_language).select_related("locale"):
        add_texts(survey=survey, page=page)
