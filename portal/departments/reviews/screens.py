"""The list of pages to review, and the button that says it was done."""

from __future__ import annotations

from datetime import date
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import BaseColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.models import Page

from portal.departments.models import Department
from portal.departments.reviews.queries import SOON, by_state, departments_of, reviewed_by, stale_pages
from portal.departments.reviews.services import NEXT_IN_MONTHS, MayNotReviewError, mark_reviewed

STATES = [
    ("overdue", gettext_lazy("Overdue")),
    ("soon", gettext_lazy("Within two weeks")),
    ("later", gettext_lazy("Later")),
]
ROWS_OF_PANEL = 6


class ReviewFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=STATES, method="in_state")
    department = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Department"),
        queryset=lambda request: departments_of(request.user),
        field_name="owned_by",
        method="of_department",
    )

    class Meta:
        model = Page
        fields = ("state", "department")

    def in_state(self, pages: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        return by_state(pages, value, timezone.localdate())

    def of_department(self, pages: QuerySet[Page], name: str, value: Department) -> QuerySet[Page]:
        return pages.filter(owned_by=value.pk)


class DayColumn(BaseColumn):
    cell_template_name = "departments/reviews/day_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "day": instance.review_on,
            "state": state_of(instance.review_on, timezone.localdate()),
        }


class ReviewedColumn(BaseColumn):
    cell_template_name = "departments/reviews/reviewed_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "page_id": instance.pk, "months": NEXT_IN_MONTHS}


class ReviewsView(BaseListingView):
    """The pages with a review date that one may edit."""

    model = Page
    page_title = gettext_lazy("Pages to review")
    header_icon = "calendar-check"
    index_url_name = "page_reviews:list"
    index_results_url_name = "page_reviews:list_results"
    is_searchable = False
    paginate_by = 50
    default_ordering = "review_on"
    filterset_class = ReviewFilters
    verbose_name_plural = gettext_lazy("pages")
    table_classname = "listing review-listing"
    columns = (
        TitleColumn(
            "title",
            label=gettext_lazy("Page"),
            accessor="get_admin_display_title",
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        DayColumn("review_on", label=gettext_lazy("Review on"), sort_key="review_on"),
        ReviewedColumn("reviewed", label=gettext_lazy("Still true")),
    )

    def get_base_queryset(self) -> QuerySet[Page]:
        return reviewed_by(self.request.user)


class MarkReviewedView(View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = get_object_or_404(Page, pk=page_id)
        try:
            months = int(request.POST.get("months", ""))
            day = mark_reviewed(page=page, user=request.user, months=months, today=timezone.localdate())
        except (MayNotReviewError, ValueError) as error:
            raise Http404 from error
        text = _("“%(title)s” is to be reviewed again on %(day)s.")
        title = page.specific.get_admin_display_title()
        messages.success(request, text % {"title": title, "day": formats.date_format(day, "DATE_FORMAT")})
        return redirect(self.way_back(request))

    def way_back(self, request: HttpRequest) -> str:
        wanted = request.POST.get("next", "")
        own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
        return wanted if own else reverse("page_reviews:list")


class PagesToReviewPanel(Component):
    """On the staff's front page: the pages whose review is due, if there are any."""

    name = "pages_to_review"
    template_name = "departments/reviews/panel.html"
    order = 50

    def __init__(self, request: HttpRequest, today: date) -> None:
        self.today = today
        self.found = stale_pages(request.user, today)

    @cached_property
    def pages(self) -> list[Page]:
        return list(self.found[: ROWS_OF_PANEL + 1])

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        rows = [(page, state_of(page.review_on, self.today)) for page in self.pages[:ROWS_OF_PANEL]]
        context = {"rows": rows, "more": len(self.pages) > ROWS_OF_PANEL, "months": NEXT_IN_MONTHS}
        return {**context, "request": parent_context["request"]}


def state_of(day: date, today: date) -> str:
    """One of the codes of `STATES`."""
    if day <= today:
        return "overdue"
    return "soon" if day <= today + SOON else "later"
