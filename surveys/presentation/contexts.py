"""What the pages of surveys show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import get_language

from portal.core.districts.queries import city_plan
from surveys.content import drafted_questions
from surveys.domain.disclosure import MINIMUM_PEOPLE
from surveys.domain.kinds import Kind
from surveys.models import Survey
from surveys.models.responses import Source
from surveys.models.waves import WaveState
from surveys.presentation.cards import Card, Progress, card_of, new_key, preview_card
from surveys.presentation.pages import first_page, whole_form
from surveys.presentation.thanks import preview_thanks
from surveys.queries import results_of, survey_listing, withheld_questions
from surveys.queries.asking import asked_in

if TYPE_CHECKING:
    from surveys.models.pages import SurveyIndexPage, SurveyPage


def survey_page_context(page: SurveyPage, request: HttpRequest) -> dict[str, Any]:
    survey = Survey.objects.filter(key=page.translation_key).first()
    if survey is None:
        return {"card": preview_card(page, source=Source.PAGE)}
    progress = Progress(key=new_key(), test="test" in request.GET)
    asking = asked_in(survey, get_language() or "")
    card = card_of(survey, page, source=Source.PAGE, now=timezone.now(), progress=progress, asking=asking)
    form = first_page(survey.code, asking.questions, progress) if card.paged and card.takes_answers else None
    return {"card": card, "survey": survey, "form": form}


def preview_context(page: SurveyPage, mode: str) -> dict[str, Any]:
    card = preview_card(page, source=Source.PAGE)
    if mode == "thanks":
        return {"card": card, "thanks": preview_thanks(page.thanks)}
    if mode == "closed":
        return {
            "card": Card(state=WaveState.CLOSED, title=page.title, field=card.field, closes_at=timezone.now())
        }
    questions = drafted_questions(page.questions, page.content_language)
    if mode == "whole":
        return {"card": card, "whole": whole_form(questions)}
    form = first_page("", questions, Progress(test=True)) if card.paged else None
    return {"card": card, "form": form}


def results_context(page: SurveyPage, request: HttpRequest) -> dict[str, Any]:
    survey, now = Survey.objects.filter(key=page.translation_key).first(), timezone.now()
    # What the portal words speaks the language of the page's texts, as the rest of its main part does.
    with translation.override(page.content_language):
        results = results_of(survey, page.content_language, now) if survey else []
    places = any(result.question.kind is Kind.PLACE and result.published for result in results)
    return {
        "survey": survey,
        "results": results,
        "withheld": withheld_questions(survey, now) if survey else 0,
        "plan": city_plan() if places else None,
        "card": card_of(survey, page, source=Source.PAGE, now=now) if survey else None,
        "minimum": MINIMUM_PEOPLE,
    }


def survey_index_context(page: SurveyIndexPage) -> dict[str, Any]:
    return {"listing": survey_listing(page.locale, timezone.now()), "minimum": MINIMUM_PEOPLE}
