"""Surveys that were corrected while they took answers."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from wagtail.models import Locale

from home.demo.content import shape, survey_shape
from home.demo.loading.bodies import Writer, block_id
from home.demo.loading.office import Office
from home.demo.loading.surveys import corrected_on, finish_wave
from portal.accounts.models import User
from portal.translations.services import adopt, begin_translation, publish_translation
from surveys.models import Correction, Survey, SurveyPage
from surveys.services.corrections import decide_changes


def correct_surveys(content: shape.Content, office: Office, now: datetime) -> int:
    """Publish the corrected wording, translate it where somebody does, and go on; the sheets that followed."""
    total = 0
    for survey in content.surveys:
        if survey.correction is not None:
            stored = _correct(survey, survey.correction, office, now)
            total += finish_wave(content, survey, stored, now)
    return total


def _correct(
    survey: survey_shape.Survey, correction: survey_shape.Correction, office: Office, now: datetime
) -> Survey:
    editor = office.staff[correction.by]
    page = office.page(f"survey:{survey.key}")
    stored = Survey.objects.get(key=page.translation_key)
    _reword(page, survey, correction, "en", office)
    page.full_clean()
    decide_changes(
        page=page,
        joined={block_id(survey.key, each.question): each.joined for each in correction.changes},
        by=editor,
    )
    page.save_revision(user=editor).publish(user=editor)
    for language in correction.languages[1:]:
        _translate(page, survey, correction, language, office)
    # It was so many days ago, and not a minute.
    moment = timezone.make_aware(
        datetime.combine(corrected_on(survey, timezone.localdate(now)), time(7)) - timedelta(hours=12)
    )
    Correction.objects.filter(survey=stored).update(decided_at=moment)
    return stored


def _translate(
    page: SurveyPage,
    survey: survey_shape.Survey,
    correction: survey_shape.Correction,
    language: str,
    office: Office,
) -> None:
    """What the translator wrote, and the publisher published."""
    translator: User = office.staff[correction.translator]
    locale = Locale.objects.get(language_code=language)
    translation = begin_translation(page=page, locale=locale, user=translator)
    words_of = translation.get_target_instance().specific
    _reword(words_of, survey, correction, language, office)
    adopt(translation=translation, words_of=words_of, user=translator)
    publish_translation(translation=translation, user=office.staff[correction.by])


def _reword(
    page: SurveyPage,
    survey: survey_shape.Survey,
    correction: survey_shape.Correction,
    language: str,
    office: Office,
) -> None:
    """Write the new words into `page`, which is not stored."""
    words = Writer(language, office.shelf.today, {})
    changes = {block_id(survey.key, each.question): each for each in correction.changes}
    questions = page.questions.get_prep_value()
    for block in questions:
        change = changes.get(block["id"])
        if change is not None:
            block["value"] |= {"question": words.words(change.text), **change.options}
    page.questions = questions
