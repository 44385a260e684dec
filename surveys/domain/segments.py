"""What a sheet says about its person: a set of coded values, shared by everyone who gave the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping


def cell_hash(values: Mapping[str, str]) -> str:
    """64 hexadecimal digits, the same for the same values in whatever order."""
    canonical = json.dumps(dict(values), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
