"""A survey with pages: back and forth, the check, and one sheet at the end."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.core.origin import without_token
from surveys import cookies
from surveys.domain.drawing import Drawn
from surveys.domain.identity import is_submission_key
from surveys.models import Survey, SurveyPage
from surveys.presentation import new_key, thanks_on
from surveys.presentation.pages import Form, FormPage, check_page, last_page, page_at
from surveys.presentation.steps import CHECK, step_to
from surveys.queries import running_or_last_wave
from surveys.queries.asking import Asking, as_read, asked_in
from surveys.services.responses import (
    AlreadyAnsweredError,
    NothingAnsweredError,
    Sender,
    SheetAnswer,
    WaveNotOpenError,
    record_sheet,
)
from surveys.views.answering import source_of
from surveys.views.reaching import (
    show_thanks,
    status_of,
    survey_or_404,
    waiting_for_translation,
    wants_fragment,
    why_not_open,
)


@without_token
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pages(request: HttpRequest, code: str) -> HttpResponse:
    """One step through a survey with pages. Nothing is stored before the last; GET leads to the survey's page."""
    survey, page = survey_or_404(request, code)
    asking = asked_in(survey, get_language() or survey.source_language)
    if request.method != "POST" or not asking.paged:
        return redirect(page.url)
    if asking.waits:
        return _refuse(request, page, waiting_for_translation(), 403)
    asking = as_read(asking, survey, request.POST.getlist("read"))
    data = request.POST.copy()
    if not is_submission_key(data.get("key", "")):
        data["key"] = new_key()
    form = Form(survey.code, asking.questions, data)
    step = step_to(form, data.get("go", "next"))
    if step is None:
        return _send(request, survey, page, asking, form)
    shown = (
        check_page(form)
        if step.place == CHECK
        else page_at(form, step.place, errors=step.errors, more=step.more)
    )
    return _show(request, page, shown, 400 if step.errors else 200)


def _show(request: HttpRequest, page: SurveyPage, shown: FormPage, status: int) -> HttpResponse:
    template = "surveys/form_fragment.html" if wants_fragment(request) else "surveys/form_page.html"
    return render(request, template, {"page": page, "form": shown}, status=status)


def _send(request: HttpRequest, survey: Survey, page: SurveyPage, asking: Asking, form: Form) -> HttpResponse:
    if "test" in form.data:
        return show_thanks(request, survey, thanks_on(page, counted=False), 200)
    now = timezone.now()
    wave = running_or_last_wave(survey, now)
    if wave is None:
        raise Http404
    device = cookies.device_of(request)
    sender = Sender(form.data["key"], source_of(request), get_language() or "", device)
    try:
        receipt = record_sheet(wave=wave, answers=_answers(asking, form), sender=sender, now=now)
    except WaveNotOpenError as error:
        return _keep(request, page, form, why_not_open(error.state, wave), status_of(error.state))
    except AlreadyAnsweredError:
        return show_thanks(request, survey, thanks_on(page, repeated=True), 200)
    except NothingAnsweredError:
        message = _("You have not answered anything yet. Answer at least one question.")
        return _keep(request, page, form, message, 400)
    if wants_fragment(request):
        thanks = thanks_on(page, reference=receipt.reference)
        response = show_thanks(request, survey, thanks, 201 if receipt.created else 200)
    else:
        response = HttpResponseRedirect(reverse("surveys:thanks", args=[survey.code]), status=303)
        cookies.remember_reply(response, cookies.Reply(survey.code, sender.key))
    cookies.remember_device(response, device)
    return response


def _answers(asking: Asking, form: Form) -> list[SheetAnswer]:
    found = []
    for question, version in zip(asking.questions, asking.versions, strict=True):
        given = form.filled.answers.get(question.id)
        if given is not None:
            found.append(SheetAnswer(version, question, given, form.drawn.get(question.id, Drawn())))
    return found


def _keep(request: HttpRequest, page: SurveyPage, form: Form, message: str, status: int) -> HttpResponse:
    """Say why the sheet was not taken, above all that is in it: it may be sent later, or copied."""
    return _show(request, page, last_page(form, message), status)


def _refuse(request: HttpRequest, page: SurveyPage, message: str, status: int) -> HttpResponse:
    template = "surveys/refused_fragment.html" if wants_fragment(request) else "surveys/refused_page.html"
    context = {"message": message, "card": None, "title": message, "page": page}
    return render(request, template, context, status=status)
