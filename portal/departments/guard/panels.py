"""The panels of the dashboard, without pages on which the person has no right any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page

from portal.accounts.models import User
from portal.departments.guard.pages import pages_of, works_on


class OwnLockedPages(LockedPagesPanel):
    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        return {**context, "locked_pages": [page for page in context["locked_pages"] if works_on(user, page)]}


class OwnRecentEdits(RecentEditsPanel):
    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        return {**context, "last_edits": [edit for edit in context["last_edits"] if works_on(user, edit[1])]}


class OwnInModeration(UserObjectsInWorkflowModerationPanel):
    order = 30

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        states = [state for state in context["workflow_states"] if _is_own(user, state.content_object)]
        return {**context, "workflow_states": states}


class OwnToModerate(WorkflowObjectsToModeratePanel):
    # Others wait for it: before everything else that is to be done.
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        return {**context, "states": [state for state in context["states"] if _is_own(user, state["obj"])]}


class OwnPagesSummary(PagesSummaryItem):
    """How many pages the person may do something with, instead of all below what they have in common."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return {**context, "total_pages": pages_of(self.request.user).filter(depth__gt=1).count()}


OWN: dict[type[Component], type[Component]] = {
    LockedPagesPanel: OwnLockedPages,
    RecentEditsPanel: OwnRecentEdits,
    UserObjectsInWorkflowModerationPanel: OwnInModeration,
    WorkflowObjectsToModeratePanel: OwnToModerate,
}


def own_panels(panels: list[Component]) -> list[Component]:
    """`panels`, with those that list pages replaced by such that list the person's own."""
    return [OWN[type(panel)]() if type(panel) in OWN else panel for panel in panels]


def own_summary(items: list[SummaryItem]) -> list[SummaryItem]:
    """`items`, with the number of pages replaced by that of the person's own."""
    return [OwnPagesSummary(item.request) if type(item) is PagesSummaryItem else item for item in items]


def _is_own(user: User, row: Any) -> bool:
    return isinstance(row, Page) and works_on(user, row)
