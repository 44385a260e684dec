"""What the staff of a department see and take away of each kind of question."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from django.utils import timezone

from portal.core.districts.services import import_districts
from portal.core.exports import csv_lines
from surveys.domain.drawing import Drawn
from surveys.models import PlaceAnswer
from surveys.queries import (
    answer_columns,
    iter_answer_rows,
    iter_point_rows,
    iter_text_rows,
    live_figures,
    points_in,
    results_of,
    some_texts,
    staff_results,
)
from tests.surveys.every_kind import NORTHMERE, open_every_kind
from tests.surveys.figures.filling import fill_every_kind
from tests.surveys.figures.sheets import asked, fill
from tests.surveys.making import choices, open_survey, question

pytestmark = pytest.mark.django_db


def live(survey):
    [found] = live_figures(survey, survey.waves.get(), "en")
    return found


def rows_of(survey):
    columns = answer_columns(survey)
    text = "".join(csv_lines(columns.header, iter_answer_rows(survey, columns)))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def exact(survey):
    return [(one.question, one.base, one.n, one.choice, one.count) for one in staff_results(survey)]


@pytest.fixture
def street(parks):
    """A matrix of two rows, answered by three people."""
    rows, columns = choices("Lighting", "Pavement"), choices("Bad", "Good")
    survey = open_survey(parks, question("matrix", "How good?", name="street", rows=rows, choices=columns))
    fill(survey, {"1": "1", "2": "2"}, 2)
    fill(survey, {"1": "2"})
    return survey


def test_each_row_of_a_matrix_has_exact_shares_and_a_name_of_its_own(street):
    lighting, pavement = live(street).parts
    assert [(share.label, share.count) for share in lighting.bases[0].shares] == [("Bad", 2), ("Good", 1)]
    assert (lighting.bases[0].people, pavement.bases[0].people) == (3, 2)
    assert exact(street) == [
        ("street.1", "all who answered", 3, "1:1", 2),
        ("street.1", "all who answered", 3, "1:2", 1),
        ("street.2", "all who answered", 2, "2:1", 0),
        ("street.2", "all who answered", 2, "2:2", 2),
    ]


def test_the_answer_sheets_have_a_column_for_each_row_of_a_matrix(street):
    rows = [(row["street.1"], row["street.2"]) for row in rows_of(street)]
    assert sorted(rows) == [("1", "2"), ("1", "2"), ("2", "")]


def test_a_ranking_has_average_places_and_every_place_in_the_file(parks):
    survey = open_survey(parks, question("ranking", "First?", name="first", choices=choices("A", "B")))
    fill(survey, ["2", "1"], 3)
    fill(survey, ["1"])
    places = [(place.choice.label, place.people, place.mean) for place in live(survey).places]
    assert places == [("B", 3, Decimal(1)), ("A", 4, Decimal("1.75"))]
    assert [(choice, count) for *_, choice, count in exact(survey)] == [
        *(("1:1", 1), ("2:1", 3)),
        *(("1:2", 3), ("2:2", 0)),
    ]
    assert sorted(row["first"] for row in rows_of(survey)) == ["1", "2 1", "2 1", "2 1"]


def test_numbers_have_a_mean_a_median_and_stay_numbers_in_the_file(parks):
    survey = open_survey(parks, question("number", "How warm?", name="warm", decimals=True))
    for number in ("-5", "1.5", "2", "8"):
        fill(survey, number)
    found = live(survey).numbers
    assert (found.mean, found.median) == (Decimal("1.625"), Decimal("1.75"))
    assert (found.smallest, found.largest) == (-5, 8)
    assert sorted(row["warm"] for row in rows_of(survey)) == ["-5", "1.5", "2", "8"]


def test_days_are_counted_by_month_and_exported_as_days(parks):
    survey = open_survey(parks, question("date", "When?", name="day"))
    fill(survey, "2026-10-03", 2)
    fill(survey, "2026-11-01")
    assert [(choice, count) for *_, choice, count in exact(survey)] == [("2026-10", 2), ("2026-11", 1)]
    assert [row["day"] for row in rows_of(survey)].count("2026-10-03") == 2


def test_two_wordings_stand_side_by_side(parks):
    survey = open_survey(
        parks, question("yes_no", "Too dark?", name="dark", other_wording="Bright enough?", dont_know=False)
    )
    fill(survey, "yes", 3, drawn=Drawn("a"))
    fill(survey, "no", drawn=Drawn("a"))
    fill(survey, "no", 2, drawn=Drawn("b"))
    varying = live(survey).varying
    assert [(arm.wording, arm.people) for arm in varying.arms] == [("Too dark?", 4), ("Bright enough?", 2)]
    assert varying.tables[0].rows == (("Yes", (75.0, 0.0)), ("No", (25.0, 100.0)))
    assert varying.placed == 0
    assert sorted((row["dark"], row["dark.arm"]) for row in rows_of(survey)) == [
        *(("no", "a"), ("no", "b"), ("no", "b")),
        *(("yes", "a"), ("yes", "a"), ("yes", "a")),
    ]
    assert "dark.positions" not in rows_of(survey)[0]


def test_a_shuffled_list_tells_how_often_the_first_was_chosen(parks):
    survey = open_survey(
        parks,
        question(
            "single_choice",
            "How?",
            name="how",
            choices=choices("A", "B", "C", "D"),
            shuffle=True,
            dont_know=True,
        ),
    )
    fill(survey, "1", 2, drawn=Drawn("", ("1", "2", "3", "4", "dk")))
    fill(survey, "1", 2, drawn=Drawn("", ("2", "1", "3", "4", "dk")))
    fill(survey, "dk", drawn=Drawn("", ("2", "1", "3", "4", "dk")))
    varying = live(survey).varying
    assert (varying.placed, varying.first, varying.by_chance) == (4, 50, 25)
    assert sorted(row["how.positions"] for row in rows_of(survey)) == ["1", "1", "2", "2", "5"]


def test_what_was_written_beside_other_is_listed_and_exported_apart(parks):
    survey = open_survey(
        parks, question("single_choice", "How?", name="how", choices=choices("A", "B"), other=True)
    )
    fill(survey, {"": "other", "other": "=By boat"})
    assert live(survey).takes_texts
    assert list(some_texts(survey.waves.get()).values()) == [["=By boat"]]
    rows = list(iter_text_rows(survey))
    assert [row[1:] for row in rows] == [["how.other", "en", "=By boat"]]
    assert "'=By boat" in "".join(csv_lines(["wave", "question", "language", "text"], rows))


def test_points_of_one_place_are_counted_together_and_exported_apart_from_the_sheets(parks):
    import_districts(data=NORTHMERE.read_bytes())
    survey = open_survey(parks, question("place", "Where?", name="where", point=True))
    code = asked(survey).in_language("en").codes[0]
    fill(survey, {"": code, "point": "-1.50149,53.4"}, 2)
    fill(survey, {"": code, "point": "-1.6,53.4"})
    [found] = points_in(survey.waves.get()).values()
    assert sorted((float(one.longitude), one.people) for one in found) == [(-1.6, 1), (-1.501, 2)]
    rows = list(iter_point_rows(survey))
    assert [row[1] for row in rows] == ["where"] * PlaceAnswer.objects.count()
    assert "-1.600" in "".join(csv_lines(["wave", "question", "longitude", "latitude"], rows))
    assert list(rows_of(survey)[0]) == ["response", "wave", "channel", "where"]


def test_no_number_of_questions_and_people_makes_more_queries(
    parks, django_assert_max_num_queries, django_assert_num_queries
):
    survey = open_every_kind(parks)
    fill_every_kind(survey, 60)
    wave = survey.waves.get()
    with django_assert_num_queries(3):
        assert len(results_of(survey, "en", timezone.now())) > 10
    with django_assert_max_num_queries(5):
        live_figures(survey, wave, "en")
    with django_assert_max_num_queries(4):
        staff_results(survey)


def test_the_page_of_results_needs_a_fixed_number_of_queries(parks, client, django_assert_max_num_queries):
    survey = open_every_kind(parks)
    fill_every_kind(survey, 60)
    address = "/en/departments/parks/every-kind/results/"
    client.get(address)
    with django_assert_max_num_queries(24):
        text = client.get(address).content.decode()
    assert "On average" in text
    assert "What would you change about the plan?" not in text
