from __future__ import annotations

import pytest

from surveys.domain.disclosure import (
    MINIMUM_PEOPLE,
    Bound,
    Standing,
    people_word,
    percent_word,
    publishable,
    refresh_due,
    rounded_people,
)


def test_nothing_is_shown_below_thirty_people():
    assert MINIMUM_PEOPLE == 30
    assert [people for people in range(200) if publishable(people)] == list(range(30, 200))


@pytest.mark.parametrize(
    ("people", "standing", "number"),
    [
        pytest.param(0, Standing.TOO_FEW, 0, id="nobody"),
        pytest.param(9, Standing.TOO_FEW, 0, id="nine_stay_unsaid"),
        pytest.param(10, Standing.COLLECTING, 10, id="more_than_ten"),
        pytest.param(19, Standing.COLLECTING, 10, id="nineteen_is_more_than_ten"),
        pytest.param(29, Standing.COLLECTING, 20, id="one_short_of_showing"),
        pytest.param(30, Standing.EARLY, 30, id="first_showing"),
        pytest.param(99, Standing.EARLY, 90, id="last_early_signal"),
        pytest.param(100, Standing.SETTLED, 100, id="first_settled"),
        pytest.param(1_284, Standing.SETTLED, 1_200, id="two_digits_above_a_thousand"),
    ],
)
def test_how_many_people_answered_is_said_coarsely(people, standing, number):
    assert people_word(people) == (standing, number)


@pytest.mark.parametrize(
    ("people", "rounded"),
    [(7, 0), (30, 30), (999, 990), (1_000, 1_000), (1_099, 1_000), (9_999, 9_900), (123_456, 120_000)],
)
def test_people_are_rounded_down(people, rounded):
    assert rounded_people(people) == rounded


def test_rounding_never_adds_people_and_never_goes_back():
    rounded = [rounded_people(people) for people in range(20_000)]
    assert all(shown <= people for people, shown in enumerate(rounded))
    assert rounded == sorted(rounded)


@pytest.mark.parametrize(
    ("share", "bound", "number"),
    [
        pytest.param(0.0, Bound.UNDER, 1, id="nobody_is_not_singled_out"),
        pytest.param(0.0099, Bound.UNDER, 1, id="under_one"),
        pytest.param(0.01, Bound.ABOUT, 1, id="one"),
        pytest.param(0.125, Bound.ABOUT, 13, id="half_goes_up"),
        pytest.param(0.4104549855, Bound.ABOUT, 41, id="no_decimals"),
        pytest.param(0.99, Bound.ABOUT, 99, id="ninety_nine"),
        pytest.param(0.996, Bound.OVER, 99, id="nearly_everyone_is_not_everyone"),
        pytest.param(1.0, Bound.OVER, 99, id="everyone_is_not_singled_out"),
    ],
)
def test_shares_are_said_in_whole_percents(share, bound, number):
    assert percent_word(share) == (bound, number)


@pytest.mark.parametrize(
    ("people", "published", "due"),
    [
        pytest.param(39, 30, False, id="nine_new_people_wait"),
        pytest.param(40, 30, True, id="ten_new_people_are_news"),
        pytest.param(35, 40, False, id="five_set_aside_wait"),
        pytest.param(30, 40, True, id="ten_set_aside_are_news"),
    ],
)
def test_figures_are_renewed_in_steps_so_one_answer_cannot_be_read_off(people, published, due):
    assert refresh_due(people, published) is due
