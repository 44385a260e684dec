from __future__ import annotations

from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from home.demo.loading.load import load_city_of_northmere
from home.models import HomePage
from portal.departments.models import Department


class Command(BaseCommand):
    help = "Load the invented city of Northmere: pages, surveys, answers and people who work there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when the portal has pages already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and HomePage.objects.exists():
            return
        if Department.objects.exists():
            raise CommandError(
                "The portal has departments already. Remove a demo with: manage.py unload_demo"
            )
        started = monotonic()
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        logins = settings.VAR / "demo-logins.txt"
        counts = load_city_of_northmere(
            now=timezone.now(),
            hostname=address.hostname or "localhost",
            port=address.port or (443 if address.scheme == "https" else 80),
            logins=logins,
            say=self.stderr.write,
        )
        self.stderr.write("The search index")
        # The worker would come to it one page after the other; a visitor may search at once.
        call_command("update_index", verbosity=0)
        self.stdout.write(
            f"Northmere is there: {counts.articles} articles, {counts.events} events, {counts.pictures} pictures, "
            f"{counts.surveys} surveys with {counts.waves} waves and {counts.sheets:,} answer sheets, "
            f"{counts.translations} translations, in {monotonic() - started:.0f} seconds. Logins: {logins}"
        )
