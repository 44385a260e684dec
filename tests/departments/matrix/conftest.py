from __future__ import annotations

import pytest
from django.db import transaction

from tests.departments.matrix.addresses import unclassified
from tests.departments.matrix.trying import FIGURES
from tests.departments.matrix.world import build_world


@pytest.fixture(scope="package")
def two_departments(django_db_setup, django_db_blocker):
    """Parks and roads, built once for all tests of this folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(two_departments, db):
    """Parks and roads; what a test changes is taken back."""
    return two_departments


def pytest_terminal_summary(terminalreporter):
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    walks = [
        dict(report.user_properties)[FIGURES] for report in reports if FIGURES in dict(report.user_properties)
    ]
    if walks:
        names = walks[0]["names"]
        tries, leaks = (sum(walk[name] for walk in walks) for name in ("tries", "leaks"))
        terminalreporter.write_line(
            f"Department matrix: {names} addresses × {len(walks)} roles × 2 methods, each with several things "
            f"= {tries} tries, leaks {leaks}, unclassified {len(unclassified())}"
        )
