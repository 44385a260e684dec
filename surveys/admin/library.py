"""The question library: what was asked before, and asking it again in another survey."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.core.languages import language_choices
from surveys.blocks import QuestionsBlock
from surveys.domain.kinds import SILENT, Kind
from surveys.models import SurveyPage
from surveys.permissions import surveys_seen_by, user_can_see_any_figures
from surveys.queries.library import LibraryEntry, found_in, library_of, pages_to_insert_into
from surveys.services.library import Inserted, NotEditableError, PageLockedError, insert_question

ON_A_PAGE = 20


def kind_choices() -> list[tuple[str, str]]:
    blocks = QuestionsBlock().child_blocks
    return [(kind.value, capfirst(str(blocks[kind.value].label))) for kind in Kind if kind not in SILENT]


class LibraryScreen(WagtailAdminTemplateMixin):
    """Whoever may see surveys or write them."""

    header_icon = "clipboard-list"
    page_title = gettext_lazy("Question library")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (user_can_see_any_figures(request.user) or self.targets.exists()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    @cached_property
    def targets(self) -> QuerySet[SurveyPage]:
        return pages_to_insert_into(self.request.user)

    @cached_property
    def into(self) -> SurveyPage | None:
        """The page that the person comes from. Those of others do not exist."""
        wanted = self.request.GET.get("into", "")
        if not wanted:
            return None
        if not wanted.isdecimal() or len(wanted) > 18:
            raise Http404
        return get_object_or_404(self.targets, pk=wanted)

    def entries(self, only: int | None = None) -> list[LibraryEntry]:
        seen = surveys_seen_by(self.request.user)
        return library_of(seen, get_language() or "", timezone.now(), only=only)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("survey_admin:list"), "label": _("Surveys")}]
        if self.into:
            edit = reverse("wagtailadmin_pages:edit", args=[self.into.pk])
            above.append({"url": edit, "label": self.into.get_admin_display_title()})
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]


class LibraryFilters(forms.Form):
    q = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    department = forms.ChoiceField(label=gettext_lazy("Department"), required=False)

    def __init__(self, *args: Any, entries: list[LibraryEntry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departments = {entry.department.pk: str(entry.department) for entry in entries if entry.department}
        self.fields["kind"].choices = [("", _("Any kind")), *kind_choices()]
        named = sorted(departments.items(), key=lambda one: one[1])
        self.fields["department"].choices = [("", _("Any department")), *named]


class LibraryView(LibraryScreen, TemplateView):
    template_name = "surveys/admin/library.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entries = self.entries()
        form = LibraryFilters(self.request.GET, entries=entries)
        wanted = form.cleaned_data if form.is_valid() else {}
        found = found_in(
            entries,
            words=wanted.get("q", ""),
            kind=wanted.get("kind", ""),
            department=wanted.get("department", ""),
        )
        asked = self.request.GET.copy()
        asked.pop("p", None)
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "found": Paginator(found, ON_A_PAGE).get_page(self.request.GET.get("p")),
            "kinds": dict(kind_choices()),
            "into": self.into,
            "may_insert": self.into is not None or self.targets.exists(),
            "address": asked.urlencode(),
        }


class TargetField(forms.ModelChoiceField):
    def label_from_instance(self, page: SurveyPage) -> str:
        languages = dict(language_choices())
        parts = {
            "title": page.get_admin_display_title(),
            "department": page.department or "–",
            "language": languages.get(page.locale.language_code, page.locale.language_code),
        }
        return _("%(title)s (%(department)s, %(language)s)") % parts


class InsertForm(forms.Form):
    page = TargetField(label=gettext_lazy("Survey"), queryset=SurveyPage.objects.none(), empty_label=None)

    def __init__(self, *args: Any, targets: QuerySet[SurveyPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].queryset = targets


class InsertView(LibraryScreen, FormView):
    """Which survey is to ask the question as well."""

    template_name = "surveys/admin/library_insert.html"
    page_title = gettext_lazy("Insert into a survey")
    form_class = InsertForm

    @cached_property
    def entry(self) -> LibraryEntry:
        found = self.entries(only=self.kwargs["version"])
        if not found:
            raise Http404
        return found[0]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "targets": self.targets}

    def get_initial(self) -> dict[str, Any]:
        return {"page": self.into}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        kinds = dict(kind_choices())
        return {**context, "entry": self.entry, "kinds": kinds, "may_insert": self.targets.exists()}

    def form_valid(self, form: InsertForm) -> HttpResponse:
        page = form.cleaned_data["page"]
        try:
            inserted = insert_question(entry=self.entry, page=page, by=self.request.user)
        except (NotEditableError, PageLockedError):
            form.add_error("page", _("This page is locked. Nothing was added."))
            return self.form_invalid(form)
        messages.success(
            self.request, _("The question stands at the end of the draft. Nothing is published yet.")
        )
        for note in notes_about(inserted, page):
            messages.warning(self.request, note)
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return HttpResponseRedirect(f"{edit}#block-{inserted.block}-section")


def notes_about(inserted: Inserted, page: SurveyPage) -> list[str]:
    """What the person should look at: one sentence for each thing that did not come along."""
    found = []
    if inserted.language != page.locale.language_code:
        spoken = dict(language_choices()).get(inserted.language, inserted.language)
        found.append(
            _("It has no words in the language of this page: it stands in %(language)s. Translate it.")
            % {"language": spoken}
        )
    if inserted.conditions:
        found.append(
            _("Its conditions were left behind, because they refer to other questions. It is always asked.")
        )
    if inserted.pictures:
        found.append(
            _("Pictures of another department were left behind. Choose pictures before you publish.")
        )
    if inserted.repeats:
        found.append(
            _("It repeats the answer to a question called %(name)s. Change its words if there is none here.")
            % {"name": ", ".join(inserted.repeats)}
        )
    return found
