"""Rules about pages. Wagtail's own views decide what a person may do with a page of hers; these decide whose it is."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page, Revision, TaskState, get_default_page_content_type
from wagtail.permissions import page_permission_policy as policy

from portal.accounts.models import User
from portal.departments.guard.numbers import number
from portal.departments.guard.registry import Rule

EVERY_RIGHT = frozenset({"add", "change", "publish", "bulk_delete", "lock", "unlock"})


def works_on(user: User | AnonymousUser, page: Page) -> bool:
    """Whether `user` has any right on `page`. No query after the first of a request."""
    return policy.user_has_any_permission_for_instance(user, EVERY_RIGHT, page)


def may_explore(user: User | AnonymousUser, page: Page) -> bool:
    """Whether `page` is one of the person's, or on the way down to one."""
    root = policy.explorable_root_instance(user)
    if root is None or not (page.pk == root.pk or page.is_descendant_of(root)):
        return False
    granted = policy.get_cached_permissions_for_user(user)
    return works_on(user, page) or any(right.page.is_descendant_of(page) for right in granted)


def pages_of(user: User | AnonymousUser) -> QuerySet[Page]:
    """The pages on which `user` has any right."""
    return policy.instances_user_has_any_permission_for(user, EVERY_RIGHT)


def explorable_pages(user: User | AnonymousUser) -> QuerySet[Page]:
    """The pages of `user` and those on the way down to them; none for who has no page at all."""
    if policy.explorable_root_instance(user) is None:
        return Page.objects.none()
    return policy.explorable_instances(user)


def own_page(part: str) -> Rule:
    """The page in this part of the address is one of the person's."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        return works_on(request.user, _page(kwargs[part]))

    return rule


def explorable_page(part: str) -> Rule:
    """The page in this part of the address is one of the person's, or on the way down to one."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        return may_explore(request.user, _page(kwargs[part]))

    return rule


def with_pages_of_ones_own(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Who has a right on any page."""
    return policy.user_has_any_permission(request.user, EVERY_RIGHT)


def posted_page(field: str) -> Rule:
    """The page that a form names, if it names one, is one that the person may explore."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        value = request.POST.get(field, "")
        if not value:
            return True
        pk = number(value)
        return pk is not None and may_explore(request.user, _page(pk))

    return rule


def task_of_page(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """The task, or the state of one, belongs to the workflow of the page in the same address."""
    wanted = {"pk": kwargs["task_state_id"]} if "task_state_id" in kwargs else {"task_id": kwargs["task_id"]}
    return TaskState.objects.filter(
        **wanted,
        workflow_state__base_content_type=get_default_page_content_type(),
        workflow_state__object_id=str(kwargs["page_id"]),
    ).exists()


def revision_of_page(*parts: str) -> Rule:
    """The revisions in these parts of the address, where they are numbers, are the page's."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        wanted = {str(kwargs[part]) for part in parts if str(kwargs[part]).isdecimal()}
        page = {"object_id": str(kwargs.get("page_id", kwargs.get("0")))}
        revisions = Revision.page_revisions.filter(pk__in=wanted, **page)
        return not wanted or revisions.count() == len(wanted)

    return rule


def _page(pk: int | str) -> Page:
    return get_object_or_404(Page.objects.only("path", "depth", "owner"), pk=pk)
