"""What a question asks for beyond its words, in one sentence beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.domain.kinds import Kind
from surveys.domain.questions import Question


def advice_for(question: Question) -> str:
    """In the language of the moment; empty where the kind says enough."""
    if question.several:
        return _choices(question)
    return _BY_KIND[question.kind](question) if question.kind in _BY_KIND else ""


def _choices(question: Question) -> str:
    low, high = question.settings.fewest, question.settings.most
    if low and high and low == high:
        return ngettext("Choose %(number)s answer.", "Choose %(number)s answers.", low) % {"number": low}
    if low and high:
        return _("Choose %(low)s to %(high)s answers.") % {"low": low, "high": high}
    if low:
        return ngettext("Choose at least %(limit)s answer.", "Choose at least %(limit)s answers.", low) % {
            "limit": low
        }
    if high:
        return ngettext("Choose at most %(limit)s answer.", "Choose at most %(limit)s answers.", high) % {
            "limit": high
        }
    return _("Choose all that apply.")


def _ranking(question: Question) -> str:
    low, high = question.settings.fewest, question.settings.most
    all_of_them = len(question.choices)
    if low and low >= (high or all_of_them):
        return _("Give %(number)s answers a place, the most important the first.") % {"number": low}
    if low and high:
        return _("Give %(low)s to %(high)s answers a place, the most important the first.") % {
            "low": low,
            "high": high,
        }
    if low:
        return _("Give at least %(number)s answers a place, the most important the first.") % {"number": low}
    if high:
        return _("Give up to %(number)s answers a place, the most important the first.") % {"number": high}
    return _("Give answers a place, the most important the first.")


def _number(question: Question) -> str:
    low, high = question.settings.minimum, question.settings.maximum
    limits = {
        "low": number_format(low) if low is not None else "",
        "high": number_format(high) if high is not None else "",
    }
    if low is not None and high is not None:
        return _("From %(low)s to %(high)s.") % limits
    if low is not None:
        return _("%(low)s or more.") % limits
    return _("%(high)s or less.") % limits if high is not None else ""


def _date(question: Question) -> str:
    first, last = question.settings.earliest, question.settings.latest
    limits = {"first": date_format(first) if first else "", "last": date_format(last) if last else ""}
    if first and last:
        return _("From %(first)s to %(last)s.") % limits
    if first:
        return _("%(first)s or later.") % limits
    return _("%(last)s or earlier.") % limits if last else ""


def _words(question: Question) -> str:
    return _("Up to %(limit)s characters.") % {
        "limit": number_format(question.longest, use_l10n=True, force_grouping=True)
    }


def _rows(question: Question) -> str:
    return _("Choose one answer in each row.")


_BY_KIND: Mapping[Kind, Callable[[Question], str]] = {
    Kind.RANKING: _ranking,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.TEXT: _words,
    Kind.LONG_TEXT: _words,
    Kind.MATRIX: _rows,
}
