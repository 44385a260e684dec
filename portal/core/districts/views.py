from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic import IndexView, PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import ModelPermissionPolicy

from portal.core.districts.forms import OutlinesForm
from portal.core.districts.geojson import InvalidGeoJsonError
from portal.core.districts.queries import city_plan
from portal.core.districts.services import import_districts
from portal.core.models import District


class DistrictsView(IndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        button = HeaderButton(_("Outlines"), url=reverse("districts:outlines"), icon_name="globe")
        return [*super().header_buttons, button]


class OutlinesView(WagtailAdminTemplateMixin, PermissionCheckedMixin, FormView):
    """Where the outlines of the districts are given as a file, and seen as a plan."""

    form_class = OutlinesForm
    template_name = "core/outlines.html"
    page_title = gettext_lazy("Outlines of the districts")
    header_icon = "globe"
    permission_policy = ModelPermissionPolicy(District)
    permission_required = "change"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("districts:index"), "label": District._meta.verbose_name_plural}
        return [*super().get_breadcrumbs_items(), index, {"url": "", "label": self.page_title}]

    def form_valid(self, form: OutlinesForm) -> HttpResponse:
        try:
            done = import_districts(data=form.cleaned_data["file"].read(), user=self.request.user)
        except InvalidGeoJsonError as error:
            form.refuse(error)
            return self.form_invalid(form)
        count = len(done.created) + len(done.updated)
        stored = ngettext("%(count)s outline was stored.", "%(count)s outlines were stored.", count)
        messages.success(self.request, stored % {"count": count})
        if done.created:
            messages.info(self.request, _("New districts: %(codes)s") % {"codes": ", ".join(done.created)})
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("districts:outlines")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "plan": city_plan()}
