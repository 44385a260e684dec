"""Numbers and days as people write them, and as they are stored."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from surveys.domain.invalid import InvalidAnswerError

LONGEST_NUMBER = 15
# Whoever writes 26 means 2026, or 1926: better to ask than to guess.
FIRST_YEAR = 1000


def number_in(text: str) -> Decimal:
    """A number as people write it: digits of any script, one comma or point, spaces between thousands."""
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    # U+066B and U+066C are the Arabic decimal and thousands separators.
    plain = "".join(digits.split()).replace("\u066c", "").replace("\u066b", ".").replace("\u2212", "-")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    if len(plain) > LONGEST_NUMBER or any(c not in "0123456789.-+" for c in plain):
        raise InvalidAnswerError(InvalidAnswerError.NO_NUMBER)
    try:
        return Decimal(plain)
    except InvalidOperation:
        raise InvalidAnswerError(InvalidAnswerError.NO_NUMBER) from None


def plain_number(number: Decimal) -> str:
    """Without an exponent and without zeros at the end: "12", "0.5"."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def date_in(text: str) -> date:
    """2026-11-25, or 25.11.2026 and 25/11/2026 with the day first; digits of any script."""
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    parts = digits.replace("/", "-").replace(".", "-").replace(" ", "").split("-")
    if len(parts) == 3 and len(parts[0]) < 3:
        parts.reverse()
    try:
        year, month, day = (int(part) for part in parts)
        found = date(year, month, day)
    except (ValueError, OverflowError):
        raise InvalidAnswerError(InvalidAnswerError.NO_DATE) from None
    if found.year < FIRST_YEAR:
        raise InvalidAnswerError(InvalidAnswerError.NO_DATE)
    return found
