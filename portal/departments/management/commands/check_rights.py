from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.departments.drift import drift, repair, strays
from portal.departments.granting import Rights


class Command(BaseCommand):
    help = "Say where the rights in the database are not those of the roles, and with --repair make them so."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="grant what is missing and revoke the rest")

    def handle(self, *args: Any, **options: Any) -> None:
        for each in drift():
            self._tell(each.group, "lacks", each.missing)
            self._tell(each.group, "has too much", each.surplus)
        if options["repair"]:
            repair()
        left = len(drift())
        for name in strays():
            self.stdout.write(f"{name}: holds rights, and no role says so")
        if left:
            raise CommandError(f"{left} groups differ from the roles. --repair makes them alike.")
        self.stdout.write("Every role has exactly its rights.")

    def _tell(self, group: str, words: str, rights: Rights) -> None:
        names = [
            *sorted(rights.models),
            *(f"{codename} on page {page}" for page, codename in sorted(rights.pages)),
            *(f"{codename} on collection {place}" for place, codename in sorted(rights.collections)),
        ]
        if names:
            self.stdout.write(f"{group} {words}: {', '.join(names)}")
