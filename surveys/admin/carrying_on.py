"""What somebody wanted to do with a survey's page before they were asked to decide: now it is done."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import WorkflowState

from portal.core.completeness import require_complete
from surveys.models import SurveyPage

if TYPE_CHECKING:
    from portal.accounts.models import User


class Then(StrEnum):
    """What follows a decision: the buttons of Wagtail's editor."""

    PUBLISH = "publish"
    SUBMIT = "submit"
    RESTART = "restart"
    APPROVE = "approve"


def wanted_in(request: HttpRequest) -> Then | None:
    sent = request.POST.get("then", request.GET.get("then", ""))
    return Then(sent) if sent in set(Then) else None


def may_carry_on(user: User, page: SurveyPage, then: Then | None) -> bool:
    """Whether `user` may do that with `page`; where not, deciding leads back to the editor."""
    rights = page.permissions_for_user(user)
    if then is Then.PUBLISH:
        return rights.can_publish()
    if then is Then.SUBMIT:
        return rights.can_submit_for_moderation()
    state, task = page.current_workflow_state, page.current_workflow_task
    if then is Then.RESTART:
        return bool(state and state.user_can_cancel(user) and rights.can_submit_for_moderation())
    if then is Then.APPROVE:
        return bool(task and "approve" in {name for name, *_more in task.get_actions(page, user)})
    return False


def carry_on(request: HttpRequest, page: SurveyPage, then: Then) -> HttpResponse:
    """Do what `may_carry_on` has allowed, with the latest draft. IncompletePageError where it lacks something."""
    draft = page.get_latest_revision_as_object()
    require_complete(draft)
    done = ACTIONS[then](request, draft)
    if isinstance(done, HttpResponse):
        return done
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))
    messages.success(request, done % {"title": draft.get_admin_display_title()}, buttons=[edit])
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _publish(request: HttpRequest, draft: SurveyPage) -> str | HttpResponse:
    for hook in hooks.get_hooks("before_publish_page"):
        if isinstance(answer := hook(request, draft), HttpResponse):
            return answer
    draft.get_latest_revision().publish(user=request.user)
    for hook in hooks.get_hooks("after_publish_page"):
        if isinstance(answer := hook(request, draft), HttpResponse):
            return answer
    if draft.go_live_at and draft.go_live_at > timezone.now():
        return _("“%(title)s” will be published on its day.")
    return _("“%(title)s” is published.")


def _submit(request: HttpRequest, draft: SurveyPage) -> str:
    state = draft.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(request.user)
    else:
        draft.get_workflow().start(draft, request.user)
    return _("“%(title)s” waits for approval.")


def _restart(request: HttpRequest, draft: SurveyPage) -> str:
    draft.current_workflow_state.cancel(user=request.user)
    draft.get_workflow().start(draft, request.user)
    return _("“%(title)s” waits for approval.")


def _approve(request: HttpRequest, draft: SurveyPage) -> str:
    task, state = draft.current_workflow_task, draft.current_workflow_task_state
    task.on_action(state, request.user, "approve", **_comment(request))
    return _("“%(title)s” is approved.")


def _comment(request: HttpRequest) -> dict[str, str]:
    try:
        sent = json.loads(request.POST.get("comment") or "{}")
    except ValueError:
        return {}
    comment = sent.get("comment", "") if isinstance(sent, dict) else ""
    return {"comment": comment} if isinstance(comment, str) and comment else {}


ACTIONS: dict[Then, Callable[[HttpRequest, SurveyPage], str | HttpResponse]] = {
    Then.PUBLISH: _publish,
    Then.SUBMIT: _submit,
    Then.RESTART: _restart,
    Then.APPROVE: _approve,
}
