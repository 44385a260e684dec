"""Who may open which address of the admin: decided before any view runs, refused where nobody has decided."""

from __future__ import annotations

from portal.departments.guard.registry import Rule, classify, rule_for
from portal.departments.guard.rules import (
    administrators,
    anyone_on_staff,
    both,
    checked_by_its_view,
    everybody,
    keepers_of,
    nobody,
)

__all__ = [
    "Rule",
    "administrators",
    "anyone_on_staff",
    "both",
    "checked_by_its_view",
    "classify",
    "everybody",
    "keepers_of",
    "nobody",
    "rule_for",
]
