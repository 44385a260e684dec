"""A small invented survey in the format of a past survey, and the figures that it must give.

`expected.csv` was computed from the files by another way than the portal's: the ends of Wilson's
range as the two roots of its quadratic, in decimals of forty digits.
"""

from __future__ import annotations

import csv
from pathlib import Path

from surveys.services.imports import SurveyFiles

FOLDER = Path(__file__).parent
TITLE = "Harbour library"
SLUG = "harbour-library"


def files_in(folder):
    return SurveyFiles(folder / "questions.csv", folder / "choices.csv", folder / "responses.csv")


def figures(lines):
    """(question, wave, base, choice) → n, count, share, low, high."""
    return {
        (row["question"], row["wave"], row["base"], row["choice"]): (
            int(row["n"]),
            int(row["count"]),
            *(float(row[name]) for name in ("share", "wilson_low", "wilson_high")),
        )
        for row in csv.DictReader(lines)
    }


def expected_in(folder):
    with (folder / "expected.csv").open(newline="", encoding="utf-8") as lines:
        return figures(lines)
