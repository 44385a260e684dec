from __future__ import annotations

import math

import pytest

from surveys.domain.estimates import Interval, share, wilson

# Limits by R 4.2.2, prop.test(correct = FALSE): datasets::UCBAdmissions and edge counts.
R_LIMITS = [
    pytest.param(512, 825, 0.587008020583, 0.653086146863, id="berkeley_men_a"),
    pytest.param(89, 108, 0.741504593795, 0.88438137674, id="berkeley_women_a"),
    pytest.param(17, 25, 0.484102692731, 0.827948096931, id="berkeley_women_b"),
    pytest.param(120, 325, 0.318575853453, 0.422940923948, id="berkeley_men_c"),
    pytest.param(22, 373, 0.039269597424, 0.0876842121977, id="berkeley_men_f"),
    pytest.param(24, 341, 0.0477489412779, 0.102585241271, id="berkeley_women_f"),
    pytest.param(0, 1, 0, 0.793450685623, id="nobody_of_one"),
    pytest.param(1, 1, 0.206549314377, 1, id="everyone_of_one"),
    pytest.param(0, 5, 0, 0.434482464783, id="nobody_of_five"),
    pytest.param(5, 5, 0.565517535217, 1, id="everyone_of_five"),
    pytest.param(1, 9, 0.0198908876385, 0.434999705577, id="one_of_nine"),
    pytest.param(0, 30, 0, 0.113513393174, id="nobody_of_thirty"),
    pytest.param(30, 30, 0.886486606826, 1, id="everyone_of_thirty"),
    pytest.param(1, 10_000_000, 1.76524557116e-08, 5.66493201961e-07, id="one_of_ten_million"),
    pytest.param(5_000_000, 10_000_000, 0.499690102543, 0.500309897457, id="half_of_ten_million"),
]

# Counts published by the City of Kansas City, Missouri, resident survey 2021/2022;
# limits by statsmodels (method="wilson"), ten decimals.
KANSAS_CITY_LIMITS = [
    pytest.param(67, 1033, 0.0513948186, 0.0815488033, id="services_very_dissatisfied_2021"),
    pytest.param(424, 1033, 0.3808427457, 0.4407307471, id="services_satisfied_2021"),
    pytest.param(15, 1033, 0.0088192873, 0.0238197035, id="services_dont_know_2021"),
    pytest.param(480, 976, 0.4605326955, 0.5231381322, id="services_satisfied_with_opinion_2022"),
    pytest.param(4, 1033, 0.0015068287, 0.0099138748, id="streets_dont_know_2021"),
    pytest.param(708, 984, 0.6906312176, 0.7466859208, id="visited_website_2022"),
    pytest.param(246, 954, 0.2311120693, 0.2865534110, id="did_not_visit_website_with_opinion_2022"),
]


@pytest.mark.parametrize(("count", "n", "low", "high"), R_LIMITS)
def test_likely_range_agrees_with_r(count, n, low, high):
    assert wilson(count, n) == pytest.approx((low, high), rel=1e-9, abs=1e-15)


@pytest.mark.parametrize(("count", "n", "low", "high"), KANSAS_CITY_LIMITS)
def test_likely_range_agrees_with_statsmodels(count, n, low, high):
    assert wilson(count, n) == pytest.approx((low, high), abs=5e-11)


@pytest.mark.parametrize("n", [1, 2, 3, 7, 30, 49, 1_000, 123_457, 10**9])
def test_range_ends_exactly_at_nobody_and_at_everybody(n):
    assert wilson(0, n).low == 0.0
    assert wilson(n, n).high == 1.0


@pytest.mark.parametrize("n", [1, 4, 29, 30, 250])
def test_range_of_any_count_lies_around_its_share_and_mirrors_the_rest(n):
    for count in range(n + 1):
        low, high = wilson(count, n)
        assert 0 <= low <= share(count, n) <= high <= 1
        assert low < high
        assert (1 - high, 1 - low) == pytest.approx(wilson(n - count, n), abs=1e-12)


def test_more_people_make_the_range_narrower():
    widths = [high - low for low, high in (wilson(n * 0.4, n) for n in (10, 30, 100, 1_000, 10_000))]
    assert widths == sorted(widths, reverse=True)


def test_weighted_counts_may_be_fractions():
    low, high = wilson(40.5, 101.25)
    assert low < 0.4 < high


def test_another_certainty_gives_another_range():
    # R 4.2.2, prop.test(512, 825, conf.level = 0.9, correct = FALSE) is inside the 95% range.
    narrow, usual = wilson(512, 825, z=1.6448536269514722), wilson(512, 825)
    assert usual.low < narrow.low < narrow.high < usual.high


def test_nobody_asked_means_no_share_and_no_range():
    assert share(0, 0) is None
    assert wilson(0, 0) is None


def test_range_is_read_by_name():
    assert wilson(5, 5)._fields == Interval._fields == ("low", "high")


@pytest.mark.parametrize(
    ("count", "n"),
    [
        pytest.param(-1, 10, id="negative_count"),
        pytest.param(11, 10, id="more_than_everyone"),
        pytest.param(0, -1, id="negative_base"),
        pytest.param(math.nan, 10, id="count_not_a_number"),
        pytest.param(1, math.nan, id="base_not_a_number"),
        pytest.param(1, math.inf, id="endless_base"),
    ],
)
@pytest.mark.parametrize("function", [share, wilson])
def test_impossible_counts_are_refused(function, count, n):
    with pytest.raises(ValueError, match="count"):
        function(count, n)
