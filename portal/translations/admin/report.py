"""How far the translations of all departments are: for those who look after the whole city's languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale, Page

from portal.core.exports import Cell, csv_lines, xlsx_file
from portal.departments.models import Department
from portal.translations.admin.cells import CHANGED, DEPARTMENT, LANGUAGE, STATE, CellColumn
from portal.translations.admin.listing import ItemsView
from portal.translations.admin.scope import Scope, user_can_see_report, whole_city
from portal.translations.queries import State, WorkItem

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Bar:
    """The pages of one department in one language, by state; lengths in percent from the start."""

    locale: Locale
    states: dict[State, int]

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def done(self) -> int:
        return self.states.get(State.DONE, 0)

    @property
    def parts(self) -> Iterator[tuple[State, int, float, float]]:
        """State, pages, where its part begins, how long it is."""
        start = 0.0
        for state in DRAWN:
            number = self.states.get(state, 0)
            if number:
                length = 100 * number / self.total
                yield state, number, start, length
                start += length


DRAWN = [State.DONE, State.STALE, State.WAITING, State.IN_PROGRESS, State.NEW]


class Report(ItemsView):
    """Titles of public sources only: what is not public is its department's business."""

    page_title = gettext_lazy("Translations report")
    index_url_name = "translations:report"
    index_results_url_name = "translations:report_results"
    template_name = "translations/admin/report.html"
    columns = (CellColumn("public_title", label=gettext_lazy("Page")), STATE, LANGUAGE, DEPARTMENT, CHANGED)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not user_can_see_report(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        file = {"csv": csv_response, "xlsx": xlsx_response}.get(request.GET.get("export", ""))
        return file(self.get_queryset()) if file else super().get(request, *args, **kwargs)

    def get_scope(self) -> Scope:
        return whole_city()

    def get_queryset(self) -> list[WorkItem]:
        items = super().get_queryset()
        keys = [item.source.pk for item in items]
        public = set(Page.objects.live().public().filter(pk__in=keys).values_list("pk", flat=True))
        return [item for item in items if item.source.pk in public]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        here = self.request.GET.copy()
        buttons = []
        for kind, label in (("csv", _("Download CSV")), ("xlsx", _("Download spreadsheet (XLSX)"))):
            here["export"] = kind
            url = f"{reverse('translations:report')}?{here.urlencode()}"
            buttons.append(Button(label, url, icon_name="download", priority=len(buttons)))
        return buttons

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return context if self.results_only else {**context, "bars": self.bars, "drawn": DRAWN}

    @cached_property
    def bars(self) -> list[tuple[Department, list[Bar]]]:
        counts = self.scope.counts()
        locales = list(self.scope.locales)
        lines = []
        for department in self.scope.departments:
            places = ((locale, counts.get((department.pk, locale.pk), {})) for locale in locales)
            bars = [Bar(locale, states) for locale, states in places if any(states.values())]
            if bars:
                lines.append((department, bars))
        return lines


def csv_response(items: list[WorkItem]) -> HttpResponseBase:
    lines = csv_lines(header(), (row(item) for item in items), mark=True)
    return _file(StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8"), "csv")


def xlsx_response(items: list[WorkItem]) -> HttpResponseBase:
    content = xlsx_file(header(), (row(item) for item in items))
    return _file(HttpResponse(content, content_type=XLSX), "xlsx")


def _file(response: HttpResponseBase, kind: str) -> HttpResponseBase:
    name = f"translations-{timezone.localdate().isoformat()}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response


def header() -> list[str]:
    return [
        _("Page"), _("Kind"), _("Department"), _("Language"), _("State"), _("Texts translated"), _("Texts"),
        _("Source changed"),
    ]  # fmt: skip


def row(item: WorkItem) -> list[Cell]:
    return [
        item.source.title,
        str(item.source.page_type_display_name),
        item.department.name,
        str(item.locale.get_display_name()),
        str(item.state.label),
        item.done,
        item.total,
        timezone.localtime(item.changed_at).date(),
    ]
