from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from surveys.xlsforms.limits import (
    Limits,
    choice_constraint,
    choice_limits,
    day_constraint,
    day_limits,
    number_constraint,
    number_limits,
)


@pytest.mark.parametrize(
    ("text", "low", "high", "left"),
    [
        (". >= 0 and . <= 120", 0, 120, False),
        ("0 <= . and . <= 120", 0, 120, False),
        (". > 0 and . < 10", 1, 9, False),
        (". >= 0 and . >= -5", 0, None, False),
        (". <= 120 and regex(., '[0-9]+')", None, 120, True),
        (". > 0.5", None, None, True),
        (". >= 5 and . <= 3", None, None, True),
        (". = 3", None, None, True),
        (". <= ${other}", None, None, True),
        (". >= 0 or . <= 120", None, None, True),
        (". <= 99999999999", None, None, True),
        ("not an expression", None, None, True),
    ],
)
def test_limits_of_whole_numbers(text, low, high, left):
    expected = [None if end is None else Decimal(end) for end in (low, high)]
    limits = number_limits(text, decimals=False)
    assert [limits.minimum, limits.maximum, limits.left] == [*expected, left]


def test_decimals_know_no_neighbour():
    assert number_limits(". > 10.51 and . <= 18.39", decimals=True) == Limits(
        maximum=Decimal("18.39"), left=True
    )
    assert number_limits(". >= 0.0001", decimals=True) == Limits(left=True)


@pytest.mark.parametrize(
    ("text", "first", "last", "left"),
    [
        (". >= '2024-01-01' and . <= date('2024-12-31')", "2024-01-01", "2024-12-31", False),
        (". > '2024-02-28'", "2024-02-29", None, False),
        (". >= today()", None, None, True),
        (". >= '2024-13-01'", None, None, True),
        (". >= '2025-01-01' and . <= '2024-01-01'", None, None, True),
    ],
)
def test_limits_of_days(text, first, last, left):
    expected = [date.fromisoformat(day) if day else None for day in (first, last)]
    limits = day_limits(text)
    assert [limits.earliest, limits.latest, limits.left] == [*expected, left]


@pytest.mark.parametrize(
    ("text", "fewest", "most", "left"),
    [
        ("count-selected(.) >= 2", 2, None, False),
        ("count-selected(.) <= 3 and count-selected(.) > 0", 1, 3, False),
        ("4 > count-selected(.)", None, 3, False),
        ("count-selected(.) = 2", 2, 2, False),
        ("count-selected(.) >= 0", None, None, False),
        ("count-selected(.) < 1", None, None, True),
        ("count-selected(.) >= 3 and count-selected(.) <= 2", None, None, True),
        ("count-selected(.) >= 101", None, None, True),
        ("not(selected(., 'none') and count-selected(.) > 1)", None, None, False),
        ("not(selected(., 'nothing') and count-selected(.) > 1)", None, None, True),
        ("not(selected(., 'c') and selected(., 'd'))", None, None, True),
        ("selected(., 'a')", None, None, True),
    ],
)
def test_limits_of_choices(text, fewest, most, left):
    assert choice_limits(text) == Limits(fewest=fewest, most=most, left=left)


@pytest.mark.parametrize("fewest", [None, 1, 2])
@pytest.mark.parametrize("most", [None, 3])
@pytest.mark.parametrize("exclusive", [(), ("dk",), ("none", "dk")])
def test_limits_of_choices_are_read_back_as_written(fewest, most, exclusive):
    text = choice_constraint(fewest, most, exclusive)
    expected = Limits(fewest=fewest, most=most)
    assert (choice_limits(text) if text else Limits()) == expected


def test_limits_of_numbers_and_days_are_read_back_as_written():
    numbers = Decimal("-0.5"), Decimal(80)
    assert number_limits(number_constraint(*numbers), decimals=True) == Limits(*numbers)
    days = date(2020, 1, 1), date(2026, 12, 31)
    assert day_limits(day_constraint(*days)) == Limits(earliest=days[0], latest=days[1])
    assert number_constraint(None, None) == ""
