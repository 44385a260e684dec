from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from datetime import UTC, datetime

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils.module_loading import autodiscover_modules

from portal.core.schedule import due_jobs, run_job, schedule, seconds_until_next


class Command(BaseCommand):
    help = "Runs the work that recurs: scheduled publishing, clearing up and what the apps registered."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="run every job once and stop")

    def handle(self, *, once: bool, **options: object) -> None:
        autodiscover_modules("jobs")
        stop = threading.Event()
        if not once:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        last_runs: dict[str, datetime] = {}
        while not stop.is_set():
            for job in due_jobs(schedule.jobs.values(), last_runs, datetime.now(UTC)):
                last_runs[job.name] = datetime.now(UTC)
                run_job(job)
                close_old_connections()
                if stop.is_set():
                    return
            if once:
                return
            stop.wait(seconds_until_next(schedule.jobs.values(), last_runs, datetime.now(UTC)))
