"""Surveys from XLSForms, and XLSForms from surveys: the screens for whoever writes surveys."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.core.models import is_translated
from portal.departments.models import Department
from surveys.models import SurveyPage
from surveys.permissions import departments_to_add_surveys_to
from surveys.queries.forms import not_taken_of
from surveys.services.imports import NoDepartmentPageError
from surveys.services.xlsforms import MayNotImportError, export_form, import_form
from surveys.xlsforms.files import LARGEST_FILE
from surveys.xlsforms.reports import Fault, FormRefusedError, NotTaken, Place, Wrong, fault
from surveys.xlsforms.wording import fault_text, place_in_sheet, place_line, reason_text
from surveys.xlsforms.writing import NotExportableError
from surveys.xlsforms.written_rules import LostQuestionError

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls"}),
        help_text=gettext_lazy("A spreadsheet (.xlsx or .xls) with the sheets “survey” and “choices”."),
    )
    department = forms.ModelChoiceField(
        label=gettext_lazy("Department"), queryset=Department.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, departments: QuerySet[Department], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = departments

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            # Before it is read into memory.
            limit = LARGEST_FILE // 1024 // 1024
            raise forms.ValidationError(fault_text(fault(Place(), Wrong.TOO_LARGE, limit=limit)))
        return file


class FormScreen(WagtailAdminTemplateMixin):
    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("survey_admin:list"), "label": _("Surveys")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]


class ImportFormView(FormScreen, FormView):
    """A file and a department; what is wrong with the file stands above, and nothing was stored."""

    template_name = "surveys/admin/import_form.html"
    page_title = gettext_lazy("Import an XLSForm")
    form_class = ImportForm

    @cached_property
    def departments(self) -> QuerySet[Department]:
        return departments_to_add_surveys_to(self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.departments.exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "departments": self.departments}

    def form_valid(self, form: ImportForm) -> HttpResponse:
        file: UploadedFile = form.cleaned_data["file"]
        department = form.cleaned_data["department"]
        try:
            imported = import_form(
                file=file.read(), name=file.name or "", department=department, by=self.request.user
            )
        except FormRefusedError as refused:
            return self.render_to_response(
                self.get_context_data(
                    form=form, faults=fault_rows(refused.faults), sheets=by_sheet(refused.not_taken)
                )
            )
        except (NoDepartmentPageError, MayNotImportError):
            form.add_error("department", _("The department has no page of yours in the form’s language."))
            return self.form_invalid(form)
        messages.success(self.request, _("The form was imported as a draft. Nobody sees it yet."))
        return redirect("survey_admin:imported_form", imported.page.translation_key)


class ImportedFormView(FormScreen, TemplateView):
    """What of a form was not taken over, beside the way to its draft."""

    template_name = "surveys/admin/imported_form.html"
    page_title = gettext_lazy("Imported XLSForm")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = page_or_404(self.request, self.kwargs["key"])
        entries = not_taken_of(page)
        if entries is None:
            raise Http404
        return {**super().get_context_data(**kwargs), "page": page, "sheets": by_sheet(entries)}


@require_GET
def download(request: HttpRequest, key: UUID) -> HttpResponse:
    page = page_or_404(request, key)
    try:
        exported = export_form(page=page, by=request.user)
    except (NotExportableError, LostQuestionError):
        messages.error(
            request,
            _("No form can be made of this draft yet: something is missing, or a condition leads nowhere."),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return HttpResponse(
        exported.content,
        content_type=WORKBOOK,
        headers={
            "Content-Disposition": content_disposition_header(True, exported.name),
            "Cache-Control": "private, no-store",
        },
    )


def page_or_404(request: HttpRequest, key: UUID) -> SurveyPage:
    """The survey's page in the language it was written in, where the person may edit it. Others do not exist."""
    page = SurveyPage.objects.filter(is_translated(), translation_key=key).order_by("pk").first()
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise Http404
    return page


def fault_rows(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    """The place with its sheet, and what to do."""
    return [(place_line(one.place), fault_text(one)) for one in faults]


def by_sheet(entries: tuple[NotTaken, ...] | list[NotTaken]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Sheet → place in it, what stands there, why it was not taken over."""
    return [
        (sheet, [(place_in_sheet(one.place), one.what, reason_text(one)) for one in found])
        for sheet, found in groupby(entries, key=lambda one: one.sheet)
    ]
