"""Wagtail's reports on pages. Their rows are the person's own already; here also what they offer to filter by."""

from __future__ import annotations

import django_filters
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import FilteredModelChoiceFilter
from wagtail.admin.views.reports.audit_logging import (
    LogEntriesView,
    SiteHistoryReportFilterSet,
    get_users_for_filter,
)
from wagtail.admin.views.reports.locked_pages import LockedPagesReportFilterSet, LockedPagesView
from wagtail.admin.views.reports.workflows import (
    WorkflowReportFilterSet,
    WorkflowTasksReportFilterSet,
    WorkflowTasksView,
    WorkflowView,
)
from wagtail.models import Page, Task, Workflow, WorkflowState, get_default_page_content_type

from portal.accounts.models import User
from portal.departments.guard.pages import pages_of


def _states(request: HttpRequest) -> QuerySet[WorkflowState]:
    own = pages_of(request.user).annotate(text_id=Cast("pk", CharField())).order_by().values("text_id")
    return WorkflowState.objects.filter(base_content_type=get_default_page_content_type(), object_id__in=own)


def _workflows(request: HttpRequest) -> QuerySet[Workflow]:
    own = pages_of(request.user).order_by().values("pk")
    used = _states(request).order_by().values("workflow_id")
    return Workflow.objects.filter(Q(pk__in=used) | Q(workflow_pages__page__in=own)).distinct()


def _tasks(request: HttpRequest) -> QuerySet[Task]:
    return Task.objects.filter(workflow_tasks__workflow__in=_workflows(request)).distinct()


def _requested_by(request: HttpRequest) -> QuerySet[User]:
    return User.objects.filter(pk__in=_states(request).order_by().values("requested_by")).order_by("email")


def _locked_by(request: HttpRequest) -> QuerySet[User]:
    return User.objects.filter(pk__in=pages_of(request.user).order_by().values("locked_by")).order_by("email")


class OwnLockedPagesFilterSet(LockedPagesReportFilterSet):
    locked_by = django_filters.ModelChoiceFilter(field_name="locked_by", queryset=_locked_by)

    class Meta(LockedPagesReportFilterSet.Meta):
        pass


class OwnWorkflowFilterSet(WorkflowReportFilterSet):
    workflow = django_filters.ModelChoiceFilter(label=_("Workflow"), queryset=_workflows)
    requested_by = django_filters.ModelChoiceFilter(field_name="requested_by", queryset=_requested_by)

    class Meta(WorkflowReportFilterSet.Meta):
        pass


class OwnTasksFilterSet(WorkflowTasksReportFilterSet):
    workflow = django_filters.ModelChoiceFilter(
        field_name="workflow_state__workflow", queryset=_workflows, label=_("Workflow")
    )
    task = FilteredModelChoiceFilter(queryset=_tasks, filter_field="id_workflow", filter_accessor="workflows")

    class Meta(WorkflowTasksReportFilterSet.Meta):
        pass


class OwnHistoryFilterSet(SiteHistoryReportFilterSet):
    def get_users_queryset(self) -> QuerySet[User]:
        return get_users_for_filter(self.request.user)

    class Meta(SiteHistoryReportFilterSet.Meta):
        pass


class OwnLockedPagesView(LockedPagesView):
    filterset_class = OwnLockedPagesFilterSet

    def get_queryset(self) -> QuerySet[Model]:
        # A lock outlasts the right to the page; what the page is called is then no longer hers to read.
        own = pages_of(self.request.user).order_by().values("pk")
        return super().get_queryset().filter(pk__in=Page.objects.filter(pk__in=own).values("pk"))


class OwnWorkflowView(WorkflowView):
    filterset_class = OwnWorkflowFilterSet


class OwnTasksView(WorkflowTasksView):
    filterset_class = OwnTasksFilterSet


class OwnHistoryView(LogEntriesView):
    filterset_class = OwnHistoryFilterSet
