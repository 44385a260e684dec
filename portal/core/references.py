"""What a page or another row refers to: in its fields, blocks, rich texts and related rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue

from portal.core.policies import Policy, policy_for

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
    from django.db.models import Field


@dataclass(frozen=True)
class Reference:
    """To the row `pk` of a model that has a policy."""

    policy: Policy
    pk: int


@dataclass(frozen=True)
class Find:
    """A reference and what holds it: the block number `place`, counted from 0, or the value itself."""

    reference: Reference
    part: str = ""
    place: int | None = None


def references_in(row: Model) -> Iterator[Reference]:
    """All references of `row` and of the rows that are edited with it."""
    for field in row._meta.get_fields():
        if hasattr(field, "extract_references"):
            value = field.value_from_object(row)
        elif field.concrete and field.many_to_one:
            value = getattr(row, field.attname)
        else:
            continue
        yield from (find.reference for find in finds(field, value))
    for relation in get_all_child_relations(row):
        for child in getattr(row, relation.get_accessor_name()).all():
            yield from references_in(child)


def finds(field: Field, value: Any) -> Iterator[Find]:
    """The references in the value of a model's field, which may be a key, a row, several rows, blocks or rich text."""
    if isinstance(value, StreamValue):
        for place, child in enumerate(value):
            part = f"{place + 1}. {child.block.label}"
            yield from _known(child.block.extract_references(child.value), part, place)
    elif hasattr(field, "extract_references"):
        yield from _known(field.extract_references(value)) if value is not None else ()
    elif field.is_relation and value is not None:
        rows = value if isinstance(value, QuerySet | list) else [value]
        yield from _known((field.related_model, getattr(row, "pk", row)) for row in rows)


def refused(references: Iterable[Reference], user: AbstractBaseUser) -> set[Reference]:
    """Those that `user` may not make. One query for each model."""
    wanted: dict[Policy, set[int]] = defaultdict(set)
    for reference in references:
        wanted[reference.policy].add(reference.pk)
    return {
        Reference(policy, pk)
        for policy, keys in wanted.items()
        for pk in keys - _choosable_keys(policy, keys, user)
    }


def _choosable_keys(policy: Policy, keys: set[int], user: AbstractBaseUser) -> set[int]:
    rows = policy.choosable(policy.model._default_manager.filter(pk__in=keys), user)
    return set(rows.values_list("pk", flat=True))


def _known(found: Iterable[tuple[Any, ...]], part: str = "", place: int | None = None) -> Iterator[Find]:
    for model, key, *_where in found:
        policy = policy_for(model)
        if policy is not None and (pk := _number(key)) is not None:
            yield Find(Reference(policy, pk), part, place)


def _number(key: Any) -> int | None:
    # Rich text holds whatever was sent; what is no number leads nowhere.
    try:
        return int(key)
    except (TypeError, ValueError):
        return None
