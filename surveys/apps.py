from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SurveysConfig(AppConfig):
    name = "surveys"
    verbose_name = _("Surveys")

    def ready(self) -> None:
        from surveys import jobs, receivers  # noqa: F401, PLC0415  (registers the jobs, connects the receivers)
        from surveys.admin import addresses  # noqa: F401, PLC0415  (says who may open them)
