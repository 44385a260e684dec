from __future__ import annotations

import os
import shlex
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from contextlib import closing

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connections

from portal.core.processes import Program, Programs

ANSWERS_WITHIN = 90


class Command(BaseCommand):
    help = "Starts the web server, the background worker and the clock; Ctrl-C stops all of them."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--first", action="append", default=[], help="a command to run before; repeatable"
        )

    def handle(self, *, host: str, port: int, first: list[str], **options: object) -> None:
        if not is_free(host, port):
            raise CommandError(f"Port {port} is taken. Choose another one: PORT={port + 1} make run")
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: stop.set())
        for line in first:
            # Here and not one by one in the shell: loading Django takes seconds, and once is enough.
            call_command(*shlex.split(line))
        # An application that cannot load is better told now than by each web worker, again and again.
        get_wsgi_application()
        connections.close_all()
        programs = Programs(commands(host, port), folder=settings.PROJECT)
        try:
            programs.start()
            failure = self.watch(programs, stop, port)
        finally:
            programs.stop()
        if failure:
            raise CommandError(f"{failure}; the others were stopped with it.")
        self.stdout.write("Stopped.")

    def watch(self, programs: Programs, stop: threading.Event, port: int) -> str | None:
        """Until a signal comes, our parent is gone, or a program dies: then its name and end."""
        ready, parent, begin = False, os.getppid(), time.monotonic()
        while not stop.wait(0.3) and os.getppid() == parent:
            if failure := programs.dead():
                return failure
            if not ready and (ready := answers(port)):
                self.announce(port)
            if not ready and time.monotonic() - begin > ANSWERS_WITHIN:
                return f"web server did not answer within {ANSWERS_WITHIN} seconds"
        return None

    def announce(self, port: int) -> None:
        self.stdout.write(f"\nThe portal is ready: http://localhost:{port}/")
        self.stdout.write(f"Staff sign in at     http://localhost:{port}/admin/\n")
        logins = settings.VAR / "demo-logins.txt"
        if logins.exists():
            self.stdout.write(logins.read_text(encoding="utf-8"))
        self.stdout.write("Ctrl-C stops everything.")
        self.stdout.flush()


def commands(host: str, port: int) -> list[Program]:
    python, manage = sys.executable, [sys.executable, "manage.py"]
    web = ["-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    web += ["--respawn-failed-workers", "--workers-kill-timeout", "5"]
    worker = ["db_worker", "--queue-name", "*", "--no-reload", "--skip-checks", "--verbosity", "0"]
    # Nobody waits for the last two: on a small machine pages go first.
    return [
        Program("web server", [python, *web, "portal.wsgi:application"]),
        Program("background worker", [*manage, *worker], nice=10),
        Program("clock", [*manage, "clock"], nice=10),
    ]


def is_free(host: str, port: int) -> bool:
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Any reply counts, also an error page: it is the site's own to explain."""
    try:
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
