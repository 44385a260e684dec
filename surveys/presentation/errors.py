"""What is said about an answer that does not fit its question."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.domain.invalid import InvalidAnswerError as Invalid


def what_is_wrong(error: Invalid) -> str:
    """One sentence, in the language of the moment, that says what to do."""
    return _SAID[error.args[0]](error)


def _plain(message: Callable[[], str]) -> Callable[[Invalid], str]:
    return lambda _error: message()


def _too_few(error: Invalid) -> str:
    limit = error.details["limit"]
    return ngettext("Choose at least %(limit)s answer.", "Choose at least %(limit)s answers.", limit) % {
        "limit": limit
    }


def _too_many(error: Invalid) -> str:
    limit = error.details["limit"]
    return ngettext("Choose at most %(limit)s answer.", "Choose at most %(limit)s answers.", limit) % {
        "limit": limit
    }


_SAID: dict[str, Callable[[Invalid], str]] = {
    Invalid.EMPTY: _plain(lambda: _("Choose or write an answer first.")),
    Invalid.ONE_ONLY: _plain(lambda: _("Choose one answer only.")),
    Invalid.UNKNOWN_CHOICE: _plain(lambda: _("This answer does not belong to the question.")),
    Invalid.NOT_WITH_OTHERS: lambda error: (
        _("“%(choice)s” stands alone: choose it or the others.") % {"choice": error.details["choice"]}
    ),
    Invalid.TOO_LONG: lambda error: (
        _("Please shorten your answer to %(limit)s characters.")
        % {"limit": number_format(error.details["limit"], use_l10n=True, force_grouping=True)}
    ),
    Invalid.TOO_FEW: _too_few,
    Invalid.TOO_MANY: _too_many,
    Invalid.NO_NUMBER: _plain(lambda: _("Write a number, such as 12.")),
    Invalid.WHOLE_NUMBER: _plain(lambda: _("Write a whole number, without decimals.")),
    Invalid.TOO_SMALL: lambda error: (
        _("Write a number that is not below %(limit)s.") % {"limit": number_format(error.details["limit"])}
    ),
    Invalid.TOO_LARGE: lambda error: (
        _("Write a number that is not above %(limit)s.") % {"limit": number_format(error.details["limit"])}
    ),
    Invalid.NO_DATE: _plain(lambda: _("Write a day, such as 25.11.2026.")),
    Invalid.TOO_EARLY: lambda error: (
        _("Choose a day that is not before %(limit)s.") % {"limit": date_format(error.details["limit"])}
    ),
    Invalid.TOO_LATE: lambda error: (
        _("Choose a day that is not after %(limit)s.") % {"limit": date_format(error.details["limit"])}
    ),
    Invalid.ROWS_LEFT: lambda error: (
        _("Choose an answer in each row; “%(row)s” has none yet.") % {"row": error.details["row"]}
    ),
    Invalid.SAME_PLACE: _plain(lambda: _("Give each place to one answer only.")),
    Invalid.GAP_IN_PLACES: _plain(lambda: _("Begin with the first place and leave none out.")),
    Invalid.NO_POINT: _plain(lambda: _("This is no point on the map. Choose a district from the list.")),
    Invalid.OTHER_WITHOUT_WORDS: _plain(lambda: _("Say in your own words what “Other” is.")),
    Invalid.CONSENT_NEEDED: _plain(lambda: _("Tick the box to go on. Without it nothing can be sent.")),
}
