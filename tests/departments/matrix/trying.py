"""One person goes through all cases; what a try changed is taken back before the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from tests.departments.matrix.marks import marks_in
from tests.departments.matrix.rows import written_tables

# Under which a test tells its figures to the end of the run.
FIGURES = "department matrix"
# It exists to fail.
FAILS_ON_PURPOSE = "wagtailadmin_error_test"


@dataclass
class Outcome:
    """`leaks` and `failures` are sentences, one for each."""

    tries: int = 0
    leaks: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def go_through(world, role, cases):
    """Everything that `role` meets, visiting each address and then sending to it."""
    outcome = Outcome()
    client = Client(raise_request_exception=False)
    if world.people[role] is not None:
        client.force_login(world.people[role])
    visited = set()
    for one in cases:
        # One visit serves all that is sent to an address.
        for method in (one.method,) if one.url in visited else ("GET", one.method):
            _try(world, client, role, one, method, outcome)
        visited.add(one.url)
    return outcome


def _try(world, client, role, one, method, outcome):
    with transaction.atomic():
        with written_tables() as tables:
            response = _send(client, one, method)
        what = sorted(marks_in(response))
        what += world.belongings.changes(tables) if tables else []
        transaction.set_rollback(True)
    if tables - {"django_session"}:
        # What is remembered speaks of rows that are gone.
        cache.clear()
    outcome.tries += 1
    told = f"{role:13} {method:4} {one.url} [{one.name}{', ' if one.kind else ''}{one.kind}] {response.status_code}"
    if what:
        outcome.leaks.append(f"{told}: {'; '.join(what)}")
    if response.status_code >= 500 and one.name != FAILS_ON_PURPOSE:
        outcome.failures.append(told)


def _send(client, one, method):
    if method == "GET":
        return client.get(one.url, headers=one.headers)
    if method == "PUT":
        return client.put(
            one.url,
            urlencode(one.data),
            content_type="application/x-www-form-urlencoded",
            headers=one.headers,
        )
    for value in one.data.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    return client.post(one.url, one.data, headers=one.headers)
