"""What this app tells others after it has happened. Receivers only notify; they never do this app's work."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `wave`.
wave_closed = Signal()
