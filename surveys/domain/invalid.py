from __future__ import annotations

from typing import Any


class InvalidAnswerError(ValueError):
    """The answer does not fit the question. `args[0]` is one of the class's codes, for wording elsewhere;
    `details` are what the wording needs, `part` is where in the question it is."""

    EMPTY = "empty"
    ONE_ONLY = "one_only"
    UNKNOWN_CHOICE = "unknown_choice"
    NOT_WITH_OTHERS = "not_with_others"
    TOO_LONG = "too_long"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NO_NUMBER = "no_number"
    WHOLE_NUMBER = "whole_number"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NO_DATE = "no_date"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    ROWS_LEFT = "rows_left"
    SAME_PLACE = "same_place"
    GAP_IN_PLACES = "gap_in_places"
    NO_POINT = "no_point"
    OTHER_WITHOUT_WORDS = "other_without_words"
    CONSENT_NEEDED = "consent_needed"

    def __init__(self, code: str, *, part: str = "", **details: Any) -> None:
        super().__init__(code)
        self.part, self.details = part, details
