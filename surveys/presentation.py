"""What survey templates show: plain values, in the language of the moment."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.languages import direction
from surveys.content import drafted_questions
from surveys.domain.disclosure import MINIMUM_PEOPLE
from surveys.models.responses import Source
from surveys.models.surveys import QuestionVersion, Survey
from surveys.models.waves import WaveState
from surveys.queries import Figure, figure_of, results_of, running_or_last_wave, survey_listing

if TYPE_CHECKING:
    from surveys.domain.questions import Question
    from surveys.models.pages import SurveyIndexPage, SurveyPage


@dataclass(frozen=True)
class Card:
    """A question to answer, or why there is none. `state` is a WaveState value, "preview" or "none"."""

    state: str
    title: str = ""
    survey_url: str = ""
    results_url: str = ""
    action: str = ""
    source: str = Source.PAGE
    key: str = ""
    test: bool = False
    question: Question | None = None
    direction: str = "ltr"
    number: int = 1
    total: int = 1
    reason: str = ""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    thanks: str = ""

    @property
    def takes_answers(self) -> bool:
        return self.state in {WaveState.OPEN, "preview"}

    @property
    def is_closed(self) -> bool:
        return self.state == WaveState.CLOSED

    @property
    def follows(self) -> bool:
        """Whether another question of the same survey has been answered just before."""
        return self.number > 1


@dataclass(frozen=True)
class Thanks:
    """What comes after an answer. `said` is empty when nothing was answered; `repeated` when it was before."""

    said: str
    figure: Figure | None
    chosen: frozenset[str]
    next: Card | None
    line: str
    results_url: str
    reference: str = ""
    repeated: bool = False
    counted: bool = True
    minimum: int = MINIMUM_PEOPLE


def new_key() -> str:
    """A submission key for a form that no script has filled in."""
    return secrets.token_urlsafe(24)


def card_of(
    survey: Survey,
    page: SurveyPage,
    *,
    source: str,
    now: datetime,
    key: str = "",
    test: bool = False,
    answered: Sequence[str] = (),
) -> Card:
    """The next question of `survey` that is not among the `answered` question ids, or why none is asked."""
    language = get_language() or survey.source_language
    wave = running_or_last_wave(survey, now)
    url = page.url or ""
    versions = list(survey.question_versions.current().select_related("survey"))
    left = [version for version in versions if str(version.question_id) not in answered]
    if wave is None or not left:
        return Card(state="none", title=page.title, survey_url=url, thanks=page.thanks)
    state = wave.state_at(now)
    question = left[0].in_language(language)
    reason = wave.pause_reason if state is WaveState.PAUSED else wave.close_reason
    return Card(
        state=state,
        title=page.title,
        survey_url=url,
        results_url=url + "results/",
        action=reverse("surveys:answer", args=[survey.code]),
        source=source,
        key=key,
        test=test,
        question=question,
        direction=direction(question.language) if question.language else "ltr",
        number=len(versions) - len(left) + 1,
        total=len(versions),
        reason=str(reason),
        opens_at=wave.opens_at,
        closes_at=wave.closes_at,
        thanks=page.thanks,
    )


def preview_card(page: SurveyPage, *, source: str) -> Card:
    """The first question as drafted; answering it leads to a note that nothing was stored."""
    language = page.content_language
    questions = list(drafted_questions(page.questions, language))
    return Card(
        state="preview" if questions else "none",
        title=page.title,
        action=reverse("surveys:preview"),
        source=source,
        question=questions[0] if questions else None,
        direction=direction(language),
        total=len(questions),
        thanks=page.thanks,
    )


def card_for_block(page: SurveyPage | None, context: Mapping[str, Any]) -> Card | None:
    """The card of a survey that stands in another page; None when there is nothing to show there."""
    if page is None:
        return None
    request = context.get("request")
    if getattr(request, "is_preview", False):
        shown_page = _previewed(page, request)
        return preview_card(shown_page, source=Source.BLOCK) if shown_page else None
    survey = Survey.objects.filter(key=page.translation_key).first()
    shown = survey.page_in(get_language() or "") if survey else None
    # Where it was put, it may be read by more people than its own page.
    if survey is None or shown is None or shown.is_private:
        return None
    card = card_of(survey, shown.specific, source=Source.BLOCK, now=timezone.now())
    return card if card.question is not None and card.state != WaveState.SCHEDULED else None


def _previewed(page: SurveyPage, request: HttpRequest) -> SurveyPage | None:
    """The draft for who may edit it; for others what is published, if anything is."""
    if page.permissions_for_user(request.user).can_edit():
        return page.get_latest_revision_as_object()
    return page if page.live and not page.get_view_restrictions().exists() else None


def survey_page_context(page: SurveyPage, request: HttpRequest) -> dict[str, Any]:
    survey = Survey.objects.filter(key=page.translation_key).first()
    if survey is None:
        return {"card": preview_card(page, source=Source.PAGE)}
    card = card_of(
        survey, page, source=Source.PAGE, now=timezone.now(), key=new_key(), test="test" in request.GET
    )
    return {"card": card, "survey": survey}


def preview_context(page: SurveyPage, mode: str) -> dict[str, Any]:
    card = preview_card(page, source=Source.PAGE)
    if mode == "thanks":
        return {"card": card, "thanks": preview_thanks(page.thanks)}
    if mode == "closed":
        return {
            "card": Card(
                state=WaveState.CLOSED, title=page.title, question=card.question, closes_at=timezone.now()
            )
        }
    return {"card": card}


def preview_thanks(line: str = "") -> Thanks:
    return Thanks(
        said="", figure=None, chosen=frozenset(), next=None, line=line, results_url="", counted=False
    )


def thanks_after(
    survey: Survey,
    page: SurveyPage,
    version: QuestionVersion,
    codes: Sequence[str],
    following: Card,
    *,
    reference: str = "",
    repeated: bool = False,
    counted: bool = True,
) -> Thanks:
    """What the person sees after answering `version` with `codes`; `following` is the next question's card."""
    question = version.in_language(get_language() or survey.source_language)
    return Thanks(
        said=_(", ").join(question.label_of(code) for code in codes),
        figure=figure_of(version, timezone.now()),
        chosen=frozenset(codes),
        next=following if following.takes_answers else None,
        line=page.thanks,
        results_url=(page.url or "") + "results/",
        reference=reference,
        repeated=repeated,
        counted=counted,
    )


def results_context(page: SurveyPage, request: HttpRequest) -> dict[str, Any]:
    survey = Survey.objects.filter(key=page.translation_key).first()
    language = get_language() or ""
    return {
        "survey": survey,
        "results": results_of(survey, language) if survey else [],
        "card": card_of(survey, page, source=Source.PAGE, now=timezone.now()) if survey else None,
        "minimum": MINIMUM_PEOPLE,
    }


def survey_index_context(page: SurveyIndexPage) -> dict[str, Any]:
    return {"listing": survey_listing(page.locale, timezone.now()), "minimum": MINIMUM_PEOPLE}
