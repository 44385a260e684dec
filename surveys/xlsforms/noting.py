"""What was not taken over, as the audit log keeps it, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from surveys.xlsforms.reports import NotTaken, Place, Reason

# As many entries are kept.
MOST_NOTED = 500
LONGEST_NOTE = 200


def noted(entries: Sequence[NotTaken]) -> list[dict[str, Any]]:
    return [
        {
            "place": [entry.place.sheet, entry.place.row, entry.place.column, entry.place.letter],
            "what": entry.what[:LONGEST_NOTE],
            "why": entry.why.value,
            "details": {name: value[:LONGEST_NOTE] for name, value in entry.details},
        }
        for entry in entries[:MOST_NOTED]
    ]


def read_notes(notes: Iterable[Mapping[str, Any]]) -> list[NotTaken]:
    """Without those whose reason has gone since."""
    return [
        NotTaken(Place(*note["place"]), note["what"], Reason(note["why"]), tuple(note["details"].items()))
        for note in notes
        if note["why"] in set(Reason)
    ]
