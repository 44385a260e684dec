"""The automatic part of an accessibility review, by axe-core."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}


def violations(page, within=None):
    """One line for each rule that `page` breaks: the rule, and the first place where it does."""
    found = Axe().run(page, context=within, options=OPTIONS).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]
