"""Ten thousand calls to the API, allowed and forbidden ones, on a database of its own; figures to docs/figures.md.

`api_fuzz.py [CALLS]` ends with 1 when one of them failed in the server or was answered otherwise than documented.
"""

from __future__ import annotations

import logging
import os
import random
import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "docs" / "figures.md"
HEAD = "## The API under ten thousand calls"
CALLS = 10_000
A_ROUND = 1_000


def surveys():
    """Codes of surveys that are open, paused, closed and not open yet."""
    from django.utils import timezone

    from surveys.models import Wave
    from surveys.services.waves import open_wave, pause_wave
    from tests.factories import make_city, make_department
    from tests.surveys.every_kind import open_every_kind
    from tests.surveys.making import open_survey, publish_survey, rating

    make_city()
    parks, now = make_department("parks", "Parks and Nature"), timezone.now()
    found = {"every": open_every_kind(parks), "one": open_survey(parks, rating(), slug="one")}
    found["paused"] = open_survey(parks, rating(), slug="paused")
    pause_wave(
        wave=found["paused"].waves.get(), reason={"en": "A fault in the question."}, now=timezone.now()
    )
    found["closed"] = open_survey(parks, rating(), slug="closed")
    Wave.objects.filter(survey=found["closed"]).update(
        opens_at=now - timedelta(days=2), closes_at=now - timedelta(days=1)
    )
    found["later"] = publish_survey(parks, rating(), slug="later")
    open_wave(survey=found["later"], opens_at=now + timedelta(days=1))
    # Those that take answers are called more often.
    return [found[name].code for name in ("every", "every", "every", "one", "paused", "closed", "later")]


def lines_of(outcome, stored, seconds, seed):
    undocumented = len(outcome.failures)
    statuses = ", ".join(f"{status}: {number:,}" for status, number in outcome.by_status().items())
    return [
        HEAD,
        "",
        "`make prove`: calls made up from the OpenAPI document, half of them forbidden by it, half of them sheets of",
        "answers, to open, paused, closed and scheduled surveys, in process. Times as above.",
        "",
        "| measured | figure |",
        "|---|---|",
        f"| calls | {outcome.calls:,} in {seconds:.0f} s |",
        f"| answers by status | {statuses} |",
        f"| server errors (5xx) | {outcome.server_errors} |",
        f"| answers that the document does not have, or forbidden calls that were taken | {undocumented} |",
        f"| receipts (201) and sheets in the database | {outcome.by_status().get(201, 0):,} and {stored:,} |",
        f"| seed | {seed} |",
    ]


def write(lines):
    """In place of what an earlier run wrote."""
    before = FIGURES.read_text() if FIGURES.exists() else ""
    kept, _head, rest = before.partition(f"\n{HEAD}\n")
    _old, more, after = rest.partition("\n## ")
    FIGURES.write_text(
        kept.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n" + (f"\n## {after}" if more else "")
    )


def main():
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django

    django.setup()
    # Every refusal would be a line.
    logging.disable(logging.ERROR)
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    from surveys.models import Response
    from tests.surveys.api.fuzzing import Outcome, fuzz

    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else CALLS
    seed = random.randrange(2**32)
    setup_test_environment(debug=False)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        codes = surveys()
        begun = time.monotonic()
        outcome, rounds = Outcome(), 0
        while outcome.calls < wanted:
            fuzz(codes, calls=min(wanted, A_ROUND), seed=seed + rounds, outcome=outcome)
            rounds += 1
        lines = lines_of(outcome, Response.objects.count(), time.monotonic() - begun, seed)
    finally:
        teardown_databases(databases, verbosity=0)
    print("\n".join(lines))
    for operation, said in outcome.failures[:20]:
        print(f"\n{operation}: {said}")
    write(lines)
    return 1 if outcome.failures or outcome.server_errors else 0


if __name__ == "__main__":
    sys.exit(main())
