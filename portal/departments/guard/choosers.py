"""Which pages a person may link to: those that anybody can read, and her own."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from portal.accounts.models import User
from portal.core.models import is_private
from portal.departments.guard.numbers import number, numbers
from portal.departments.guard.pages import explorable_pages
from portal.departments.guard.registry import Rule


def choosable(pages: QuerySet[Page], user: User) -> QuerySet[Page]:
    """Those of `pages` that are published and public, or that `user` may explore."""
    public = Page.objects.live().exclude(is_private())
    own = explorable_pages(user)
    return pages.filter(Q(pk__in=public.order_by().values("pk")) | Q(pk__in=own.order_by().values("pk")))


def below_choosable_page(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Children are listed below a page that may itself be chosen, or below the root of all pages."""
    parent = Page.objects.filter(pk=kwargs["parent_page_id"])
    return parent.filter(depth=1).exists() or choosable(parent, request.user).exists()


def posted_choice(field: str, model: type[Model]) -> Rule:
    """The page that a form names may be chosen, or is what the row of `model` names already."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        value = request.POST.get(field, "")
        if not value:
            return True
        pk = number(value)
        if pk is None:
            return False
        if choosable(Page.objects.filter(pk=pk), request.user).exists():
            return True
        return model.objects.filter(pk=kwargs.get("pk"), **{field: pk}).exists()

    return rule


def chosen_pages(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Every page that was ticked may be chosen."""
    wanted = numbers(request.GET.getlist("id"))
    if wanted is None:
        return False
    return choosable(Page.objects.filter(pk__in=wanted), request.user).count() == len(wanted)
