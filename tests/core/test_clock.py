from __future__ import annotations

import os
import signal
import threading
import time

import pytest
from django.core.management import call_command

from portal.core.management.commands import clock
from portal.core.schedule import Schedule


@pytest.fixture
def schedule(monkeypatch):
    schedule = Schedule()
    monkeypatch.setattr(clock, "schedule", schedule)
    return schedule


@pytest.fixture
def quiet_signals():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.django_db
def test_every_job_runs_at_the_start_even_after_one_of_them_failed(schedule):
    done = []

    @schedule.every(minutes=1)
    def fail() -> None:
        raise RuntimeError("no")

    @schedule.every(days=1)
    def tidy() -> None:
        done.append("tidy")

    call_command("clock", once=True)
    assert done == ["tidy"]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_clock_stops_at_once_when_it_is_asked_to(schedule, quiet_signals, number):
    runs = []
    schedule.every(minutes=1)(lambda: runs.append(1))
    threading.Timer(0.3, os.kill, (os.getpid(), number)).start()
    begin = time.monotonic()
    call_command("clock")
    assert time.monotonic() - begin < 2
    assert runs == [1]


@pytest.mark.django_db
def test_scheduled_publishing_and_tidying_are_registered():
    call_command("clock", once=True)
    names = {name.rpartition(".")[2] for name in clock.schedule.jobs}
    assert {"publish_scheduled", "prune_task_results"} <= names
