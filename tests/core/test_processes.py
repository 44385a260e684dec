from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portal.core.processes import Program, Programs

FOLDER = Path(__file__).parent
SLEEPS = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); "


def python(text: str, name: str = "sleeper") -> Program:
    return Program(name, [sys.executable, "-c", text])


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def wait_for(condition, seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def started():
    groups = []

    def start(*programs: Program, grace: float = 5.0) -> Programs:
        group = Programs(programs, folder=FOLDER, grace=grace)
        groups.append(group)
        group.start()
        return group

    yield start
    for group in groups:
        group.stop()


def test_stopping_ends_every_program(started):
    group = started(python(SLEEPS, "one"), python(SLEEPS, "two"))
    assert group.dead() is None
    group.stop()
    assert all(process.poll() is not None for process in group.running.values())


def test_a_program_that_ends_is_named_with_its_exit_status(started):
    group = started(python(SLEEPS, "one"), python("raise SystemExit(3)", "two"))
    assert wait_for(group.dead)
    assert "two" in group.dead()
    assert "3" in group.dead()


def test_a_program_that_ignores_the_request_is_killed_after_the_grace_time(started):
    group = started(python(STUBBORN + SLEEPS), grace=0.5)
    time.sleep(0.5)
    begin = time.monotonic()
    group.stop()
    assert time.monotonic() - begin < 3
    assert group.running["sleeper"].poll() is not None


def test_the_helpers_that_a_program_started_end_with_it(started, tmp_path):
    note = tmp_path / "pid"
    parent = f"""
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "{SLEEPS}"])
pathlib.Path({str(note)!r}).write_text(str(child.pid))
time.sleep(60)
"""
    group = started(python(parent))
    assert wait_for(lambda: note.exists() and note.read_text())
    group.stop()
    assert wait_for(lambda: not alive(int(note.read_text())))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a program that its parent was killed")
def test_no_program_is_left_behind_when_the_supervisor_is_killed(tmp_path):
    note = tmp_path / "pid"
    supervisor = f"""
import pathlib, sys, time
from portal.core.processes import Program, Programs
group = Programs([Program("sleeper", [sys.executable, "-c", {SLEEPS!r}])], folder=pathlib.Path("."))
group.start()
pathlib.Path({str(note)!r}).write_text(str(group.running["sleeper"].pid))
time.sleep(60)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", supervisor], cwd=Path(__file__).parents[2], env=os.environ
    )
    try:
        assert wait_for(lambda: note.exists() and note.read_text())
        assert alive(int(note.read_text()))
    finally:
        process.kill()
        process.wait()
    assert wait_for(lambda: not alive(int(note.read_text())))
