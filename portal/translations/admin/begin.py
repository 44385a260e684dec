"""Having a page translated: into one language from the list, or into several from the page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from portal.translations.admin.refusals import reason_of
from portal.translations.admin.scope import source_or_404
from portal.translations.errors import TranslationRefused
from portal.translations.queries import State, states_of
from portal.translations.services import begin_translation

UNTOUCHED = frozenset({State.NEW})


class BeginForm(forms.Form):
    """In which languages. `targets` are the pages that the person may translate."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, targets: list[Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.targets = {page.locale.language_code: page for page in targets}
        field = self.fields["languages"]
        field.choices = [(code, page.locale.get_display_name()) for code, page in self.targets.items()]
        if len(self.targets) == 1:
            field.initial = list(self.targets)

    @property
    def chosen(self) -> list[Page]:
        return [self.targets[code] for code in self.cleaned_data["languages"]]


class BeginView(WagtailAdminTemplateMixin, FormView):
    template_name = "translations/admin/begin.html"
    page_title = gettext_lazy("Translate")
    header_icon = "wagtail-localize-language"
    form_class = BeginForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.source, self.targets = source_or_404(request, kwargs["pk"])
        states = states_of(self.targets)
        self.open = [page for page in self.targets if states.get(page.pk) in UNTOUCHED]
        self.begun = [(page, states.get(page.pk)) for page in self.targets if page not in self.open]

    def get_page_subtitle(self) -> str:
        return self.source.title

    def get_form_kwargs(self) -> dict[str, Any]:
        # From the list also what was begun long ago is opened this way.
        targets = self.targets if self.request.method == "POST" else self.open
        return {**super().get_form_kwargs(), "targets": targets}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("translations:list"), "label": _("Translations")}]
        here = {"url": "", "label": self.page_title, "sublabel": self.source.title}
        return [*super().get_breadcrumbs_items(), *above, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "source": self.source, "begun": self.begun, "open": self.open}

    def form_valid(self, form: BeginForm) -> HttpResponse:
        try:
            for target in form.chosen:
                begin_translation(page=self.source, locale=target.locale, user=self.request.user)
        except TranslationRefused as error:
            messages.error(self.request, reason_of(error))
            return redirect("translations:list")
        if len(form.chosen) == 1:
            return redirect(reverse("wagtailadmin_pages:edit", args=[form.chosen[0].pk]))
        messages.success(
            self.request, _("The translations have begun. They are now on the translators’ list.")
        )
        return redirect("translations:begin", self.source.pk)
