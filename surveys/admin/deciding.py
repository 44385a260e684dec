"""Whoever publishes a survey, or hands it in, is asked first what becomes of the results that its changes touch."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from surveys.admin.carrying_on import Then
from surveys.models import SurveyPage
from surveys.queries.corrections import ChangedQuestion, changed_questions

# The button of the editor → what it stands for.
BUTTONS = {
    "action-publish": Then.PUBLISH,
    "action-submit": Then.SUBMIT,
    "action-restart-workflow": Then.RESTART,
}


def undecided_in(page: Page) -> list[ChangedQuestion]:
    """What somebody still has to decide about the latest draft of `page`."""
    if not isinstance(page, SurveyPage) or page.pk is None or page.alias_of_id is not None:
        return []
    return [change for change in changed_questions(page.get_latest_revision_as_object()) if change.undecided]


def changes_url(page: Page, then: str = "", comment: str = "") -> str:
    query = {name: value for name, value in (("then", then), ("comment", comment)) if value}
    url = reverse("survey_admin:changes", args=[page.translation_key])
    return f"{url}?{urlencode(query)}" if query else url


def keep_as_draft_first(request: HttpRequest, page: Page) -> None:
    """Where the posted form leaves something to decide, Wagtail saves it as a draft instead of publishing it, and
    `ask_after_saving` leads to the screen. What the form lacks otherwise is said after that."""
    then = _wanted(request)
    if request.method != "POST" or then is None or not isinstance(page, SurveyPage):
        return
    if not _leaves_something_open(request, page):
        return
    posted = request.POST.copy()
    for button in (*BUTTONS, "action-workflow-action"):
        posted.pop(button, None)
    request.POST = posted  # type: ignore[assignment]
    request.asked_then = then  # type: ignore[attr-defined]


def ask_after_saving(request: HttpRequest, page: Page) -> HttpResponse | None:
    then = getattr(request, "asked_then", None)
    if then is None:
        return None
    return redirect(changes_url(page, then, request.POST.get("workflow-action-extra-data", "")))


def _wanted(request: HttpRequest) -> Then | None:
    if request.POST.get("action-workflow-action"):
        return Then.APPROVE if request.POST.get("workflow-action-name") == "approve" else None
    return next((then for button, then in BUTTONS.items() if request.POST.get(button)), None)


def _leaves_something_open(request: HttpRequest, page: SurveyPage) -> bool:
    draft = page.get_latest_revision_as_object()
    block = draft._meta.get_field("questions").stream_block
    try:
        draft.questions = block.value_from_datadict(request.POST, request.FILES, "questions")
        draft.clean()
        if request.POST.get("go_live_at"):
            # The form has yet to read the day; what waits for one may be answered before.
            draft.go_live_at = timezone.now() + timedelta(days=1)
        return any(change.undecided for change in changed_questions(draft))
    except (ValidationError, ValueError):
        # The form itself says what is wrong.
        return False
