"""Surveys for tests, made the way editors and publishers make them."""

from __future__ import annotations

import uuid

from django.utils import timezone
from wagtail.models import Locale, Page

from surveys.models import Survey, SurveyPage
from surveys.services.waves import open_wave


def choices(*texts):
    """List items with ids, as the editor posts them; a text ending in "-" is no opinion."""
    return [
        {
            "type": "item",
            "id": str(uuid.uuid4()),
            "value": {"text": text.rstrip("-"), "code": "", "opinion": not text.endswith("-")},
        }
        for text in texts
    ]


def question(kind, text, **values):
    return {"type": kind, "id": str(uuid.uuid4()), "value": {"question": text, **values}}


def rating(text="How clean was your street this week?", **values):
    labels = ("Very dirty", "Dirty", "Neither", "Clean", "Very clean")
    named = {f"label_{number}": label for number, label in enumerate(labels, start=1)}
    return question("rating", text, **named, dont_know=True, **values)


def department_page(department, language="en"):
    locale = Locale.objects.get(language_code=language)
    return Page.objects.get(translation_key=department.page_key, locale=locale).specific


def publish_survey(department, *questions, slug="clean-streets", title="Clean streets"):
    """A published survey page with stand-ins in the other languages. Returns its `Survey`."""
    page = SurveyPage(
        title=title,
        slug=slug,
        thanks="The crews read every answer.",
        questions=list(questions or (rating(),)),
    )
    department_page(department).add_child(instance=page)
    page.full_clean()
    page.save_revision().publish()
    for locale in Locale.objects.exclude(pk=page.locale_id):
        page.copy_for_translation(locale, alias=True)
    return Survey.objects.get(key=page.translation_key)


def open_survey(department, *questions, **names):
    survey = publish_survey(department, *questions, **names)
    open_wave(survey=survey, opens_at=timezone.now())
    return survey
