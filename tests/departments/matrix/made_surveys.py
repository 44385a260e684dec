from __future__ import annotations

from django.utils import timezone
from wagtail.models import Page

from surveys.models import SurveyPage, Tally, TextAnswer
from surveys.services.waves import open_wave
from tests.departments.matrix.marks import COUNTED
from tests.surveys.making import publish_survey, question, rating


def make_survey(own):
    """A public survey with answers, and one that nobody has published."""
    code = own.department.code
    own.survey = publish_survey(
        own.department,
        rating(hint=""),
        question("short_text", "What should we know?", hint=""),
        slug=f"{code}-survey",
        title=f"Survey of {code}",
    )
    own.wave = open_wave(
        survey=own.survey, opens_at=timezone.now(), label=f"{own.mark}wave", by=own.staff["publisher"]
    )
    own.survey_page = SurveyPage.objects.get(translation_key=own.survey.key, locale__language_code="en")
    _answer(own)
    _correct(own)
    draft = SurveyPage(
        title=own.word("survey"), slug=f"{own.mark}survey", live=False, questions=[rating(hint="")]
    )
    Page.objects.get(pk=own.page.pk).specific.add_child(instance=draft)
    draft.save_revision(user=own.staff["editor"], log_action=True)
    own.survey_draft = SurveyPage.objects.get(pk=draft.pk)


def _correct(own):
    """A draft of other words for what was answered, about which nobody has decided yet."""
    page = own.survey_page.get_latest_revision_as_object()
    blocks = list(page.questions.raw_data)
    blocks[0]["value"]["question"] = own.word("correction")
    page.questions = blocks
    page.save_revision(user=own.staff["editor"], log_action=True)
    own.survey_page.refresh_from_db()


def _answer(own):
    version = own.survey.question_versions.current().last()
    TextAnswer.objects.create(wave=own.wave, question_version=version, language="en", text=own.word("answer"))
    if own.mark == "quiet":
        Tally.objects.filter(wave=own.wave).update(count=COUNTED)
