from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.catalogues import UnknownLanguage, begin_catalogue


class Command(BaseCommand):
    help = "Begin a language of the city: write the catalogue that is to be translated."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="for example fr, pt-br or ur")

    def handle(self, *args: Any, **options: Any) -> None:
        code = options["code"].lower()
        try:
            catalogue = begin_catalogue(code=code, folder=Path(settings.LOCALE_PATHS[0]))
        except UnknownLanguage as error:
            raise CommandError(f"Django knows no language {code!r}.") from error
        except FileExistsError as error:
            raise CommandError(f"The city speaks it already: {error}") from error
        self.stdout.write(f"Translate {catalogue}")
        self.stdout.write(
            "Until then residents see English. The next start makes its pages (provision_languages)."
        )
