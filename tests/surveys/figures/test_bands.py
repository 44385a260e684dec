"""The groups in which numbers and days are counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from surveys.domain.bands import bands_of, code_of_number, periods_of
from surveys.domain.kinds import Kind
from surveys.domain.questions import Question, Settings
from surveys.queries.labels import band_label, period_label


def number(**settings):
    numbers = {name: Decimal(value) if isinstance(value, str) else value for name, value in settings.items()}
    if "bands" in numbers:
        numbers["bands"] = tuple(Decimal(limit) for limit in settings["bands"])
    return Question("q", "n", Kind.NUMBER, "How many?", "en", settings=Settings(**numbers))


def labels(question, language="en"):
    with translation.override(language):
        return [band_label(band) for band in bands_of(question)]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(
            {"bands": ["18", "30", "65"]}, ["under 18", "18–29", "30–64", "65 or more"], id="own_limits"
        ),
        pytest.param(
            {"bands": ["18", "30"], "minimum": "18"}, ["18–29", "30 or more"], id="nothing_below_the_first"
        ),
        pytest.param({"minimum": "0", "maximum": "3"}, ["0", "1", "2", "3"], id="few_whole_numbers"),
        pytest.param(
            {"minimum": "0", "maximum": "100"},
            ["0–19", "20–39", "40–59", "60–79", "80–100"],
            id="the_largest_is_in_the_last",
        ),
        pytest.param(
            {"minimum": "18", "maximum": "90"},
            ["18–19", "20–29", "30–39", "40–49", "50–59", "60–69", "70–79", "80–90"],
            id="the_first_begins_with_the_smallest",
        ),
        pytest.param(
            {"minimum": "0", "maximum": "10", "decimals": True},
            ["0 to under 2", "2 to under 4", "4 to under 6", "6 to under 8", "8 or more"],
            id="decimals",
        ),
        pytest.param(
            {"minimum": "-10", "maximum": "10"},
            ["-10 to -6", "-5 to -1", "0–4", "5–10"],
            id="below_zero",
        ),
        pytest.param(
            {"bands": ["1000", "2000"]}, ["under 1,000", "1,000–1,999", "2,000 or more"], id="large"
        ),
    ],
)
def test_numbers_are_shown_in_groups_that_read_at_a_glance(settings, expected):
    assert labels(number(**settings)) == expected


def test_numbers_without_bounds_are_grouped_in_steps_of_one_two_and_five():
    anything = number()
    assert labels(anything)[:7] == ["under 0", "0", "1", "2–4", "5–9", "10–19", "20–49"]
    assert labels(anything)[-1] == "1,000,000 or more"
    assert labels(number(minimum="7"))[0] == "7–9"
    assert labels(number(maximum="12"))[-1] == "10–12"


@pytest.mark.parametrize(
    ("settings", "given", "code"),
    [
        ({"bands": ["18", "30"]}, "17", "below"),
        ({"bands": ["18", "30"]}, "18", "b18"),
        ({"bands": ["18", "30"]}, "29", "b18"),
        ({"minimum": "0", "maximum": "100"}, "100", "b80"),
        ({"minimum": "-10", "maximum": "10"}, "-6", "b-10"),
        ({"minimum": "0", "maximum": "10", "decimals": True}, "1.99", "b0"),
        ({}, "-3", "below"),
        ({}, "4000000", "b1000000"),
    ],
)
def test_a_number_belongs_to_the_group_that_says_so(settings, given, code):
    assert code_of_number(number(**settings), Decimal(given)) == code


@pytest.mark.parametrize(
    "settings", [{}, {"minimum": "7"}, {"maximum": "12"}, {"minimum": "3", "maximum": "77"}]
)
def test_every_number_within_the_bounds_belongs_to_a_group_that_is_shown(settings):
    question = number(**settings)
    shown = {band.code for band in bands_of(question)}
    low, high = (int(settings.get(name, usual)) for name, usual in (("minimum", -5), ("maximum", 300)))
    assert {code_of_number(question, Decimal(value)) for value in range(low, high + 1)} <= shown


def test_months_are_shown_one_by_one_with_the_empty_ones_between():
    assert periods_of({"2026-02", "2025-11"}) == ("2025-11", "2025-12", "2026-01", "2026-02")
    assert periods_of(()) == ()


def test_more_than_two_years_are_shown_by_year_and_more_than_24_years_by_decade():
    assert periods_of({"2024-01", "2025-12"})[0] == "2024-01"
    assert periods_of({"2024-01", "2026-01"}) == ("2024", "2025", "2026")
    assert periods_of({"1987-05", "2011-01"}) == ("198", "199", "200", "201")
    assert [period_label(code) for code in ("2026-10", "2026", "198", "19")] == [
        *("October 2026", "2026", "1980–1989", "1900–1999")
    ]
