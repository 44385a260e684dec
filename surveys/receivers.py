from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from surveys.models import SurveyPage
from surveys.services.publication import publish_questions


@receiver(page_published, sender=SurveyPage)
def freeze_published_questions(sender: type[SurveyPage], instance: SurveyPage, **kwargs: Any) -> None:
    publish_questions(page=instance)
