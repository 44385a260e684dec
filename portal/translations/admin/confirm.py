"""Saying that a translation still fits although its source has changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.translations.admin.changes import changes_of
from portal.translations.admin.refusals import reason_of
from portal.translations.errors import TranslationRefused
from portal.translations.permissions import user_can_translate
from portal.translations.services import confirm_up_to_date


class ConfirmView(WagtailAdminTemplateMixin, FormView):
    template_name = "translations/admin/confirm.html"
    page_title = gettext_lazy("Still fits")
    header_icon = "check"
    form_class = forms.Form

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        page = Page.objects.filter(pk=kwargs["pk"]).select_related("locale").first()
        if page is None or not user_can_translate(request.user, page):
            raise Http404
        self.page = page.specific

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("translations:list"), "label": _("Translations")}]
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_header_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        translation = Translation.objects.filter(
            source__object_id=self.page.translation_key, target_locale=self.page.locale_id
        ).first()
        changes = changes_of(translation) if translation is not None else []
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "page": self.page,
            "source_locale": translation.source.locale if translation is not None else None,
            "changes": [change for change in changes if change.before],
        }

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            confirm_up_to_date(page=self.page, user=self.request.user)
        except TranslationRefused as error:
            messages.error(self.request, reason_of(error))
        else:
            messages.success(self.request, _("The translation counts as up to date."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)
