"""What everyone sees of each kind of question: published counts only."""

from __future__ import annotations

import pytest
from django.utils import timezone

from portal.core.districts.services import import_districts
from surveys.domain.disclosure import Standing
from surveys.models import Tally
from surveys.queries import figure_of, results_of, withheld_questions
from surveys.services.waves import close_wave_early
from tests.surveys.editing import raw, republish
from tests.surveys.every_kind import NORTHMERE
from tests.surveys.figures.sheets import asked, fill, only_result, percents
from tests.surveys.making import choices, open_survey, question, rating

pytestmark = pytest.mark.django_db


def newest(survey, part=0):
    return only_result(survey).parts[part].newest


@pytest.fixture
def street(parks):
    """A matrix of two rows."""
    rows, columns = choices("Lighting", "Pavement"), choices("Bad", "Good")
    return open_survey(parks, question("matrix", "How good?", rows=rows, choices=columns, dont_know=True))


def test_each_row_of_a_matrix_rests_on_those_who_answered_it(street):
    fill(street, {"1": "1", "2": "2"}, 20)
    fill(street, {"1": "2"}, 20)
    lighting, pavement = only_result(street).parts
    assert percents(lighting.newest) == {"Bad": 50, "Good": 50, "I don’t know": 1}
    assert lighting.newest.people == (Standing.EARLY, 40)
    assert (pavement.newest, pavement.figures[0].people) == (None, (Standing.COLLECTING, 20))


def test_a_row_moves_only_when_ten_more_have_answered_that_row(street):
    fill(street, {"1": "1", "2": "1"}, 30)
    before = only_result(street).parts[1]
    fill(street, {"1": "2"}, 9)
    fill(street, {"1": "2", "2": "2"})
    lighting, pavement = only_result(street).parts
    assert percents(lighting.newest)["Bad"] == 75
    assert pavement.figures == before.figures
    fill(street, {"2": "2"}, 9)
    assert percents(only_result(street).parts[1].newest)["Bad"] == 75


def test_a_row_that_few_answered_stays_hidden_at_the_close(street):
    fill(street, {"1": "1", "2": "1"}, 12)
    fill(street, {"1": "2"}, 24)
    close_wave_early(wave=street.waves.get(), reason={"en": "Done"}, now=timezone.now())
    published = dict(Tally.objects.values_list("code", "published"))
    assert (published[""], published["1:"], published["1:2"]) == (36, 36, 24)
    assert (published["2:"], published["2:1"]) == (0, 0)


def test_a_ranking_shows_first_places_and_the_average_place(parks):
    listed = choices("Trees", "Benches", "Lights")
    survey = open_survey(parks, question("ranking", "What first?", choices=listed))
    fill(survey, ["1", "2"], 30)
    fill(survey, ["2", "1", "3"], 10)
    figure = newest(survey)
    assert percents(figure) == {"Trees": 75, "Benches": 25, "Lights": 1}
    assert [(place.label, place.tenths, place.people.number) for place in figure.places] == [
        ("Trees", 13, 40),
        ("Benches", 18, 40),
    ]
    assert figure_of(asked(survey), timezone.now()) is None


def test_a_rating_and_a_scale_have_a_mean_of_those_with_an_opinion(parks):
    survey = open_survey(parks, rating(), slug="rating")
    fill(survey, "4", 30)
    fill(survey, "1", 5)
    fill(survey, "dk", 5)
    assert newest(survey).tenths == 36
    likely = open_survey(parks, question("scale", "How likely?", label_0="No", label_10="Yes"), slug="scale")
    fill(likely, "10", 33)
    fill(likely, "7", 7)
    assert newest(likely).tenths == 95
    assert (percents(newest(likely))["10 – Yes"], percents(newest(likely))["7"]) == (83, 18)


def test_a_mean_of_fewer_than_thirty_opinions_is_not_shown(parks):
    survey = open_survey(parks, rating())
    fill(survey, "4", 29)
    fill(survey, "dk", 11)
    assert newest(survey).published
    assert newest(survey).tenths is None


def test_numbers_are_shown_in_groups_with_the_one_of_the_median(parks):
    survey = open_survey(parks, question("number", "How old?", bands="18, 30, 65"))
    fill(survey, "17", 10)
    fill(survey, "44", 20)
    fill(survey, "64", 5)
    fill(survey, "65", 5)
    assert percents(newest(survey)) == {"under 18": 25, "18–29": 1, "30–64": 63, "65 or more": 13}
    assert newest(survey).middle == "30–64"


def test_numbers_without_bounds_are_shown_from_the_smallest_to_the_largest_group(parks):
    survey = open_survey(parks, question("number", "How many?"))
    fill(survey, "0", 15)
    fill(survey, "3", 15)
    assert list(percents(newest(survey))) == ["0", "1", "2–4"]


def test_days_are_shown_by_month_and_by_year_where_they_are_many(parks):
    survey = open_survey(parks, question("date", "When?"))
    fill(survey, "2026-08-03", 15)
    fill(survey, "2026-10-03", 15)
    figure = newest(survey)
    assert percents(figure) == {"August 2026": 50, "September 2026": 1, "October 2026": 50}
    fill(survey, "2023-01-01", 10)
    assert percents(newest(survey)) == {"2023": 25, "2024": 1, "2025": 1, "2026": 75}


def test_a_month_that_is_not_published_yet_is_not_on_the_axis(parks):
    survey = open_survey(parks, question("date", "When?"))
    fill(survey, "2026-08-03", 30)
    fill(survey, "1987-10-03")
    assert list(percents(newest(survey))) == ["August 2026"]


def test_places_are_shown_by_district(parks):
    import_districts(data=NORTHMERE.read_bytes())
    survey = open_survey(parks, question("place", "Where?", dont_know=True))
    first, second = asked(survey).in_language("en").choices[:2]
    fill(survey, first.code, 30)
    fill(survey, second.code, 10)
    shares = percents(newest(survey))
    assert (shares[first.label], shares[second.label]) == (75, 25)


def test_words_and_consent_have_no_figures(parks):
    survey = open_survey(
        parks, question("short_text", "What else?"), question("consent", "May we?", name="consent")
    )
    code = asked(survey, "consent").in_language("en").codes[0]
    fill(survey, code, 30, name="consent")
    assert results_of(survey, "en") == []


def test_the_wording_that_was_drawn_is_not_public(parks):
    survey = open_survey(parks, question("yes_no", "Too dark?", other_wording="Bright enough?"))
    fill(survey, "yes", 30)
    assert [part.part.code for part in only_result(survey).parts] == [""]


def test_what_was_chosen_before_a_correction_is_still_shown(parks):
    survey = open_survey(
        parks, question("single_choice", "How?", choices=choices("Car", "Tram"), dont_know=True)
    )
    fill(survey, "1", 20)
    page = survey.page_in("en").specific
    questions = raw(page)
    del questions[0]["value"]["choices"][0]
    questions[0]["value"]["choices"] += choices("Bus")
    republish(page, questions, joined=True)
    fill(survey, "2", 20)
    assert percents(newest(survey)) == {"Tram": 50, "Bus": 1, "Car": 50, "I don’t know": 1}


# Answers for the department only


@pytest.fixture
def secret(parks):
    survey = open_survey(parks, question("yes_no", "Are you ill?", confidential=True))
    fill(survey, "yes", 40)
    return survey


def test_confidential_answers_are_in_no_public_figure(secret):
    close_wave_early(wave=secret.waves.get(), reason={"en": "Done"}, now=timezone.now())
    assert results_of(secret, "en") == []
    assert figure_of(asked(secret), timezone.now()) is None
    assert set(Tally.objects.values_list("published", flat=True)) == {0}
    assert withheld_questions(secret, timezone.now()) == 1


def test_answers_given_under_the_promise_stay_with_the_department_when_it_ends(secret):
    page, before = secret.page_in("en").specific, asked(secret)
    questions = raw(page)
    questions[0]["value"] |= {"confidential": False}
    republish(page, questions)
    fill(secret, "no", 30)
    assert [result.question.version for result in results_of(secret, "en")] == [asked(secret).pk]
    assert percents(newest(secret)) == {"Yes": 1, "No": 99, "I don’t know": 1}
    assert figure_of(before, timezone.now()) is None
    assert withheld_questions(secret, timezone.now()) == 1


def test_the_page_says_that_some_answers_are_for_the_department_only(secret, client):
    page = client.get("/en/departments/parks/clean-streets/results/").content.decode()
    assert "Answers to one question are for the department only." in page
    assert f'id="r-{asked(secret).pk}"' not in page
