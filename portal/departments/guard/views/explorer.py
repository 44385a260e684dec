"""Wagtail's lists of pages, where one filters by the people of one's own pages."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages.listing import EditedByFilter, GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import PageLogEntry

from portal.accounts.models import User
from portal.departments.guard.pages import pages_of


def _owners(request: HttpRequest) -> QuerySet[User]:
    return get_user_model().objects.filter(pk__in=pages_of(request.user).order_by().values("owner_id"))


def _editors(request: HttpRequest) -> QuerySet[User]:
    own = pages_of(request.user).order_by().values("pk")
    edits = PageLogEntry.objects.filter(action="wagtail.edit", page_id__in=own)
    return get_user_model().objects.filter(pk__in=edits.order_by().values("user_id"))


class OwnPageFilterSet(GenericPageFilterSet):
    owner = MultipleUserFilter(label=_("Owner"), queryset=_owners, widget=CheckboxSelectMultiple)
    edited_by = EditedByFilter(label=_("Edited by"), queryset=_editors, widget=CheckboxSelectMultiple)

    class Meta(GenericPageFilterSet.Meta):
        pass


class OwnPageViewSet(PageViewSet):
    filterset_class = OwnPageFilterSet


own_pages = OwnPageViewSet()
