from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from home.services import provision_languages


class Command(BaseCommand):
    help = "Give every language that has a catalogue its pages and its translators; needed once after one is added."

    def handle(self, *args: Any, **options: Any) -> None:
        for locale in provision_languages():
            self.stdout.write(f"{locale.language_code}: every page is there, to be translated.")
