"""Which rows of a model a person may refer to. Apps fill it; forms and whoever else asks read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

Choosable = Callable[[QuerySet[Any], "AbstractBaseUser"], QuerySet[Any]]


@dataclass(frozen=True)
class Policy:
    """`choosable(rows, user)` keeps the rows that `user` may refer to; `refusal` says why not the others."""

    model: type[Model]
    choosable: Choosable
    refusal: Promise


_policies: dict[type[Model], Policy] = {}


def register_policy(policy: Policy) -> None:
    """Call it in `AppConfig.ready`."""
    _policies[policy.model] = policy


def policy_for(model: type[Model]) -> Policy | None:
    """That of `model` or of what it is a kind of; None where everybody may refer to everything."""
    return next((_policies[kind] for kind in model.__mro__ if kind in _policies), None)
