from __future__ import annotations

import socket

import pytest
from django.core.management import CommandError, call_command

from portal.core.management.commands.serve import answers, commands, is_free


def test_a_taken_port_is_said_in_one_line_with_the_way_out():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} is taken.*PORT={port + 1} make run"):
            call_command("serve", port=port)


def test_a_free_port_is_found_free_and_answers_nothing():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert is_free("127.0.0.1", port)
    assert not answers(port)


def test_web_server_worker_and_clock_are_started():
    assert [program.name for program in commands("127.0.0.1", 8000)] == [
        "web server",
        "background worker",
        "clock",
    ]
