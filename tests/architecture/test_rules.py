from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.checks import RULES, excused
from tests.architecture.checks.exceptions import EXCEPTIONS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rule", RULES)
def test_the_project_keeps_the_rule(rule):
    findings = [finding for finding in RULES[rule](ROOT) if not excused(rule, finding)]
    assert not findings, "\n" + "\n".join(str(finding) for finding in findings)


@pytest.mark.parametrize("rule", EXCEPTIONS)
def test_every_exception_is_still_needed(rule):
    used = {excused(rule, finding) for finding in RULES[rule](ROOT)}
    assert set(EXCEPTIONS[rule]) <= used
