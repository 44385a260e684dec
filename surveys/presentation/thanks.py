"""What comes after an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from surveys.domain.answers import GivenAnswer
from surveys.domain.disclosure import MINIMUM_PEOPLE
from surveys.domain.questions import Question
from surveys.presentation.cards import Card
from surveys.presentation.posted import spoken
from surveys.queries import Figure, figure_of

if TYPE_CHECKING:
    from surveys.models import QuestionVersion, SurveyPage


@dataclass(frozen=True)
class Thanks:
    """What comes after an answer. `said` is empty when nothing was answered; `repeated` when it was before."""

    said: str = ""
    figure: Figure | None = None
    next: Card | None = None
    line: str = ""
    results_url: str = ""
    reference: str = ""
    repeated: bool = False
    counted: bool = True
    minimum: int = MINIMUM_PEOPLE


def preview_thanks(line: str = "") -> Thanks:
    return Thanks(line=line, counted=False)


def thanks_on(
    page: SurveyPage, *, reference: str = "", repeated: bool = False, counted: bool = True
) -> Thanks:
    """Thanks for the whole survey, without a figure."""
    return Thanks(
        line=page.thanks,
        results_url=(page.url or "") + "results/",
        reference=reference,
        repeated=repeated,
        counted=counted,
    )


def thanks_after(
    page: SurveyPage,
    version: QuestionVersion,
    question: Question,
    given: GivenAnswer | None,
    following: Card,
    *,
    reference: str = "",
    repeated: bool = False,
    counted: bool = True,
) -> Thanks:
    """What the person sees after `given` answered `question`; `following` is the next question's card."""
    return Thanks(
        said=spoken(question, given) if given and not question.takes_words else "",
        figure=None if question.settings.confidential else figure_of(version, timezone.now()),
        next=following if following.takes_answers else None,
        line=page.thanks,
        results_url=(page.url or "") + "results/",
        reference=reference,
        repeated=repeated,
        counted=counted,
    )
