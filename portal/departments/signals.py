"""Keeps ownership true when pages move and department pages appear in another language."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page, WorkflowState
from wagtail.signals import copy_for_translation_done, post_page_move

from portal.departments.models import Department, OwnedPage
from portal.departments.provisioning import provision_access
from portal.departments.queries import department_of


@receiver(post_page_move)
def keep_owner_after_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    for page in instance.get_descendants(inclusive=True).specific():
        if isinstance(page, OwnedPage) and (owner := department_of(page)) != page.department:
            type(page).objects.filter(pk=page.pk).update(department=owner)
            _end_approval(page)


def _end_approval(page: Page) -> None:
    # Whoever approves may edit: those of the department that has given the page away no longer do.
    for state in WorkflowState.objects.active().for_instance(page):
        state.cancel()


@receiver(copy_for_translation_done)
def grant_on_new_language(sender: type[Page], source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    if isinstance(source_obj, Page):
        department = Department.objects.filter(page_key=source_obj.translation_key).first()
        if department is not None:
            provision_access(department=department)
