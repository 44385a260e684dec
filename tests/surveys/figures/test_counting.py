"""How each kind of question is counted, one sheet at a time and many past ones at once."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from portal.core.districts.services import import_districts
from surveys.domain.answers import Point
from surveys.domain.counting import all_codes
from surveys.models import PlaceAnswer, Tally, TextAnswer
from surveys.services.past_sheets import PastSheet, record_past_sheets
from surveys.services.waves import open_wave
from tests.surveys.editing import raw, republish
from tests.surveys.every_kind import NORTHMERE, pictured
from tests.surveys.figures.sheets import answer_to, asked, fill
from tests.surveys.making import choices, open_survey, publish_survey, question, rating

pytestmark = pytest.mark.django_db

HABITS = ("On foot", "By tram")
MATRIX = {"rows": choices("Lighting", "Pavement"), "choices": choices("Bad", "Good")}
# Kind → the question, what people sent, and what is counted then. The codes of listed choices are 1, 2, 3.
KINDS = {
    "one_answer": (
        question("single_choice", "How?", choices=choices(*HABITS), dont_know=True),
        ["1", "1", "dk"],
        {"": 3, "1": 2, "dk": 1},
    ),
    "one_answer_and_other": (
        question("single_choice", "How?", choices=choices(*HABITS), other=True, dont_know=False),
        ["2", {"": "other", "other": "By boat"}],
        {"": 2, "2": 1, "other": 1},
    ),
    "several_answers": (
        question("multiple_choice", "What?", choices=choices("Bins", "Trees"), none=True),
        [["1", "2"], ["2"], ["none"]],
        {"": 3, "1": 1, "2": 2, "none": 1},
    ),
    "rating": (rating(), ["5", "4", "dk"], {"": 3, "5": 1, "4": 1, "dk": 1}),
    "scale": (
        question("scale", "How likely?", label_0="Not", label_10="Very"),
        ["0", "10", "10"],
        {"": 3, "0": 1, "10": 2},
    ),
    "yes_or_no": (
        question("yes_no", "Been there?", dont_know=True),
        ["yes", "no"],
        {"": 2, "yes": 1, "no": 1},
    ),
    "matrix": (
        question("matrix", "How good?", **MATRIX),
        [{"1": "1", "2": "2"}, {"2": "2"}],
        {"": 2, "1:": 1, "1:1": 1, "2:": 2, "2:2": 2},
    ),
    "ranking": (
        question("ranking", "What first?", choices=choices("Trees", "Benches", "Lights")),
        [["2", "1", "3"], ["2"]],
        {"": 2, "2:1": 2, "1:2": 1, "3:3": 1},
    ),
    "number_in_bands": (
        question("number", "How old?", bands="18, 65"),
        ["17", "18", "64", "-3"],
        {"": 4, "below": 2, "b18": 2},
    ),
    "number_without_bounds": (
        question("number", "How far?", decimals=True),
        ["0.5", "1200", "-1"],
        {"": 3, "b0": 1, "b1000": 1, "below": 1},
    ),
    "date": (
        question("date", "When?"),
        ["2026-10-03", "2026-10-28", "1.2.2025"],
        {"": 3, "2026-10": 2, "2025-02": 1},
    ),
    "words": (question("short_text", "What else?"), ["More trees"], {"": 1}),
    "consent": (question("consent", "May we?", required=True), ["yes"], {"": 1}),
}


def counted(survey):
    return dict(Tally.objects.filter(wave__survey=survey, count__gt=0).values_list("code", "count"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_counted_by_its_codes(parks, kind):
    block, sheets, expected = KINDS[kind]
    survey = open_survey(parks, block)
    if kind == "consent":
        sheets = list(asked(survey).in_language("en").codes)
    for sheet in sheets:
        fill(survey, sheet)
    assert counted(survey) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_past_sheets_are_counted_as_if_they_had_been_sent(parks, kind):
    block, sheets, expected = KINDS[kind]
    survey = open_survey(parks, block)
    version = asked(survey)
    if kind == "consent":
        sheets = list(version.in_language("en").codes)
    given = [answer_to(version, sheet).given for sheet in sheets]
    past = [
        PastSheet(
            date(2026, 3, 1),
            "page",
            language="en",
            answers={version.pk: one.codes} if one.codes else {},
            texts={version.pk: one.text} if one.text else {},
        )
        for one in given
    ]
    assert record_past_sheets(wave=survey.waves.get(), sheets=past) == len(sheets)
    assert counted(survey) == expected
    assert TextAnswer.objects.count() == sum(bool(one.text) for one in given)


def test_pictures_are_counted_like_words_to_choose_from(parks):
    several = question("image_choice", "Which?", choices=pictured("Lime", "Maple"), several=True)
    survey = open_survey(parks, several)
    fill(survey, ["1", "2"])
    fill(survey, "2")
    assert counted(survey) == {"": 2, "1": 1, "2": 2}


def test_places_are_counted_by_district_and_their_points_stand_apart(parks):
    import_districts(data=NORTHMERE.read_bytes())
    survey = open_survey(parks, question("place", "Where?", point=True, dont_know=True))
    version = asked(survey)
    first, second = version.in_language("en").codes[:2]
    fill(survey, {"": first, "point": "-1.5012,53.4"}, times=2)
    past = PastSheet(
        date(2026, 3, 1), "page", answers={version.pk: [second]}, points={version.pk: Point(-1.5, 53.4)}
    )
    record_past_sheets(wave=survey.waves.get(), sheets=[past])
    assert counted(survey) == {"": 3, first: 2, second: 1}
    points = PlaceAnswer.objects.order_by("longitude").values_list("longitude", "latitude")
    assert [(float(east), float(north)) for east, north in points] == [
        *([(-1.501, 53.4)] * 2),
        (-1.5, 53.4),
    ]


def test_a_wave_knows_every_code_from_its_opening(parks):
    survey = publish_survey(parks, KINDS["ranking"][0], KINDS["matrix"][0], KINDS["number_in_bands"][0])
    wave = open_wave(survey=survey, opens_at=timezone.now())
    for version in survey.question_versions.current():
        codes = set(wave.tallies.filter(question_version=version).values_list("code", flat=True))
        assert codes == set(all_codes(version.in_language("en")))
    assert wave.tallies.count() == 10 + 7 + 4


def test_a_corrected_wording_counts_on_where_the_first_one_counted(parks):
    survey = open_survey(parks, question("matrix", "How god?", **MATRIX))
    first = asked(survey)
    fill(survey, {"1": "1"})
    questions = raw(survey.page_in("en").specific)
    questions[0]["value"]["question"] = "How good?"
    republish(survey.page_in("en").specific, questions, joined=True)
    second = asked(survey)
    assert second.pk != first.pk
    fill(survey, {"1": "1"})
    past = PastSheet(date(2026, 3, 1), "page", answers={second.pk: ["1:2"], first.pk: ["2:2"]})
    record_past_sheets(wave=survey.waves.get(), sheets=[past])
    assert set(Tally.objects.values_list("question_version", flat=True)) == {first.pk}
    assert counted(survey) == {"": 4, "1:": 3, "1:1": 2, "1:2": 1, "2:": 1, "2:2": 1}
