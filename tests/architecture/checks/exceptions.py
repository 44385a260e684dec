"""Where a rule does not hold, and why. An entry that excuses nothing fails the tests."""

from __future__ import annotations

# rule -> {path or pattern: reason}
EXCEPTIONS: dict[str, dict[str, str]] = {}
