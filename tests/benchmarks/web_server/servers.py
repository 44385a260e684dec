"""The candidates, started alike, and what they use of the machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]
TICKS = os.sysconf("SC_CLK_TCK")


def command(server: str, port: int, workers: int, threads: int) -> list[str]:
    if server == "granian":
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
        options += ["--workers", str(workers), "--blocking-threads", str(threads), "--log-level", "warning"]
    else:
        options = ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--log-level", "warning"]
        options += ["--workers", str(workers), "--threads", str(threads)]
    return [sys.executable, "-m", server, *options, "portal.wsgi:application"]


@contextmanager
def running(server: str, *, port: int, path: str, workers: int, threads: int) -> Iterator[list[int]]:
    """The process numbers of the server and its workers, once `path` answers."""
    environment = {"DJANGO_SETTINGS_MODULE": "portal.settings.demo", **os.environ}
    process = subprocess.Popen(
        command(server, port, workers, threads), cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        wait_for(f"http://127.0.0.1:{port}{path}")
        yield group(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def wait_for(url: str, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{url} answers {error.code}") from error
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{url} does not answer")


def group(leader: int) -> list[int]:
    """Every process of the leader's group."""
    numbers = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [number for number in numbers if group_of(number) == leader]


def group_of(number: int) -> int | None:
    try:
        return os.getpgid(number)
    except ProcessLookupError:
        return None


def cpu_seconds(numbers: list[int]) -> float:
    """User and system time of the processes together."""
    fields = [Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split() for number in numbers]
    return sum(int(row[11]) + int(row[12]) for row in fields) / TICKS


def busy_seconds() -> float:
    """What every process of the machine has used, all cores together."""
    fields = [int(word) for word in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / TICKS  # without idle and waiting for disks


def wait_until_quiet(patience: float) -> None:
    """Return when less than a tenth of a core was busy for two seconds, or after `patience` seconds."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        before = busy_seconds()
        time.sleep(2)
        if busy_seconds() - before < 0.2:
            return


def memory_mb(numbers: list[int]) -> float:
    """Proportional set size: shared pages are counted once."""
    total = 0
    for number in numbers:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
