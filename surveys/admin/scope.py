"""Which survey a staff screen is about: one of the person's own departments, or none at all."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from surveys.models import Survey
from surveys.permissions import surveys_seen_by
from surveys.queries import pages_of


def survey_or_404(request: HttpRequest, **lookup: Any) -> Survey:
    """The survey, if it belongs to a department whose figures the person may see. Others do not exist."""
    found = surveys_seen_by(request.user).filter(**lookup).first()
    if found is None:
        raise Http404
    return found


class SurveyScreen(WagtailAdminTemplateMixin):
    """A screen about `self.survey`. Answers 404 for the surveys of other departments."""

    survey: Survey
    header_icon = "clipboard-list"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)  # type: ignore[misc]
        self.survey = survey_or_404(request, pk=kwargs["pk"])

    @cached_property
    def page(self) -> Page | None:
        """The survey's page in the person's language, else in its own."""
        return pages_of([self.survey], get_language() or "").get(self.survey.key)

    @property
    def survey_title(self) -> str:
        return self.page.title if self.page else self.survey.code

    @property
    def survey_url(self) -> str:
        return reverse("survey_admin:survey", args=[self.survey.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("survey_admin:list"), "label": _("Surveys")}]
        if self.get_page_title() != self.survey_title:
            above.append({"url": self.survey_url, "label": self.survey_title})
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]
