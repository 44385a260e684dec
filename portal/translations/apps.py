from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    name = "portal.translations"
    label = "translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        from portal.translations import addresses, receivers  # noqa: F401, PLC0415  (rules; connects them)
        from portal.translations.admin import explorer, together  # noqa: F401, PLC0415  (a column; hooks)
