from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.unloading import NotTheDemoError, unload_city_of_northmere


class Command(BaseCommand):
    help = (
        "Remove what load_demo brought: the four departments with their pages, surveys, answers and people."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            removed = unload_city_of_northmere(logins=settings.VAR / "demo-logins.txt")
        except NotTheDemoError as error:
            raise CommandError(
                f"“{error}” was made or changed by somebody; move or delete it first. Nothing was removed."
            ) from error
        self.stdout.write(
            f"Removed {removed.pages} pages, {removed.surveys} surveys and {removed.pictures} pictures."
        )
