"""Pages that somebody should look at again: reminders, and a list."""

from __future__ import annotations
