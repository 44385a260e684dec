"""The surveys of one's departments."""

from __future__ import annotations

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, Table, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import Button, HeaderButton

from portal.departments.models import Department
from surveys.models import Survey, SurveyPage
from surveys.models.waves import WaveState
from surveys.permissions import (
    departments_seen_by,
    departments_to_add_surveys_to,
    surveys_seen_by,
    user_can_see_any_figures,
)
from surveys.queries import SurveyStanding, standings, with_state


def own_departments(request: HttpRequest) -> QuerySet[Department]:
    return departments_seen_by(request.user)


class SurveyFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=WaveState.choices, field_name="state")
    department = django_filters.ModelChoiceFilter(label=_("Department"), queryset=own_departments)

    class Meta:
        model = Survey
        fields = ("state", "department")


class CellColumn(BaseColumn):
    """A cell of our own; its template finds the line as `line`."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"surveys/admin/cells/{name}.html"

    def get_cell_context_data(
        self, instance: SurveyStanding, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        return {**super().get_cell_context_data(instance, parent_context), "line": instance}


def staff_url(line: SurveyStanding) -> str:
    return reverse("survey_admin:survey", args=[line.survey.pk])


class SurveyListing(BaseListingView):
    """Open surveys first. Those of other departments are not there."""

    page_title = _("Surveys")
    header_icon = "clipboard-list"
    index_url_name = "survey_admin:list"
    index_results_url_name = "survey_admin:list_results"
    is_searchable = True
    paginate_by = 30
    filterset_class = SurveyFilters
    verbose_name_plural = _("surveys")
    table_classname = "listing survey-listing"
    columns = (
        TitleColumn("title", label=_("Survey"), get_url=staff_url),
        CellColumn("state", label=_("State")),
        CellColumn("people", label=_("People in this wave")),
        CellColumn("last_close", label=_("Last close"), classname="survey-wide"),
        Column("department", label=_("Department"), accessor="survey.department", classname="survey-wide"),
        CellColumn("ways", label=_("Go to"), classname="survey-wide"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not user_can_see_any_figures(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def header_buttons(self) -> list[Button]:
        if not departments_to_add_surveys_to(self.request.user).exists():
            return []
        return [HeaderButton(_("Import an XLSForm"), reverse("survey_admin:import_form"), icon_name="upload")]

    def get_base_queryset(self) -> QuerySet[Survey]:
        return with_state(surveys_seen_by(self.request.user), timezone.now())

    def order_queryset(self, queryset: QuerySet[Survey]) -> QuerySet[Survey]:
        return queryset.order_by("place", "-created_at", "-pk")

    def search_queryset(self, queryset: QuerySet[Survey]) -> QuerySet[Survey]:
        if not self.is_searching:
            return queryset
        titled = SurveyPage.objects.filter(title__icontains=self.search_query).values("translation_key")
        return queryset.filter(Q(key__in=titled) | Q(code__iexact=self.search_query))

    def get_table(self, object_list: QuerySet[Survey]) -> Table:
        return super().get_table(standings(object_list, get_language() or "", timezone.now()))
