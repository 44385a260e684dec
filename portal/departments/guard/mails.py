"""Mails about a page go to people who still work on it: who handed it in or followed it may have left since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.admin import signal_handlers
from wagtail.admin.mail import (
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    send_notification,
)
from wagtail.admin.views.pages import edit
from wagtail.models import Page, WorkflowState

from portal.accounts.models import User
from portal.departments.guard.pages import works_on


def still_working_on(page: Page, people: Iterable[User]) -> list[User]:
    return [person for person in people if works_on(person, page)]


class OwnPageMixin:
    def get_recipient_users(self, workflow_state: WorkflowState, **kwargs: Any) -> set[User]:
        people = super().get_recipient_users(workflow_state, **kwargs)  # type: ignore[misc]
        return set(still_working_on(workflow_state.content_object, people))


class ApprovalMail(OwnPageMixin, WorkflowStateApprovalEmailNotifier):
    pass


class RejectionMail(OwnPageMixin, WorkflowStateRejectionEmailNotifier):
    pass


def tell_of_comments(people: Iterable[User], notification: str, context: dict[str, Any]) -> bool:
    return bool(send_notification(still_working_on(context["page"], people), notification, context))


def send_to_own_only() -> None:
    """Call it before Wagtail connects its mails: it offers no other way to say who gets one."""
    signal_handlers.workflow_approval_email_notifier = ApprovalMail()
    signal_handlers.workflow_rejection_email_notifier = RejectionMail()
    edit.send_notification = tell_of_comments
