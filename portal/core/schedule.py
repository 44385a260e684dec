"""Work that recurs: apps register named jobs, and `manage.py clock` runs those that are due.

A job must be harmless when it runs twice or late: after a pause each job simply runs once.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    name: str
    period: timedelta
    run: Callable[[], object]

    def due_at(self, last_run: datetime | None, now: datetime) -> datetime:
        return now if last_run is None else last_run + self.period


class Schedule:
    def __init__(self) -> None:
        self.jobs: dict[str, Job] = {}

    def every(
        self, *, minutes: int = 0, hours: int = 0, days: int = 0
    ) -> Callable[[Callable[[], object]], Callable[[], object]]:
        """Register the decorated function under its module and name; a second registration replaces it."""
        period = timedelta(minutes=minutes, hours=hours, days=days)
        if period < timedelta(minutes=1):
            raise ValueError("A job runs once a minute at most.")

        def register(function: Callable[[], object]) -> Callable[[], object]:
            name = f"{function.__module__}.{function.__qualname__}"
            self.jobs[name] = Job(name=name, period=period, run=function)
            return function

        return register


schedule = Schedule()
every = schedule.every


def due_jobs(jobs: Iterable[Job], last_runs: Mapping[str, datetime], now: datetime) -> list[Job]:
    return [job for job in jobs if job.due_at(last_runs.get(job.name), now) <= now]


def seconds_until_next(jobs: Iterable[Job], last_runs: Mapping[str, datetime], now: datetime) -> float:
    """Between 0 and 60, so that the clock notices when the system's time is set back."""
    waits = ((job.due_at(last_runs.get(job.name), now) - now).total_seconds() for job in jobs)
    return min(60.0, max(0.0, min(waits, default=60.0)))


def run_job(job: Job) -> bool:
    """Whether the job went well. An error is logged by its place only: its text could hold personal data."""
    try:
        job.run()
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        logger.error(
            "Job %s failed: %s at %s:%s", job.name, type(error).__name__, place.filename, place.lineno
        )
        return False
    return True
