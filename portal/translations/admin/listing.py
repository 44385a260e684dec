"""The work list: the pages of one's departments, in one's languages, and what each of them needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.models import Locale

from portal.departments.models import Department
from portal.translations.admin.cells import CHANGED, DEPARTMENT, LANGUAGE, STATE, CellColumn
from portal.translations.admin.scope import Scope, own_scope
from portal.translations.queries import State, WorkItem


class LocaleField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: Locale) -> str:
        return str(obj.get_display_name())


class LanguageFilter(django_filters.ModelChoiceFilter):
    field_class = LocaleField


def departments_in_scope(request: HttpRequest) -> QuerySet[Department]:
    return request.translation_scope.departments


def locales_in_scope(request: HttpRequest) -> QuerySet[Locale]:
    return request.translation_scope.locales


class WorkFilters(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=State.choices, widget=CheckboxSelectMultiple
    )
    language = LanguageFilter(
        label=_("Language"), queryset=locales_in_scope, widget=RadioSelect, empty_label=_("All")
    )
    department = django_filters.ModelChoiceFilter(
        label=_("Department"), queryset=departments_in_scope, widget=RadioSelect, empty_label=_("All")
    )

    class Meta:
        model = Department
        fields = ()


class ItemsView(BaseListingView):
    """Translations of a scope, filtered and searched; not rows of one table."""

    header_icon = "wagtail-localize-language"
    is_searchable = True
    paginate_by = 30
    filterset_class = WorkFilters
    verbose_name_plural = _("translations")
    table_classname = "listing survey-listing translation-listing"

    def get_scope(self) -> Scope:
        raise NotImplementedError

    @cached_property
    def scope(self) -> Scope:
        return self.get_scope()

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # The choices of the filters are asked with the request alone.
        request.translation_scope = self.scope

    def get_queryset(self) -> Sequence[WorkItem]:
        chosen = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        items = self.scope.items(
            departments=_only(chosen.get("department")),
            locales=_only(chosen.get("language")),
            states=[State(value) for value in chosen.get("state", ())],
        )
        wanted = self.search_query.casefold().strip()
        return [item for item in items if any(wanted in title.casefold() for title in self.titles(item))]

    def titles(self, item: WorkItem) -> list[str]:
        """Where the search looks."""
        return [item.source.title]


def _only(one: Any) -> list[Any] | None:
    return [one] if one is not None else None


class WorkListing(ItemsView):
    page_title = _("Translations")
    index_url_name = "translations:list"
    index_results_url_name = "translations:list_results"
    results_template_name = "translations/admin/list_results.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.scope:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_scope(self) -> Scope:
        return own_scope(self.request.user)

    def titles(self, item: WorkItem) -> list[str]:
        return [*super().titles(item), item.target.draft_title if item.target else ""]

    @property
    def columns(self) -> list[BaseColumn]:
        several = len(self.scope.languages) > 1
        department = [DEPARTMENT] if several else []
        return [
            CellColumn("title", label=_("Page")),
            STATE,
            LANGUAGE,
            *department,
            CHANGED,
            CellColumn("ways", label=_("To do")),
        ]
