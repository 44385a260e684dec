from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from portal.core.origin import without_token
from surveys import cookies
from surveys.domain.identity import is_submission_key
from surveys.domain.questions import GivenAnswer, InvalidAnswerError, check_answer
from surveys.models import QuestionVersion, Survey, SurveyPage, Wave
from surveys.models.responses import Source
from surveys.models.waves import WaveState
from surveys.presentation import (
    Card,
    Thanks,
    card_of,
    new_key,
    preview_thanks,
    thanks_after,
)
from surveys.queries import running_or_last_wave
from surveys.services.responses import AlreadyAnsweredError, WaveNotOpenError, own_answers, record_answer

GONE = 410


@without_token
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Take one answer. GET records nothing: it leads to the survey's page."""
    survey, page = _survey_or_404(request, code)
    if request.method != "POST":
        return redirect(page.url)
    version = _asked_version(survey, request.POST.get("question", ""))
    if version is None:
        return _refuse(request, survey, page, _("This question is no longer asked."), 400)
    if "stop" in request.POST:
        return _show_thanks(request, survey, _ended(page), 200)
    question = version.in_language(get_language() or survey.source_language)
    try:
        given = check_answer(question, request.POST.getlist("answer"))
    except InvalidAnswerError as error:
        return _refuse(request, survey, page, _what_is_wrong(error), 400)
    if "test" in request.POST:
        return _after(request, survey, page, version, given, _Sent(counted=False))
    return _record(request, survey, page, version, given)


class _Sent:
    """What became of a request's answer, and under which key and device."""

    def __init__(
        self,
        *,
        key: str = "",
        device: str = "",
        reference: str = "",
        created: bool = False,
        counted: bool = True,
    ) -> None:
        self.key, self.device, self.reference = key, device, reference
        self.created, self.counted = created, counted


def _record(
    request: HttpRequest, survey: Survey, page: SurveyPage, version: QuestionVersion, given: GivenAnswer
) -> HttpResponse:
    now = timezone.now()
    wave = running_or_last_wave(survey, now)
    if wave is None:
        raise Http404
    sent_key = request.POST.get("key", "")
    key = sent_key if is_submission_key(sent_key) else new_key()
    device = cookies.device_of(request)
    try:
        receipt = record_answer(
            wave=wave,
            version=version,
            answer=given,
            key=key,
            device=device,
            source=Source.BLOCK if request.POST.get("source") == Source.BLOCK else Source.PAGE,
            language=get_language() or "",
            now=now,
        )
    except WaveNotOpenError as error:
        return _refuse(request, survey, page, _not_open(error.state, wave), _status_of(error.state))
    except AlreadyAnsweredError:
        return _show_thanks(request, survey, _repeated(survey, page, version), 200)
    sent = _Sent(key=key, device=device, reference=receipt.reference, created=receipt.created)
    return _after(request, survey, page, version, given, sent)


def _after(
    request: HttpRequest,
    survey: Survey,
    page: SurveyPage,
    version: QuestionVersion,
    given: GivenAnswer,
    sent: _Sent,
) -> HttpResponse:
    """The thank-you: as a fragment at once, else by way of a redirect, so that reloading sends nothing again."""
    if sent.counted and not _wants_fragment(request):
        response: HttpResponse = HttpResponseRedirect(
            reverse("surveys:thanks", args=[survey.code]), status=303
        )
        cookies.remember_reply(response, cookies.Reply(survey.code, sent.key, str(version.question_id)))
    else:
        thanks = _thanks(survey, page, version, given.codes, sent)
        response = _show_thanks(request, survey, thanks, 201 if sent.created else 200)
    if sent.device:
        cookies.remember_device(response, sent.device)
    return response


def _thanks(
    survey: Survey, page: SurveyPage, version: QuestionVersion, codes: tuple[str, ...], sent: _Sent
) -> Thanks:
    following = card_of(
        survey,
        page,
        source=Source.PAGE,
        now=timezone.now(),
        key=sent.key,
        test=not sent.counted,
        answered=_answered(survey, sent.key) if sent.counted else _asked_so_far(survey, version),
    )
    return thanks_after(
        survey, page, version, codes, following, reference=sent.reference, counted=sent.counted
    )


@never_cache
@require_safe
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """The thank-you page of somebody without JavaScript; without their cookie it only says thank you."""
    survey, page = _survey_or_404(request, code)
    reply = cookies.reply_of(request, survey.code)
    version = _asked_version(survey, reply.question) if reply else None
    if reply is None or version is None:
        return _show_thanks(request, survey, _ended(page), 200)
    codes = own_answers(key=reply.key, survey_code=survey.code).get(version.pk, ())
    known = tuple(code for code in codes if any(choice["code"] == code for choice in version.choices))
    return _show_thanks(request, survey, _thanks(survey, page, version, known, _Sent(key=reply.key)), 200)


@without_token
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest) -> HttpResponse:
    """Where the buttons of a previewed question lead: nothing is stored."""
    return _show_thanks(request, None, preview_thanks(), 200)


def _show_thanks(request: HttpRequest, survey: Survey | None, thanks: Thanks, status: int) -> HttpResponse:
    template = "surveys/thanks_fragment.html" if _wants_fragment(request) else "surveys/thanks_page.html"
    context = {"thanks": thanks, "survey": survey, "title": _("Answer received")}
    return render(request, template, context, status=status)


def _refuse(
    request: HttpRequest, survey: Survey, page: SurveyPage, message: str, status: int
) -> HttpResponse:
    """Say what is wrong and show the question again, so that nothing is lost."""
    template = "surveys/refused_fragment.html" if _wants_fragment(request) else "surveys/refused_page.html"
    sent_key = request.POST.get("key", "")
    key = sent_key if is_submission_key(sent_key) else new_key()
    card = card_of(
        survey,
        page,
        source=Source.PAGE,
        now=timezone.now(),
        key=key,
        test="test" in request.POST,
        answered=_answered(survey, key),
    )
    return render(request, template, {"message": message, "card": card, "title": message}, status=status)


def _answered(survey: Survey, key: str) -> list[str]:
    """The ids of the questions on the sheet that `key` names."""
    versions = QuestionVersion.objects.filter(pk__in=own_answers(key=key, survey_code=survey.code))
    return [str(question_id) for question_id in versions.values_list("question_id", flat=True)]


def _asked_so_far(survey: Survey, version: QuestionVersion) -> list[str]:
    """The ids of the questions up to `version`: somebody who only tries the survey has no sheet to look at."""
    versions = survey.question_versions.current().filter(position__lte=version.position)
    return [str(question_id) for question_id in versions.values_list("question_id", flat=True)]


def _wants_fragment(request: HttpRequest) -> bool:
    return request.headers.get("X-Fragment") == "1"


def _survey_or_404(request: HttpRequest, code: str) -> tuple[Survey, SurveyPage]:
    """The survey of a short code in any case, and its live page in the language of the address.

    A private one does not exist for who may not read its page.
    """
    survey = get_object_or_404(Survey, code=code.upper())
    page = survey.page_in(get_language() or survey.source_language)
    if page is None or (page.is_private and not _may_read(request, page)):
        raise Http404
    return survey, page.specific


def _may_read(request: HttpRequest, page: Page) -> bool:
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())


def _asked_version(survey: Survey, question_id: str) -> QuestionVersion | None:
    try:
        wanted = UUID(question_id)
    except ValueError:
        return None
    return survey.question_versions.current().select_related("survey").filter(question_id=wanted).first()


def _ended(page: SurveyPage) -> Thanks:
    return Thanks(
        said="",
        figure=None,
        chosen=frozenset(),
        next=None,
        line=page.thanks,
        results_url=(page.url or "") + "results/",
    )


def _repeated(survey: Survey, page: SurveyPage, version: QuestionVersion) -> Thanks:
    return thanks_after(survey, page, version, (), Card(state="none"), repeated=True)


def _what_is_wrong(error: InvalidAnswerError) -> str:
    return {
        InvalidAnswerError.EMPTY: _("Choose or write an answer first."),
        InvalidAnswerError.ONE_ONLY: _("Choose one answer only."),
        InvalidAnswerError.UNKNOWN_CHOICE: _("This answer does not belong to the question."),
        InvalidAnswerError.NOT_WITH_OTHERS: _("“I don’t know” stands alone: choose it or the others."),
        InvalidAnswerError.TOO_LONG: _("Please shorten your answer to 500 characters."),
    }[error.args[0]]


def _not_open(state: WaveState, wave: Wave) -> str:
    if state is WaveState.PAUSED:
        return _("This question is paused: %(reason)s") % {"reason": wave.pause_reason}
    if state is WaveState.CLOSED:
        return _("This question is closed.")
    return _("This question is not open yet.")


def _status_of(state: WaveState) -> int:
    return GONE if state is WaveState.CLOSED else 403
