"""Which survey a request is about, and what is shown when it takes no answer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from surveys.models import Survey, SurveyPage, Wave
from surveys.models.waves import WaveState
from surveys.presentation import Thanks

GONE = 410


def survey_or_404(request: HttpRequest, code: str) -> tuple[Survey, SurveyPage]:
    """The survey of a short code in any case, and its live page in the language of the address.

    A private one does not exist for who may not read its page.
    """
    if not code.isalnum():
        # PostgreSQL would not even look for a NUL.
        raise Http404
    survey = get_object_or_404(Survey, code=code.upper())
    page = survey.page_in(get_language() or survey.source_language)
    if page is None or (page.is_private and not _may_read(request, page)):
        raise Http404
    return survey, page.specific


def _may_read(request: HttpRequest, page: Page) -> bool:
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())


def wants_fragment(request: HttpRequest) -> bool:
    return request.headers.get("X-Fragment") == "1"


def show_thanks(request: HttpRequest, survey: Survey | None, thanks: Thanks, status: int) -> HttpResponse:
    template = "surveys/thanks_fragment.html" if wants_fragment(request) else "surveys/thanks_page.html"
    context = {"thanks": thanks, "survey": survey, "title": _("Answer received")}
    return render(request, template, context, status=status)


def why_not_open(state: WaveState, wave: Wave) -> str:
    if state is WaveState.PAUSED:
        return _("This question is paused: %(reason)s") % {"reason": wave.pause_reason}
    if state is WaveState.CLOSED:
        return _("This question is closed.")
    return _("This question is not open yet.")


def waiting_for_translation() -> str:
    return _(
        "This question was changed and is being translated. Please come back soon, or answer in another language."
    )


def status_of(state: WaveState) -> int:
    return GONE if state is WaveState.CLOSED else 403
