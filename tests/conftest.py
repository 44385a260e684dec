from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path

import playwright
import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import translation
from playwright.sync_api import Browser, sync_playwright

from home.models import HomePage
from portal.departments.models import Department
from tests import factories
from tests import people as cast
from tests.remembering import built_once

LEFT_OUT = "browser journeys need"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update"]
# Playwright keeps an event loop in this thread; Django would refuse every query beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def chromium() -> str | None:
    """The browser that the journeys drive."""
    wanted = os.environ.get("CHROMIUM")
    candidates = [wanted] if wanted else ["chromium", "google-chrome", "chromium-browser"]
    return next((path for name in candidates if (path := shutil.which(name))), None)


@functools.cache
def missing_for_journeys() -> str | None:
    if not chromium():
        return f"{LEFT_OUT} chromium, google-chrome or CHROMIUM=; on Debian: apt-get install chromium"
    driver = Path(playwright.__file__).parent / "driver" / "node"
    if driver.exists() and subprocess.run([driver, "--version"], capture_output=True, check=False).returncode:
        return f"{LEFT_OUT} a library that is missing; on Debian: apt-get install libatomic1"
    return None


def pytest_configure(config):
    # Before any message is looked up: Django reads the compiled catalogues once. Where tests run in several
    # processes, the first one has done it before it starts the others.
    if not hasattr(config, "workerinput"):
        call_command("compile_catalogues")


def pytest_runtest_setup(item):
    if item.get_closest_marker("journey") and (reason := missing_for_journeys()):
        # On the build machine a journey that did not run is a failure, not a detail.
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def pytest_terminal_summary(terminalreporter):
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if LEFT_OUT in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.section("BROWSER JOURNEYS WERE LEFT OUT", red=True, bold=True)
        terminalreporter.write_line(f"{len(skipped)} tests did not run: {missing_for_journeys()}", red=True)


@pytest.fixture(scope="session")
def browser() -> Browser:
    """One for all tests of a process: a second one beside it would find the first one's event loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def speak_the_default_language():
    """A request leaves its language behind in this thread; the next test starts afresh."""
    yield
    translation.deactivate()


@pytest.fixture
def city(db):
    """The front page of Northmere in English; the other languages have theirs."""
    # What an earlier test left in memory speaks of rows that are gone.
    cache.clear()
    built_once("city", factories.make_city)
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def parks(city):
    return department("parks", "Parks and Nature")


@pytest.fixture
def roads(city):
    return department("roads", "Roads and Bridges")


def department(code, name):
    built_once(f"{code} beside {Department.objects.count()}", lambda: factories.make_department(code, name))
    return Department.objects.get(code=code)


@pytest.fixture
def ada(db):
    return cast.ada()


@pytest.fixture
def ben(parks):
    return cast.ben(parks)


@pytest.fixture
def cleo(roads):
    return cast.cleo(roads)


@pytest.fixture
def dora(city):
    return cast.dora(city)


@pytest.fixture
def emil(parks):
    return cast.emil(parks)


@pytest.fixture
def fay(parks):
    return cast.fay(parks)


@pytest.fixture
def greta(city):
    return cast.greta(city)


@pytest.fixture
def gus(db):
    return cast.gus()


@pytest.fixture
def hana(parks):
    return cast.hana(parks)


@pytest.fixture
def ivo(parks):
    return cast.ivo(parks)
