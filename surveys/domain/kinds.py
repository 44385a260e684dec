"""The kinds of question, and the groups of kinds that behave alike."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    SINGLE = "single_choice"
    MULTIPLE = "multiple_choice"
    IMAGES = "image_choice"
    RATING = "rating"
    SCALE = "scale"
    YES_NO = "yes_no"
    MATRIX = "matrix"
    RANKING = "ranking"
    NUMBER = "number"
    DATE = "date"
    TEXT = "short_text"
    LONG_TEXT = "long_text"
    PLACE = "place"
    CONSENT = "consent"
    INFORMATION = "information"
    PAGE = "page"


class Look(StrEnum):
    """How a rating from 1 to 5 is drawn."""

    FACES = "faces"
    STARS = "stars"
    NUMBERS = "numbers"


# Sent by the tap on an answer.
ONE_TAP = frozenset({Kind.SINGLE, Kind.RATING, Kind.SCALE, Kind.YES_NO, Kind.IMAGES})
# Nobody answers them: they say something, or begin a page.
SILENT = frozenset({Kind.INFORMATION, Kind.PAGE})
WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT})
# Exactly one code, of those that the question has.
ONE_CODE = frozenset({Kind.SINGLE, Kind.RATING, Kind.SCALE, Kind.YES_NO, Kind.PLACE, Kind.CONSENT})
# The order of the choices, or the direction of the scale, may differ from person to person.
SHUFFLED = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.IMAGES, Kind.RANKING})
REVERSED = frozenset({Kind.RATING, Kind.SCALE, Kind.YES_NO})
# Compared by size.
ORDERED = frozenset({Kind.RATING, Kind.SCALE, Kind.NUMBER, Kind.DATE})
