"""Several programs that live and die together."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Program:
    name: str
    command: Sequence[str]
    nice: int = 0


class Programs:
    """Each program leads a process group of its own, so that Ctrl-C in the terminal reaches only us
    and every program hears of it exactly once: from us."""

    def __init__(self, programs: Sequence[Program], *, folder: Path, grace: float = 10.0) -> None:
        self.programs = programs
        self.folder = folder
        self.grace = grace
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self) -> None:
        for program in self.programs:
            self.running[program.name] = subprocess.Popen(  # noqa: S603 - our own command lines
                program.command,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=partial(_prepare, program.nice),
            )

    def dead(self) -> str | None:
        """The name and end of a program that is no longer running."""
        for name, process in self.running.items():
            if (status := process.poll()) is not None:
                return f"{name} stopped by itself (exit status {status})"
        return None

    def stop(self) -> None:
        """Ask all to stop, wait for at most `grace` seconds together, then kill what is left."""
        for process in self.running.values():
            _send(process, signal.SIGTERM)
        deadline = time.monotonic() + self.grace
        for process in self.running.values():
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                continue
        for process in self.running.values():
            _send(process, signal.SIGKILL)
            process.wait()


def _send(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """To the whole group: a web server's own workers must not outlive it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _prepare(nice: int) -> None:
    """Linux ends the program when we are killed without a chance to stop it; elsewhere it stays."""
    os.nice(nice)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
