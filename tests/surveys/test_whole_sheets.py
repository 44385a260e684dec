"""A sheet of several questions is stored as a whole or not at all."""

from __future__ import annotations

import uuid

import pytest
from django.db import IntegrityError
from django.utils import timezone

from portal.core.models import District
from surveys.domain.answers import check_answer
from surveys.domain.drawing import Drawn
from surveys.models import Answer, PlaceAnswer, Response, Tally, TextAnswer
from surveys.queries.asking import asked_in
from surveys.services import responses
from surveys.services.responses import NothingAnsweredError, Sender, SheetAnswer, record_sheet
from tests.surveys.making import choices, open_survey, question, rating

pytestmark = pytest.mark.django_db
KEY = "a-key-made-on-the-device"


def rows(*texts):
    return [{"type": "item", "id": str(uuid.uuid4()), "value": {"text": text, "code": ""}} for text in texts]


@pytest.fixture
def survey(roads):
    District.objects.create(code="mill", name={"en": "Mill"})
    return open_survey(
        roads,
        question(
            "single_choice",
            "How?",
            choices=choices("On foot", "By car"),
            other=True,
            name="how",
            shuffle=True,
        ),
        question(
            "matrix", "How good?", rows=rows("Light", "Road"), choices=choices("Bad", "Good"), name="good"
        ),
        question("ranking", "What first?", choices=choices("Trees", "Benches", "Lights"), name="first"),
        question("number", "How old?", minimum="0", maximum="99", bands="18, 65", name="age"),
        question("date", "When?", name="day"),
        question("place", "Where?", point=True, name="where"),
        rating(name="clean", other_wording="Is your street clean?"),
        question("long_text", "What else?", name="else"),
    )


POSTED = {
    "how": {"": ["other"], "other": ["By ferry"]},
    "good": {"1": ["2"], "2": ["1"]},
    "first": {"3": ["1"], "1": ["2"]},
    "age": {"": ["42"]},
    "day": {"": ["2026-11-25"]},
    "where": {"": ["mill"], "point": ["-3.70379,40.41678"]},
    "clean": {"": ["4"]},
    "else": {"": ["More trees."]},
}
DRAWN = {"how": Drawn(order=("2", "1", "other", "dk")), "clean": Drawn(arm="b")}


def sheet(survey, posted=POSTED):
    asking = asked_in(survey, "en")
    return [
        SheetAnswer(version, asked, check_answer(asked, posted[asked.name]), DRAWN.get(asked.name, Drawn()))
        for version, asked in zip(asking.versions, asking.questions, strict=True)
        if asked.name in posted
    ]


def send(survey, answers, key=KEY, device=None):
    sender = Sender(key, "page", "en", device)
    return record_sheet(wave=survey.waves.get(), answers=answers, sender=sender, now=timezone.now())


def counted(survey, name):
    tallies = Tally.objects.filter(question_version__name=name, count__gt=0)
    return dict(tallies.values_list("code", "count"))


def test_every_answer_stands_on_the_sheet_in_codes(survey):
    send(survey, sheet(survey))
    assert dict(Answer.objects.values_list("question_version__name", "codes")) == {
        "how": "other",
        "good": "1:2 2:1",
        "first": "3 1",
        "age": "42",
        "day": "2026-11-25",
        "where": "mill",
        "clean": "4",
        "else": "*",
    }


def test_words_and_points_stand_apart_from_the_sheet(survey):
    send(survey, sheet(survey))
    assert set(TextAnswer.objects.values_list("question_version__name", "text")) == {
        ("how", "By ferry"),
        ("else", "More trees."),
    }
    point = PlaceAnswer.objects.get()
    assert (str(point.longitude), str(point.latitude)) == ("-3.704", "40.417")
    links = {field.name for model in (TextAnswer, PlaceAnswer) for field in model._meta.get_fields()}
    assert "response" not in links


def test_the_wording_and_the_place_in_the_order_are_kept_for_analysis(survey):
    send(survey, sheet(survey))
    kept = Answer.objects.exclude(arm="", positions="").values_list(
        "question_version__name", "arm", "positions"
    )
    assert set(kept) == {("how", "", "3"), ("clean", "b", "")}


def test_each_kind_is_counted_in_its_own_way(survey):
    send(survey, sheet(survey))
    assert counted(survey, "good") == {"": 1, "1:": 1, "1:2": 1, "2:": 1, "2:1": 1}
    assert counted(survey, "first") == {"": 1, "3:1": 1, "1:2": 1}
    assert counted(survey, "age") == {"": 1, "b18": 1}
    assert counted(survey, "day") == {"": 1, "2026-11": 1}
    assert counted(survey, "else") == {"": 1}


def test_the_same_key_again_stores_nothing_even_with_other_answers(survey):
    first = send(survey, sheet(survey, {"age": {"": ["42"]}}))
    again = send(survey, sheet(survey))
    assert (first.created, again.created) == (True, False)
    assert first.reference == again.reference
    assert (Response.objects.count(), Answer.objects.count()) == (1, 1)


def test_a_sheet_without_any_answer_is_none(survey):
    with pytest.raises(NothingAnsweredError):
        send(survey, [])
    assert Response.objects.count() == 0


def test_a_sheet_that_cannot_be_counted_is_not_stored_in_part(survey, monkeypatch):
    def fails(**kwargs):
        raise IntegrityError

    monkeypatch.setattr(responses, "count_answers", fails)
    with pytest.raises(IntegrityError):
        send(survey, sheet(survey))
    assert (Response.objects.count(), Answer.objects.count(), TextAnswer.objects.count()) == (0, 0, 0)


def test_a_sheet_of_eight_questions_costs_few_statements(survey, django_assert_max_num_queries):
    answers = sheet(survey)
    with django_assert_max_num_queries(16):
        send(survey, answers, device="a-device")
