"""Days relative to the day the demo is loaded, and how they read in each language."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# The running wave has been open for this long.
_OPEN_FOR = timedelta(days=19)
_SCHEDULED_IN = timedelta(days=7)
_CLOSED_EARLY = timedelta(days=4)

_WEEKDAY_NAMES = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
_MONTH_NAMES = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_DAY_WORDS = {
    "en": "{weekday} {day} {month}",
    "es": "{weekday} {day} de {month}",
    "ar": "{weekday} {day} {month}",
}
_PLACEHOLDER = re.compile(r"\{(day|month):([+-]?\d+)(?: (mon|tue|wed|thu|fri|sat|sun))?\}")


def day_of(today: date, offset: int, weekday: str | None = None) -> date:
    """The day `offset` days from today; with a weekday, the first such day from there on."""
    day = today + timedelta(days=offset)
    if weekday is None:
        return day
    return day + timedelta(days=(WEEKDAYS.index(weekday) - day.weekday()) % 7)


def fill(text: str, language: str, today: date) -> str:
    """Replaces {day:+9}, {day:+9 sat} and {month:-30} by words of the language."""

    def words(match: re.Match[str]) -> str:
        day = day_of(today, int(match[2]), match[3])
        month = _MONTH_NAMES[language].split()[day.month - 1]
        if match[1] == "month":
            return month
        weekday = _WEEKDAY_NAMES[language].split()[day.weekday()]
        return _DAY_WORDS[language].format(weekday=weekday, day=day.day, month=month)

    return _PLACEHOLDER.sub(words, text)


def months_back(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def wave_span(today: date, months_ago: int, state: str) -> tuple[date, date]:
    """First and last day of a wave. Every wave opens in another calendar month; the last day of an open,
    paused or scheduled wave is the planned one and lies ahead."""
    if state == "scheduled":
        opens = today + _SCHEDULED_IN
        return opens, months_back(opens, -1) - timedelta(days=1)
    anchor = today - _OPEN_FOR
    anchor = anchor.replace(day=min(anchor.day, 28))
    opens = months_back(anchor, months_ago)
    if state == "closed_early":
        return opens, min(today - _CLOSED_EARLY, months_back(anchor, months_ago - 1) - timedelta(days=1))
    return opens, months_back(anchor, months_ago - 1) - timedelta(days=1)
