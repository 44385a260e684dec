"""One survey as the staff of its department see it: its waves, and the figures while answers arrive."""

from __future__ import annotations

from typing import Any

from django.forms import Media, Script
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from portal.core.districts.queries import city_plan
from portal.core.models import is_translated
from surveys.admin.languages import language_rows
from surveys.admin.scope import SurveyScreen
from surveys.models import Survey, SurveyPage
from surveys.models.waves import WaveState
from surveys.permissions import surveys_seen_by, user_can_export_answers, user_can_run_waves
from surveys.queries import (
    TEXTS_SHOWN,
    WaveStanding,
    live_figures,
    points_in,
    some_texts,
    wave_standings,
)


def of_page(request: HttpRequest, key: str) -> HttpResponse:
    """From a page, known by its translation key, to its survey. Before it is published there is none."""
    survey = surveys_seen_by(request.user).filter(key=key).first()
    if survey is not None:
        return redirect("survey_admin:survey", survey.pk)
    page = SurveyPage.objects.filter(is_translated(), translation_key=key).first()
    asked = Survey.objects.filter(key=key).exists()
    if page is None or asked or not page.permissions_for_user(request.user).can_edit():
        raise Http404
    messages.info(request, _("Publish this survey first. Then it can take answers."))
    return redirect("wagtailadmin_pages:edit", page.pk)


class FiguresScreen(SurveyScreen, TemplateView):
    """The waves, and the figures of the one that was chosen, or of the one that matters now."""

    @cached_property
    def waves(self) -> list[WaveStanding]:
        return wave_standings(self.survey, timezone.now(), timezone.localdate())

    @cached_property
    def chosen(self) -> WaveStanding | None:
        """The wave asked for in the address, else the running one, else the newest that has answers."""
        wanted = self.request.GET.get("wave", "")
        by_key = {str(standing.wave.pk): standing for standing in self.waves}
        if wanted and wanted not in by_key:
            raise Http404
        newest = next((one for one in self.waves if one.state is WaveState.CLOSED), None)
        return by_key.get(wanted) or self.running or newest

    @property
    def running(self) -> WaveStanding | None:
        return next((one for one in self.waves if one.state in {WaveState.OPEN, WaveState.PAUSED}), None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        chosen, language = self.chosen, get_language() or self.survey.source_language
        exporting = user_can_export_answers(self.request.user, self.survey)
        if chosen is not None:
            context["questions"] = live_figures(self.survey, chosen.wave, language)
            context["texts"] = some_texts(chosen.wave) if exporting else {}
            context["points"] = points_in(chosen.wave) if exporting else {}
            context["plan"] = city_plan() if context["points"] else None
            context["shown"] = TEXTS_SHOWN
        return {**context, "survey": self.survey, "chosen": chosen, "can_export": exporting}


class LiveFiguresView(FiguresScreen):
    """The figures alone, for the script that renews them."""

    template_name = "surveys/admin/live.html"


class SurveyView(FiguresScreen):
    template_name = "surveys/admin/survey.html"

    def get_page_title(self) -> str:
        return self.survey_title

    def links(self) -> list[Button]:
        """Where the page is edited and seen; nothing before it has one."""
        page, found = self.page, []
        if page is not None and page.permissions_for_user(self.request.user).can_edit():
            found.append(Button(_("Edit page"), reverse("wagtailadmin_pages:edit", args=[page.pk])))
            form_url = reverse("survey_admin:export_form", args=[page.translation_key])
            found.append(Button(_("Download as XLSForm"), form_url))
        if page is not None and page.live and page.url:
            found += [
                Button(_("Public page"), page.url),
                Button(_("Public results"), f"{page.url}results/"),
                Button(_("Try it without counting"), f"{page.url}?test=1"),
            ]
        for link in found:
            link.classname = "button button-small button-secondary"
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "waves": self.waves,
            "running": self.running,
            "links": self.links(),
            "languages": language_rows(self.request, self.survey),
            "can_run": user_can_run_waves(self.request.user, self.survey),
            "media": Media(js=[Script("js/live.js", type="module")]),
        }
