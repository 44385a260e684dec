from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def processes_with(mark: str) -> list[int]:
    """Every process that was given `mark` in its environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for left-over processes in /proc")
def test_one_command_starts_everything_and_one_ctrl_c_stops_it(tmp_path):
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DATABASE")}
    environment |= {
        "PORTAL_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "PORT": str(port),
    }
    words = [sys.executable, "manage.py", "serve", "--port", str(port), "--first", "migrate --verbosity 0"]
    process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    alarm = threading.Timer(120, process.kill)
    alarm.start()
    try:
        lines = iter(process.stdout.readline, "")
        assert any(f"http://localhost:{port}/" in line for line in lines)
        assert len(processes_with(str(tmp_path))) >= 4  # ourselves, the web server, the worker, the clock
        process.send_signal(signal.SIGINT)
        rest, _errors = process.communicate()
    finally:
        alarm.cancel()
        process.kill()
        process.wait()
    assert process.returncode == 0
    assert rest.endswith("Stopped.\n")
    assert processes_with(str(tmp_path)) == []
