"""The words of groups of numbers and days, in the language of the moment."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from surveys.domain.bands import MONTH, YEAR, Band, bands_of
from surveys.domain.counting import Part, parts_of
from surveys.domain.kinds import Kind
from surveys.domain.questions import Question


def worded_parts(question: Question, seen: Collection[str] = ()) -> tuple[Part, ...]:
    """The parts of `question` with words for every choice; `seen` as for `parts_of`."""
    parts = parts_of(question, seen)
    if question.kind is Kind.NUMBER:
        words = {band.code: band_label(band) for band in bands_of(question)}
        return tuple(_with_words(part, words) for part in parts)
    if question.kind is Kind.DATE:
        return tuple(
            _with_words(part, {choice.code: period_label(choice.code) for choice in part.choices})
            for part in parts
        )
    return parts


def _with_words(part: Part, words: dict[str, str]) -> Part:
    return replace(part, choices=tuple(replace(choice, label=words[choice.code]) for choice in part.choices))


def band_label(band: Band) -> str:
    """ "18–29", "under 18", "65 or more"; with decimals "2.5 to under 5"."""
    if band.lower is None:
        return _("under %(limit)s") % {"limit": _number(band.upper)}
    if band.upper is None:
        return _("%(limit)s or more") % {"limit": _number(band.lower)}
    limits = {"low": _number(band.lower), "high": _number(band.upper)}
    if band.last is None:
        return _("%(low)s to under %(high)s") % limits
    if band.last == band.lower:
        return _number(band.lower)
    limits["high"] = _number(band.last)
    # A dash beside a minus is hard to read.
    return _("%(low)s to %(high)s") % limits if band.lower < 0 else "{low}–{high}".format(**limits)


def _number(number: Decimal | None) -> str:
    return number_format(number, force_grouping=True) if number is not None else ""


def period_label(code: str) -> str:
    """ "October 2026" for a month, "2026" for a year, "2020–2029" for a decade."""
    if len(code) == MONTH:
        year, month = (int(part) for part in code.split("-"))
        return date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
    if len(code) == YEAR:
        return code
    return f"{code.ljust(YEAR, '0')}–{code.ljust(YEAR, '9')}"
