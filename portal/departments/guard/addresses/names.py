from __future__ import annotations

from portal.departments.guard.registry import Rule


def under(namespace: str, *groups: tuple[str, Rule]) -> dict[str, Rule]:
    """Each group is names, separated by spaces, and the one rule for all of them."""
    return {f"{namespace}:{name}": rule for names, rule in groups for name in names.split()}


# What a screen for keeping rows of one kind consists of.
ROWS = "index index_results add edit delete history history_results usage"
