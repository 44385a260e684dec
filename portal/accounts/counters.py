"""A cache in memory that keeps allauth's counters in the database.

Limits on guessing must hold over all processes and over a restart, and need no server of their own. Everything
else that pages cache stays in memory, so a public page costs no query more.
"""

from __future__ import annotations

from typing import Any

from django.core.cache import BaseCache, caches
from django.core.cache.backends.locmem import LocMemCache

# The key of every counter and of every used code begins so; a test watches it.
PREFIX = "allauth"


class MemoryWithLastingCounters(LocMemCache):
    def _lasting(self, key: str) -> BaseCache | None:
        return caches["counters"] if key.startswith(PREFIX) else None

    def add(self, key: str, *args: Any, **kwargs: Any) -> bool:
        lasting = self._lasting(key)
        return lasting.add(key, *args, **kwargs) if lasting else super().add(key, *args, **kwargs)

    def get(self, key: str, *args: Any, **kwargs: Any) -> Any:
        lasting = self._lasting(key)
        return lasting.get(key, *args, **kwargs) if lasting else super().get(key, *args, **kwargs)

    def set(self, key: str, *args: Any, **kwargs: Any) -> None:
        lasting = self._lasting(key)
        (lasting.set if lasting else super().set)(key, *args, **kwargs)

    def delete(self, key: str, *args: Any, **kwargs: Any) -> bool:
        lasting = self._lasting(key)
        return lasting.delete(key, *args, **kwargs) if lasting else super().delete(key, *args, **kwargs)

    def clear(self) -> None:
        super().clear()
        caches["counters"].clear()
