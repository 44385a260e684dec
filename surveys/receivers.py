from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from portal.translations.services import begin_prepared
from portal.translations.signals import translation_confirmed
from surveys.models import Survey, SurveyPage
from surveys.services.publication import follow_owner, publish_questions
from surveys.services.waves import pause_without_page
from surveys.services.wording import add_texts


@receiver(page_published, sender=SurveyPage)
def freeze_published_questions(sender: type[SurveyPage], instance: SurveyPage, **kwargs: Any) -> None:
    revision = kwargs.get("revision")
    # What is approved for a later day is sent here too, and is not public yet.
    if instance.live:
        publish_questions(page=instance, written_at=revision.created_at if revision else None)


@receiver(translation_confirmed, sender=SurveyPage)
def take_words_that_fit(sender: type[SurveyPage], page: SurveyPage, **kwargs: Any) -> None:
    survey = Survey.objects.filter(key=page.translation_key).first()
    if survey is not None and survey.source_language != page.locale.language_code:
        add_texts(survey=survey, page=page, confirmed=True)


@receiver(page_published, sender=SurveyPage)
def begin_translations_that_came_with_a_form(
    sender: type[SurveyPage], instance: SurveyPage, **kwargs: Any
) -> None:
    begin_prepared(page=instance)


@receiver(page_unpublished, sender=SurveyPage)
def pause_what_lost_its_page(sender: type[SurveyPage], instance: SurveyPage, **kwargs: Any) -> None:
    language = instance.locale.language_code
    survey = Survey.objects.filter(key=instance.translation_key, source_language=language).first()
    if survey is not None:
        pause_without_page(survey=survey, now=timezone.now())


@receiver(post_page_move)
def hand_over_moved_surveys(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    for page in SurveyPage.objects.descendant_of(instance, inclusive=True).select_related("locale"):
        follow_owner(page=page)
