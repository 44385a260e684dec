"""What a person may do with a survey: what their roles in its department allow, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.permission_policies.pages import PagePermissionPolicy

from portal.departments.models import Department
from portal.departments.permissions import (
    department_ids_where,
    departments_where,
    user_can,
    user_can_somewhere,
)
from portal.departments.roles import Action
from surveys.models import Survey, SurveyPage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from portal.accounts.models import User

    Person = User | AnonymousUser


def departments_seen_by(user: Person) -> QuerySet[Department]:
    """The departments whose surveys and figures `user` may see."""
    return departments_where(user, Action.SEE_FIGURES)


def departments_to_add_surveys_to(user: Person) -> QuerySet[Department]:
    """The departments below whose page, in any language, `user` may create surveys."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    return Department.objects.filter(page_key__in=pages.order_by().values("translation_key"))


def user_can_see_any_figures(user: Person) -> bool:
    return user_can_somewhere(user, Action.SEE_FIGURES)


def surveys_seen_by(user: Person) -> QuerySet[Survey]:
    """The surveys whose figures `user` may see. A superuser also sees those that have lost their department."""
    surveys = Survey.objects.select_related("department")
    if user.is_active and user.is_superuser:
        return surveys
    return surveys.filter(department__in=departments_seen_by(user))


def user_can_export_answers(user: Person, survey: Survey) -> bool:
    return user_can(user, Action.EXPORT_ANSWERS, survey.department)


def user_can_run_waves(user: Person, survey: Survey) -> bool:
    return user_can(user, Action.RUN_WAVES, survey.department)


def user_can_see_page_figures(user: Person, page: SurveyPage) -> bool:
    """As `surveys_seen_by`, for lists of pages: no query for each page."""
    if user.is_superuser:
        return user.is_active
    return page.department_id in department_ids_where(user, Action.SEE_FIGURES)
