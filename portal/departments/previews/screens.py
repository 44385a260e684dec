"""Where editors make and take back the preview links of a page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from portal.departments.models import PreviewLink
from portal.departments.previews.forms import PreviewLinkForm
from portal.departments.previews.queries import open_links
from portal.departments.previews.services import MayNotShareError, create_preview_link, revoke_preview_link


class PreviewLinksView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "departments/previews/links.html"
    page_title = gettext_lazy("Preview links")
    header_icon = "link"

    @cached_property
    def page(self) -> Page:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"]).specific
        if not page.permissions_for_user(self.request.user).can_edit():
            raise Http404
        return page

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        editor = {
            "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "label": self.get_page_subtitle(),
        }
        return [*self.breadcrumbs_items, editor, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = open_links(timezone.now()).filter(page=self.page.pk).select_related("created_by")
        return super().get_context_data(
            **{"form": PreviewLinkForm(), "links": links, "page_id": self.page.pk, **kwargs}
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = PreviewLinkForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        link, token = create_preview_link(page=self.page, user=request.user, **form.cleaned_data)
        # Shown in this answer and never again: a redirect would have to keep it somewhere.
        address = urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("shared_draft", args=[token]))
        response = self.render_to_response(self.get_context_data(address=address, new_link=link))
        response["Cache-Control"] = "private, no-store"
        return response


class RevokePreviewLinkView(View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
        link = get_object_or_404(PreviewLink.objects.select_related("page"), pk=pk, page=page_id)
        try:
            revoke_preview_link(link=link, user=request.user)
        except MayNotShareError as error:
            raise Http404 from error
        messages.success(request, _("The link leads nowhere any more."))
        return redirect("preview_links:list", page_id)
