"""What a case is: one address, filled, and what is sent to it besides the plain visit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class Case:
    """`name` is that of the address. It is visited, and `data` is sent by `method`, as `kind` says."""

    name: str
    url: str
    data: dict[str, Any] = field(default_factory=dict, hash=False)
    method: str = "POST"
    kind: str = ""
    headers: dict[str, str] = field(default_factory=dict, hash=False)


def case(name, *args, query="", data=None, **options):
    return Case(name, reverse(name, args=args) + (f"?{query}" if query else ""), data or {}, **options)


def screens(*names, query="", **options):
    """Addresses without any number in them."""
    return [case(name, query=query, **options) for name in names]


def of_each(names, *things, **options):
    """Addresses with the number of one thing in them, for each of `things`."""
    return [case(name, thing.pk, **options) for name in names for thing in things]
