"""One question to answer at once, or why there is none."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from surveys.content import drafted_questions, question_in
from surveys.domain.answers import GivenAnswer, Posted
from surveys.domain.drawing import Drawn, draw
from surveys.domain.filling import is_paged
from surveys.domain.logic import reached
from surveys.domain.questions import Question
from surveys.models import Survey
from surveys.models.responses import Source
from surveys.models.waves import WaveState
from surveys.models.wording import worded
from surveys.presentation.fields import Field, Wrong, field_of
from surveys.presentation.posted import answers_by_name
from surveys.presentation.redrawing import Redrawing, redrawing_of
from surveys.queries import running_or_last_wave
from surveys.queries.asking import Asking, asked_in

if TYPE_CHECKING:
    from wagtail.blocks import StructValue

    from surveys.models.pages import SurveyPage

# The inputs of a single question.
NAME = "answer"


@dataclass(frozen=True)
class Card:
    """A question to answer, or why there is none. `state` is a WaveState value, "preview", "waits" or "none".

    `notes` are what is said before the question. A survey with pages has no question: it is begun at `survey_url`.
    """

    state: str
    title: str = ""
    survey_url: str = ""
    results_url: str = ""
    action: str = ""
    source: str = Source.PAGE
    key: str = ""
    test: bool = False
    field: Field | None = None
    redrawing: Redrawing | None = None
    notes: tuple[Question, ...] = ()
    number: int = 1
    total: int = 1
    pages: int = 0
    skipped: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    reason: str = ""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    thanks: str = ""

    @property
    def question(self) -> Question | None:
        return self.field.question if self.field else None

    @property
    def takes_answers(self) -> bool:
        return self.state in {WaveState.OPEN, "preview"} and (self.field is not None or self.paged)

    @property
    def paged(self) -> bool:
        return self.pages > 0

    @property
    def is_closed(self) -> bool:
        return self.state == WaveState.CLOSED

    @property
    def may_skip(self) -> bool:
        """Whether there is another question to go on to, and this one need not be answered."""
        question = self.question
        return self.number < self.total and question is not None and not question.settings.required

    @property
    def follows(self) -> bool:
        """Whether another question of the same survey has been answered just before."""
        return self.number > 1


@dataclass(frozen=True)
class Progress:
    """What a person has said so far: answers by question id, and the ids of what they passed over."""

    key: str = ""
    test: bool = False
    answers: Mapping[str, GivenAnswer] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()

    @property
    def tried(self) -> tuple[str, ...]:
        """What a test carries along instead of storing it: question id and codes, between spaces."""
        if not self.test:
            return ()
        return tuple(f"{name} {' '.join(given.codes)}" for name, given in self.answers.items())


@dataclass(frozen=True)
class Again:
    """A question that is shown again, with what was filled in and what is wrong with it."""

    question: str
    posted: Posted
    drawn: Drawn
    error: str


def new_key() -> str:
    """A submission key for a form that no script has filled in."""
    return secrets.token_urlsafe(24)


def card_of(
    survey: Survey,
    page: SurveyPage,
    *,
    source: str,
    now: datetime,
    progress: Progress | None = None,
    asking: Asking | None = None,
    again: Again | None = None,
) -> Card:
    """What `survey` asks next. Three queries at most, more for pictures and places."""
    progress = progress or Progress()
    url = page.url or ""
    wave = running_or_last_wave(survey, now)
    if wave is None:
        return Card(state="none", title=page.title, survey_url=url)
    asking = asking or asked_in(survey, get_language() or "")
    state = wave.state_at(now)
    reason = wave.pause_reason if state is WaveState.PAUSED else wave.close_reason
    card = Card(
        state="waits" if asking.waits and state is WaveState.OPEN else state,
        title=page.title,
        survey_url=url,
        results_url=f"{url}results/" if state is not WaveState.SCHEDULED else "",
        action=reverse("surveys:answer", args=[survey.code]),
        source=source,
        key=progress.key,
        test=progress.test,
        skipped=progress.skipped,
        tried=progress.tried,
        reason=str(reason),
        opens_at=wave.opens_at,
        closes_at=wave.closes_at,
        thanks=page.thanks,
    )
    return with_question(card, asking.questions, progress, again)


def with_question(
    card: Card, questions: Sequence[Question], progress: Progress, again: Again | None = None
) -> Card:
    """`card` with the next question that is reached, neither answered nor passed over."""
    if is_paged(questions):
        pages = sum(question.begins_page for question in questions)
        return replace(card, pages=pages, total=sum(question.asks for question in questions))
    ids = reached(questions, {name: given.on_sheet for name, given in progress.answers.items()})
    found = [question for question in questions if question.id in ids]
    done = {*progress.answers, *progress.skipped}
    left = [question for question in found if question.asks and question.id not in done]
    if again is not None:
        left = [question for question in found if question.id == again.question] or left
    if not left:
        return card
    question, drawn = left[0], draw(left[0], SystemRandom())
    shown = field_of(
        question,
        name=NAME,
        tap=True,
        posted=again.posted if again else None,
        drawn=again.drawn if again else drawn,
        wrong=Wrong(again.error) if again else None,
        answers=answers_by_name(questions, progress.answers),
    )
    asked = [one for one in found if one.asks]
    return replace(
        card,
        field=shown,
        redrawing=redrawing_of(question, drawn) if card.source == Source.BLOCK and not again else None,
        notes=_said_before(found, question),
        number=asked.index(question) + 1,
        total=len(asked),
    )


def _said_before(found: Sequence[Question], question: Question) -> tuple[Question, ...]:
    """What stands directly above `question` and asks nothing."""
    notes: list[Question] = []
    for one in found:
        if one is question:
            break
        notes = [] if one.asks else [*notes, one]
    return tuple(notes)


def preview_card(page: SurveyPage, *, source: str) -> Card:
    """The first question as drafted; answering it leads to a note that nothing was stored."""
    questions = drafted_questions(page.questions, page.content_language)
    card = Card(
        state="preview" if any(question.asks for question in questions) else "none",
        title=page.title,
        action=reverse("surveys:preview"),
        source=source,
        survey_url=page.url or "",
        thanks=page.thanks,
    )
    return with_question(card, questions, Progress())


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
    worth_showing = card.field is not None or card.paged
    return card if worth_showing and card.state != WaveState.SCHEDULED else None


def _previewed(page: SurveyPage, request: HttpRequest) -> SurveyPage | None:
    """The draft for who may edit it; for others what is published, if anything is."""
    if page.permissions_for_user(request.user).can_edit():
        return page.get_latest_revision_as_object()
    return page if page.live and not page.get_view_restrictions().exists() else None


def sample_of(value: StructValue) -> Field | None:
    """A question's block as the editor's choice of blocks shows it."""
    question = worded(question_in(value, get_language() or "", "sample"))
    return field_of(question, name=NAME, tap=True)
