"""The approval workflow of a department: its own, in every language tree, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from portal.departments.models import Department


def ensure_workflow(department: Department, approvers: Iterable[Group], pages: Sequence[Page]) -> None:
    """Put the department's workflow on its `pages`, or take it off where the department does without approval.

    What waits for approval already still goes through the workflow that it was handed in to.
    """
    # Wagtail's own workflow on the root would catch what no department has taken.
    WorkflowPage.objects.filter(page__depth=1).delete()
    if not department.has_approval:
        WorkflowPage.objects.filter(page__in=[page.pk for page in pages]).delete()
        return
    _rename_with(department, pages)
    workflow = _workflow_of(department, approvers)
    for page in pages:
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})


def _rename_with(department: Department, pages: Sequence[Page]) -> None:
    """Names follow that of the department, so that its workflow is found by them."""
    keys = [page.pk for page in pages]
    Workflow.objects.filter(workflow_pages__page__in=keys).update(name=_workflow_name(department))
    tasks = GroupApprovalTask.objects.filter(workflow_tasks__workflow__workflow_pages__page__in=keys)
    for task in tasks.distinct():
        task.name = _task_name(department)
        task.save(update_fields=["name"])


def _workflow_name(department: Department) -> str:
    return f"{department.name}: approval"


def _task_name(department: Department) -> str:
    return f"{department.name}: publisher approves"


def _workflow_of(department: Department, approvers: Iterable[Group]) -> Workflow:
    workflow, _created = Workflow.objects.get_or_create(name=_workflow_name(department))
    task, _created = GroupApprovalTask.objects.get_or_create(name=_task_name(department))
    task.groups.set(approvers)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr)
    return workflow
