"""What this app tells others after it has happened. Receivers only notify; they never do this app's work."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `page`, as its specific class: its public words translate what its source says now. Either a draft of the
# present texts was published, or a person has confirmed that the words still fit.
translation_confirmed = Signal()
