from __future__ import annotations

import pytest
from django.utils import timezone

from surveys.domain.answers import GivenAnswer
from surveys.models import Response
from surveys.queries import results_of
from surveys.services.responses import Sender, SheetAnswer, record_answer
from tests.surveys.api.sending import kind_of, read
from tests.surveys.making import choices, open_survey, question

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading(parks):
    asked = question(
        "single_choice", "Do you read?", choices=choices("Yes", "No", "Rather not say-"), name="read"
    )
    hidden = question("yes_no", "Are you ill?", name="ill", confidential=True)
    return open_survey(parks, asked, hidden, slug="reading", title="Reading")


def answer(survey, *codes, name="read"):
    version, wave = survey.question_versions.get(name=name), survey.waves.get()
    for code in codes:
        given = SheetAnswer(version, version.in_language("en"), GivenAnswer(codes=(code,)))
        sender = Sender(f"key-of-{Response.objects.count():012}", "page", "en")
        record_answer(wave=wave, answer=given, sender=sender, now=timezone.now())


def figures(survey, **query):
    found = read(survey, "/results", **query).json()
    return {question["name"]: question["parts"][0]["figures"][0] for question in found["questions"]}


def test_the_figures_are_those_of_the_public_page(reading):
    answer(reading, *["1"] * 30, *["2"] * 10, *["3"] * 7)

    [shown] = [result for result in results_of(reading, "en") if result.question.name == "read"]
    figure = shown.figures[0]
    sent = figures(reading)["read"]
    assert sent["people"] == {"at_least": figure.people.number, "standing": figure.people.standing}
    assert sent["shares"] == [
        {
            "code": share.code,
            "label": share.label,
            "opinion": share.opinion,
            "bound": share.bound,
            "percent": share.percent,
            "low": share.low,
            "high": share.high,
        }
        for share in figure.shares
    ]
    page = read_page(reading)
    assert sent["shares"]
    for share in sent["shares"]:
        assert f"{share['percent']}%" in page


def read_page(survey):
    from tests.surveys.api.sending import program

    return program().get(f"/en/departments/parks/{'reading'}/results/").content.decode()


def test_nothing_is_said_about_less_than_thirty_people(reading):
    answer(reading, *["1"] * 29)

    sent = figures(reading)["read"]
    assert (sent["shares"], sent["people"]) == ([], {"at_least": 20, "standing": "collecting"})


def test_figures_move_in_steps_of_ten_people(reading):
    answer(reading, *["1"] * 30)
    before = figures(reading)["read"]

    answer(reading, *["2"] * 9)

    assert figures(reading)["read"] == before
    answer(reading, "2")
    assert figures(reading)["read"] != before


def test_confidential_answers_are_never_published(reading):
    answer(reading, *["yes"] * 40, name="ill")

    found = read(reading, "/results").json()
    assert [question["name"] for question in found["questions"]] == ["read"]
    assert "ill" not in str(found).lower()


def test_results_are_labelled_in_the_language_that_is_asked_for(reading):
    answer(reading, *["dk"] * 10, *["1"] * 30)

    labels = {share["code"]: share["label"] for share in figures(reading, language="es")["read"]["shares"]}
    assert labels["dk"] == "No lo sé"
    assert kind_of(read(reading, "/results", language="tlh")) == "invalid"


def test_results_cost_no_more_queries_for_more_questions(parks, reading, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        read(reading, "/results")
