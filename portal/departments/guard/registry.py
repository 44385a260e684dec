"""Which rule decides about which address of the admin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.urls import ResolverMatch

Rule = Callable[[HttpRequest, dict[str, Any]], bool]
_rules: dict[str, Rule] = {}


def classify(rules: Mapping[str, Rule]) -> None:
    """Say who may open the addresses that carry these names. ImproperlyConfigured when one has a rule already.

    An address without a name is known by its route, with a slash before it: "/admin/test404/".
    """
    for name, rule in rules.items():
        if _rules.setdefault(name, rule) is not rule:
            raise ImproperlyConfigured(f"Two rules for the admin address {name!r}.")


def rule_for(name: str) -> Rule | None:
    """The rule for the address with this name; None where nobody has classified it."""
    return _rules.get(name)


def classified() -> frozenset[str]:
    """Every name that has a rule."""
    return frozenset(_rules)


def name_of(match: ResolverMatch) -> str:
    """How the address is known here: its name with its namespaces, else its route."""
    return match.view_name if match.url_name else f"/{match.route}"
