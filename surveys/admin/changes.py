"""What the latest draft of a survey changes about answered questions, and what becomes of their results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.core.models import is_translated
from surveys.admin.carrying_on import Then, carry_on, may_carry_on, wanted_in
from surveys.admin.differing import Line, lines_of
from surveys.models import SurveyPage
from surveys.queries.corrections import ChangedQuestion, changed_questions
from surveys.services.corrections import decide_changes

TOGETHER, ANEW = "together", "anew"
CHOICES = (
    (TOGETHER, gettext_lazy("The same question, better said: the results go on together")),
    (ANEW, gettext_lazy("Another question: the results begin anew")),
)


class DecisionsForm(forms.Form):
    """One decision for each question, and for exactly the words that were shown with it."""

    def __init__(self, *args: Any, changes: Sequence[ChangedQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changes = changes
        for change in changes:
            if change.parts_by_itself:
                continue
            self.fields[self.said(change)] = forms.CharField(
                widget=forms.HiddenInput, initial=change.fingerprint
            )
            self.fields[change.question_id] = forms.ChoiceField(
                label=change.after.text,
                choices=CHOICES,
                widget=forms.RadioSelect,
                initial=None if change.joined is None else (TOGETHER if change.joined else ANEW),
                error_messages={"required": gettext_lazy("Choose one of the two.")},
            )

    @staticmethod
    def said(change: ChangedQuestion) -> str:
        return f"said-{change.question_id}"

    def clean(self) -> dict[str, Any]:
        for change in self.changes:
            said = self.cleaned_data.get(self.said(change), change.fingerprint)
            if not change.parts_by_itself and said != change.fingerprint:
                self.add_error(
                    change.question_id,
                    _("This question was changed again in the meantime. Look at it and decide once more."),
                )
        return self.cleaned_data

    @property
    def joined(self) -> dict[str, bool]:
        return {
            change.question_id: self.cleaned_data[change.question_id] == TOGETHER
            for change in self.changes
            if not change.parts_by_itself
        }

    def rows(self) -> list[tuple[ChangedQuestion, list[Line], Any, Any]]:
        """Each change with its lines, its field and the field that says which words were shown."""
        return [
            (
                change,
                lines_of(change),
                None if change.parts_by_itself else self[change.question_id],
                None if change.parts_by_itself else self[self.said(change)],
            )
            for change in self.changes
        ]


class ChangesView(WagtailAdminTemplateMixin, FormView):
    """Answers 404 for a page that the person may not edit, and for one that is a translation."""

    template_name = "surveys/admin/changes.html"
    page_title = gettext_lazy("What was changed")
    header_icon = "clipboard-list"
    form_class = DecisionsForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = _source_or_404(request, kwargs["key"])
        self.then = wanted_in(request)

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @cached_property
    def changes(self) -> list[ChangedQuestion]:
        return changed_questions(self.page.get_latest_revision_as_object())

    @property
    def follows(self) -> Then | None:
        """What is done after deciding, where the person may."""
        return self.then if may_carry_on(self.request.user, self.page, self.then) else None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        lock = self.page.get_lock()
        if lock is not None and lock.for_user(request.user):
            messages.warning(request, lock.get_message(request.user))
            return redirect(self.edit_url)
        if not self.changes:
            messages.info(request, _("The draft changes no question that has answers."))
            return redirect(self.edit_url)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "changes": self.changes}

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": self.edit_url, "label": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "page": self.page,
            "rows": context["form"].rows(),
            "edit_url": self.edit_url,
            "then": self.follows or "",
            "comment": self.request.POST.get("comment", self.request.GET.get("comment", "")),
            "language": self.page.locale.language_code,
        }

    def form_valid(self, form: DecisionsForm) -> HttpResponse:
        decide_changes(
            page=self.page.get_latest_revision_as_object(), joined=form.joined, by=self.request.user
        )
        if self.follows is not None:
            return carry_on(self.request, self.page, self.follows)
        messages.success(self.request, _("Decided. It takes effect when the page is published."))
        return redirect(self.edit_url)


def _source_or_404(request: HttpRequest, key: UUID) -> SurveyPage:
    """The page of the set that was written first, for whoever may edit it."""
    page = SurveyPage.objects.filter(is_translated(), translation_key=key).order_by("pk").first()
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise Http404
    return page
