from __future__ import annotations

import os
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compiles the message catalogues that changed; needs no gettext on the machine."
    requires_system_checks = []

    def handle(self, **options: object) -> None:
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                compile_catalogue(source)


def compile_catalogue(source: Path) -> None:
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
        return
    # Renamed into place: a server that starts meanwhile must not read half a file.
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    polib.pofile(str(source)).save_as_mofile(str(unfinished))
    unfinished.replace(target)
