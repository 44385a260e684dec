from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest

from portal.core.schedule import Job, Schedule, due_jobs, run_job, seconds_until_next

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def job(name: str = "tidy", minutes: int = 10, run=lambda: None) -> Job:
    return Job(name=name, period=timedelta(minutes=minutes), run=run)


@pytest.mark.parametrize(
    ("last_run", "due"),
    [
        pytest.param(None, True, id="never_run"),
        pytest.param(NOON - timedelta(minutes=9, seconds=59), False, id="a_second_early"),
        pytest.param(NOON - timedelta(minutes=10), True, id="exactly_on_time"),
        pytest.param(NOON - timedelta(days=3), True, id="after_three_days_of_downtime"),
    ],
)
def test_a_job_is_due_when_its_time_has_passed(last_run, due):
    last_runs = {} if last_run is None else {"tidy": last_run}
    assert bool(due_jobs([job()], last_runs, NOON)) is due


def test_the_clock_sleeps_until_the_next_job_and_never_longer_than_a_minute():
    last_runs = {"soon": NOON - timedelta(minutes=9, seconds=30), "late": NOON}
    assert seconds_until_next([job("soon"), job("late")], last_runs, NOON) == 30
    assert seconds_until_next([job("late")], last_runs, NOON) == 60
    assert seconds_until_next([], {}, NOON) == 60
    assert seconds_until_next([job("soon")], {}, NOON) == 0


def test_registering_the_same_job_twice_keeps_one():
    schedule = Schedule()

    def tidy() -> None: ...

    schedule.every(minutes=5)(tidy)
    schedule.every(minutes=5)(tidy)
    assert len(schedule.jobs) == 1


def test_a_job_without_a_period_is_refused():
    with pytest.raises(ValueError, match="once a minute"):
        Schedule().every()


def test_a_failing_job_is_logged_without_the_text_of_its_error(caplog):
    def fail() -> None:
        raise RuntimeError("ada@example.org has no address")

    with caplog.at_level(logging.ERROR):
        assert run_job(job(run=fail)) is False
    assert "RuntimeError" in caplog.text
    assert "tidy" in caplog.text
    assert "ada@example.org" not in caplog.text
