"""Opening, scheduling, pausing, resuming, closing and cancelling waves: one form each, one service call each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from surveys.admin.forms import OpenWaveForm, ReasonForm, ScheduleWaveForm
from surveys.admin.scope import SurveyScreen
from surveys.models import Wave
from surveys.permissions import user_can_run_waves
from surveys.services.waves import (
    WaveError,
    cancel_wave,
    close_wave_early,
    open_wave,
    pause_wave,
    resume_wave,
)


class SurveyActionView(SurveyScreen, FormView):
    """One thing that a person who runs waves may do to a survey. What the service refuses stands at the form."""

    template_name = "surveys/admin/wave_form.html"
    explanation: Promise | str = ""
    button: Promise | str = ""
    done: Promise | str = ""
    serious = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not user_can_run_waves(request.user, self.survey):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act(form.cleaned_data)
        except WaveError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return HttpResponseRedirect(self.survey_url)

    def act(self, data: dict[str, Any]) -> None:
        raise NotImplementedError

    def get_page_subtitle(self) -> str:
        return self.survey_title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "media": context["form"].media, "survey_url": self.survey_url}


class WaveActionView(SurveyActionView):
    wave: Wave

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.wave = get_object_or_404(self.survey.waves.filter(import_batch=None), pk=kwargs["wave"])

    def get_page_subtitle(self) -> str:
        # Isolated, or a name such as 2026-11 would be read from the other side in Arabic.
        return f"{self.survey_title} · \N{FIRST STRONG ISOLATE}{self.wave}\N{POP DIRECTIONAL ISOLATE}"


class OpenWaveView(SurveyActionView):
    form_class = OpenWaveForm
    page_title = _("Open a wave")
    explanation = _(
        "From now on residents can answer, on the survey’s page and wherever it stands in another."
    )
    button = _("Open now")
    done = _("The wave is open.")

    def act(self, data: dict[str, Any]) -> None:
        open_wave(survey=self.survey, opens_at=timezone.now(), by=self.request.user, **data)


class ScheduleWaveView(SurveyActionView):
    form_class = ScheduleWaveForm
    page_title = _("Schedule a wave")
    explanation = _("It opens by itself. Until then it can be cancelled.")
    button = _("Schedule")
    done = _("The wave is scheduled.")

    def act(self, data: dict[str, Any]) -> None:
        open_wave(survey=self.survey, by=self.request.user, **data)


class PauseWaveView(WaveActionView):
    form_class = ReasonForm
    page_title = _("Pause the wave")
    explanation = _("No answers are taken until you resume it. What was answered stays.")
    button = _("Pause")
    done = _("The wave is paused.")

    def act(self, data: dict[str, Any]) -> None:
        pause_wave(wave=self.wave, reason=data["reason"], now=timezone.now(), by=self.request.user)


class ResumeWaveView(WaveActionView):
    form_class = forms.Form
    page_title = _("Resume the wave")
    explanation = _("Residents can answer again.")
    button = _("Resume")
    done = _("The wave takes answers again.")

    def act(self, data: dict[str, Any]) -> None:
        resume_wave(wave=self.wave, now=timezone.now(), by=self.request.user)


class CloseWaveView(WaveActionView):
    form_class = ReasonForm
    page_title = _("Close the wave early")
    explanation = _("The final figures are published at once. A closed wave cannot be opened again.")
    button = _("Close for good")
    done = _("The wave is closed and its final figures are published.")
    serious = True

    def act(self, data: dict[str, Any]) -> None:
        close_wave_early(wave=self.wave, reason=data["reason"], now=timezone.now(), by=self.request.user)


class CancelWaveView(WaveActionView):
    form_class = forms.Form
    page_title = _("Cancel the scheduled wave")
    explanation = _("It has not opened yet, and will not.")
    button = _("Cancel the wave")
    done = _("The wave is cancelled.")
    serious = True

    def act(self, data: dict[str, Any]) -> None:
        cancel_wave(wave=self.wave, now=timezone.now(), by=self.request.user)
