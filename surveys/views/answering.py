"""One question after another: each answer is stored when it is given."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.origin import without_token
from surveys import cookies
from surveys.domain.answers import GivenAnswer, check_answer
from surveys.domain.drawing import Drawn
from surveys.domain.identity import is_submission_key
from surveys.domain.invalid import InvalidAnswerError
from surveys.domain.logic import reached
from surveys.domain.questions import Question
from surveys.models import Survey, SurveyPage
from surveys.models.responses import Source
from surveys.presentation import (
    NAME,
    Again,
    Card,
    Progress,
    card_of,
    new_key,
    preview_thanks,
    thanks_after,
    thanks_on,
    what_is_wrong,
)
from surveys.presentation.posted import DRAWN, drawn_in, parts_posted
from surveys.queries import running_or_last_wave
from surveys.queries.asking import Asking, as_read, asked_in
from surveys.services.responses import (
    AlreadyAnsweredError,
    Sender,
    SheetAnswer,
    WaveNotOpenError,
    own_answers,
    record_answer,
    reference_of,
)
from surveys.views.reaching import (
    show_thanks,
    status_of,
    survey_or_404,
    waiting_for_translation,
    wants_fragment,
    why_not_open,
)

# More questions than any survey of this kind has; beyond it a form was made up.
MOST_SKIPPED = 100


@dataclass(frozen=True)
class _Visit:
    """A request about one survey: what it asks in this language, and what the person has said so far."""

    request: HttpRequest
    survey: Survey
    page: SurveyPage
    asking: Asking
    progress: Progress

    @property
    def test(self) -> bool:
        return self.progress.test

    def question(self, question_id: str) -> Question | None:
        """One that is asked of this person now, or was answered before."""
        sheet = {name: given.on_sheet for name, given in self.progress.answers.items()}
        ids = reached(self.asking.questions, sheet)
        asked = (one for one in self.asking.asked if one.id == question_id and one.id in ids)
        return next(asked, None)


def _visit(request: HttpRequest, code: str) -> _Visit:
    survey, page = survey_or_404(request, code)
    asking = asked_in(survey, get_language() or survey.source_language)
    asking = as_read(asking, survey, request.POST.getlist("read"))
    sent_key = request.POST.get("key", "")
    test = "test" in request.POST
    progress = Progress(
        key=sent_key if is_submission_key(sent_key) else new_key(),
        test=test,
        answers=_tried(request) if test else own_answers(key=sent_key, survey=survey),
        skipped=tuple(request.POST.getlist("skipped"))[:MOST_SKIPPED],
    )
    return _Visit(request, survey, page, asking, progress)


def _tried(request: HttpRequest) -> dict[str, GivenAnswer]:
    """Somebody who only tries the survey has no sheet: what they tried travels in the form, as codes."""
    found = {}
    for tried in request.POST.getlist("tried")[:MOST_SKIPPED]:
        question_id, _space, codes = tried.partition(" ")
        found[question_id] = GivenAnswer(tuple(codes.split()))
    return found


@without_token
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Take one answer. GET records nothing: it leads to the survey's page."""
    if request.method != "POST":
        return redirect(survey_or_404(request, code)[1].url)
    visit = _visit(request, code)
    if visit.asking.waits:
        return _refuse(visit, waiting_for_translation(), 403)
    question = visit.question(request.POST.get("question", ""))
    if question is None or visit.asking.paged:
        return _refuse(visit, _("This question is no longer asked."), 400)
    if "stop" in request.POST:
        return show_thanks(request, visit.survey, thanks_on(visit.page), 200)
    if "skip" in request.POST and not question.settings.required:
        return _show_next(visit, question)
    return _take(visit, question)


def _take(visit: _Visit, question: Question) -> HttpResponse:
    posted = parts_posted(visit.request.POST, NAME)
    drawn = drawn_in(question, visit.request.POST.get(DRAWN, "")) or Drawn()
    try:
        given = check_answer(question, posted)
    except InvalidAnswerError as error:
        return _refuse(visit, what_is_wrong(error), 400, Again(question.id, posted, drawn, ""))
    if visit.test:
        return _after(visit, question, given, _Sent(counted=False))
    return _record(visit, question, given, drawn)


@dataclass(frozen=True)
class _Sent:
    """What became of a request's answer, and from which device it came."""

    device: str = ""
    reference: str = ""
    created: bool = False
    counted: bool = True


def _record(visit: _Visit, question: Question, given: GivenAnswer, drawn: Drawn) -> HttpResponse:
    now = timezone.now()
    wave = running_or_last_wave(visit.survey, now)
    version = visit.asking.version_of(question.id)
    if wave is None or version is None:
        raise Http404
    device = cookies.device_of(visit.request)
    sender = Sender(visit.progress.key, source_of(visit.request), question.language, device)
    try:
        receipt = record_answer(
            wave=wave, answer=SheetAnswer(version, question, given, drawn), sender=sender, now=now
        )
    except WaveNotOpenError as error:
        return _refuse(visit, why_not_open(error.state, wave), status_of(error.state))
    except AlreadyAnsweredError:
        card = Card(state="none")
        repeated = thanks_after(visit.page, version, question, None, card, repeated=True)
        return show_thanks(visit.request, visit.survey, repeated, 200)
    return _after(visit, question, given, _Sent(device, receipt.reference, receipt.created))


def source_of(request: HttpRequest) -> str:
    return Source.BLOCK if request.POST.get("source") == Source.BLOCK else Source.PAGE


def _after(visit: _Visit, question: Question, given: GivenAnswer, sent: _Sent) -> HttpResponse:
    """The thank-you: as a fragment at once, else by way of a redirect, so that reloading sends nothing again."""
    if sent.counted and not wants_fragment(visit.request):
        response: HttpResponse = HttpResponseRedirect(
            reverse("surveys:thanks", args=[visit.survey.code]), status=303
        )
        reply = cookies.Reply(visit.survey.code, visit.progress.key, question.id)
        cookies.remember_reply(response, reply)
    else:
        response = _thank(visit, question, given, sent)
    if sent.device:
        cookies.remember_device(response, sent.device)
    return response


def _thank(visit: _Visit, question: Question, given: GivenAnswer, sent: _Sent) -> HttpResponse:
    progress = Progress(
        key=visit.progress.key,
        test=visit.test,
        answers={**visit.progress.answers, question.id: given},
        skipped=visit.progress.skipped,
    )
    version = visit.asking.version_of(question.id)
    if version is None:
        raise Http404
    thanks = thanks_after(
        visit.page,
        version,
        question,
        given,
        _card(visit, progress),
        reference=sent.reference,
        counted=sent.counted,
    )
    return show_thanks(visit.request, visit.survey, thanks, 201 if sent.created else 200)


def _show_next(visit: _Visit, question: Question) -> HttpResponse:
    """The question after one that was passed over; nothing is stored."""
    progress = Progress(
        visit.progress.key, visit.test, visit.progress.answers, (*visit.progress.skipped, question.id)
    )
    card = _card(visit, progress)
    if not card.takes_answers:
        return show_thanks(visit.request, visit.survey, thanks_on(visit.page, counted=not visit.test), 200)
    template = "surveys/next_fragment.html" if wants_fragment(visit.request) else "surveys/next_page.html"
    return render(visit.request, template, {"card": card, "title": visit.page.title})


def _card(visit: _Visit, progress: Progress, again: Again | None = None) -> Card:
    return card_of(
        visit.survey,
        visit.page,
        source=source_of(visit.request),
        now=timezone.now(),
        progress=progress,
        asking=visit.asking,
        again=again,
    )


@never_cache
@require_safe
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """The thank-you page of somebody without JavaScript; without their cookie it only says thank you."""
    survey, page = survey_or_404(request, code)
    reply = cookies.reply_of(request, survey.code)
    if reply is None:
        return show_thanks(request, survey, thanks_on(page), 200)
    receipt = reference_of(key=reply.key, survey=survey)
    asking = asked_in(survey, get_language() or survey.source_language)
    answers = own_answers(key=reply.key, survey=survey)
    question = next((one for one in asking.asked if one.id == reply.question), None)
    if question is None or question.id not in answers:
        return show_thanks(request, survey, thanks_on(page, reference=receipt), 200)
    visit = _Visit(request, survey, page, asking, Progress(key=reply.key, answers=answers))
    return _thank(visit, question, answers[question.id], _Sent(reference=receipt))


@without_token
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest) -> HttpResponse:
    """Where the buttons of a previewed question lead: nothing is stored."""
    return show_thanks(request, None, preview_thanks(), 200)


def _refuse(visit: _Visit, message: str, status: int, again: Again | None = None) -> HttpResponse:
    """Say what is wrong and show the question again as it was filled in, so that nothing is lost."""
    fragment = wants_fragment(visit.request)
    template = "surveys/refused_fragment.html" if fragment else "surveys/refused_page.html"
    card = _card(visit, visit.progress, again)
    return render(
        visit.request, template, {"message": message, "card": card, "title": message}, status=status
    )
