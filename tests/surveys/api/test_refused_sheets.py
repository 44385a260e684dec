from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from surveys.api.door import LARGEST_BODY
from surveys.models import Response, Survey
from tests.remembering import built_once
from tests.surveys.api.sending import ROOT, faults, kind_of, program, send, sheet
from tests.surveys.editing import page_of
from tests.surveys.every_kind import asked_if
from tests.surveys.making import choices, open_survey, question, rating

pytestmark = pytest.mark.django_db
OUR = "http://testserver"


def most_kinds(department):
    """One question of most kinds; only one has to be answered, where it is asked."""
    came = question("yes_no", "Have you come?", name="came")
    open_survey(
        department,
        came,
        question("single_choice", "How?", choices=choices("On foot", "By car"), name="how", other=True),
        question("multiple_choice", "What?", choices=choices("A", "B", "C"), name="what", none=True, most=2),
        question(
            "matrix", "How good?", rows=choices("Light", "Road"), choices=choices("Bad", "Good"), name="good"
        ),
        question("ranking", "What first?", choices=choices("Trees", "Benches"), name="first"),
        question("number", "How old?", minimum="0", maximum="120", name="age"),
        question("date", "When?", earliest="2020-01-01", latest="2030-12-31", name="day"),
        question("short_text", "Why?", name="why", ask_if=asked_if(came, "is", "no"), required=True),
        rating(name="clean", other_wording="Is it clean?"),
        {"type": "page", "id": "0f0e3f52-9b1c-4a9e-a3b4-1c4f5c3d2e1a", "value": {"question": "Next"}},
        question("long_text", "What else?", name="else"),
    )


@pytest.fixture
def survey(parks):
    built_once("a survey of most kinds", lambda: most_kinds(parks))
    return Survey.objects.get()


WRONG = {
    "an unknown question": ({"nothing": "1"}, "/answers/nothing", "unknown_question"),
    "a name with a slash": ({"a/b~c": "1"}, "/answers/a~1b~0c", "unknown_question"),
    "the beginning of a page": (
        {"0f0e3f52-9b1c-4a9e-a3b4-1c4f5c3d2e1a": "1"},
        "/answers/0f0e3f52-9b1c-4a9e-a3b4-1c4f5c3d2e1a",
        "takes_no_answer",
    ),
    "an unknown choice": ({"how": "9"}, "/answers/how", "unknown_choice"),
    "a list for one choice": ({"how": ["1"]}, "/answers/how", "wrong_shape"),
    "true": ({"came": True}, "/answers/came", "string_type"),
    "an object of nonsense": ({"how": {"row": 1}}, "/answers/how", "string_type"),
    "other without words": ({"how": {"choice": "other"}}, "/answers/how/other", "other_without_words"),
    "words for no choice": ({"how": {"other": "Ferry"}}, "/answers/how", "wrong_shape"),
    "too many choices": ({"what": ["1", "2", "3"]}, "/answers/what", "too_many"),
    "none beside others": ({"what": ["1", "none"]}, "/answers/what", "not_with_others"),
    "an unknown row": ({"good": {"9": "1"}}, "/answers/good", "unknown_choice"),
    "a code for a matrix": ({"good": "1"}, "/answers/good", "wrong_shape"),
    "a place twice": ({"first": ["1", "1"]}, "/answers/first", "same_place"),
    "a word for a number": ({"age": "many"}, "/answers/age", "no_number"),
    "a number with a comma": ({"age": "1,5"}, "/answers/age", "no_number"),
    "half a year": ({"age": 1.5}, "/answers/age", "whole_number"),
    "too old": ({"age": 121}, "/answers/age", "too_large"),
    "below nothing": ({"age": -1}, "/answers/age", "too_small"),
    "a number that is endless": ({"age": 10**400}, "/answers/age", "no_number"),
    "a number near nothing": ({"age": 1e-300}, "/answers/age", "no_number"),
    "a day with points": ({"day": "25.11.2026"}, "/answers/day", "no_date"),
    "a day that never was": ({"day": "2026-02-30"}, "/answers/day", "no_date"),
    "too early": ({"day": "2019-12-31"}, "/answers/day", "too_early"),
    "a number for words": ({"else": 5}, "/answers/else", "wrong_shape"),
    "too long": ({"else": "a" * 4001}, "/answers/else", "too_long"),
    "what has to be answered": ({"came": "no"}, "/answers/why", "empty"),
    "nothing at all": ({}, "/answers", "nothing_answered"),
    "only what is not asked": ({"why": "Far"}, "/answers", "nothing_answered"),
}


@pytest.mark.parametrize(("answers", "pointer", "code"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_stored(survey, answers, pointer, code):
    answer = send(survey, sheet(answers))

    assert faults(answer) == [(pointer, code)]
    assert not Response.objects.exists()


def test_everything_that_is_wrong_is_said_at_once(survey):
    answer = send(survey, sheet({"how": "9", "age": 121, "what": 5, "nothing": "1", "clean": "4"}))

    assert set(faults(answer)) == {
        ("/answers/how", "unknown_choice"),
        ("/answers/age", "too_large"),
        ("/answers/what", "unknown_choice"),
        ("/answers/nothing", "unknown_question"),
    }
    assert not Response.objects.exists()


def test_what_is_wrong_is_said_in_the_language_of_the_sheet(survey):
    [fault] = send(survey, sheet({"how": "9"}, language="es")).json()["errors"]

    assert (fault["question"], fault["detail"]) == ("how", "Esta respuesta no corresponde a la pregunta.")


def test_a_question_may_not_come_by_its_name_and_its_id(survey):
    came = str(survey.question_versions.get(name="came").question_id)

    assert faults(send(survey, sheet({"came": "yes", came: "no"}))) == [
        (f"/answers/{came}", "answered_twice")
    ]


DRAWN = {
    "an arm that there is not": {"arm": "c"},
    "an order of other codes": {"arm": "a", "order": ["1", "2"]},
    "no arm of two": {"arm": ""},
}


@pytest.mark.parametrize("shown", DRAWN.values(), ids=DRAWN)
def test_a_draw_that_cannot_have_been_is_refused(survey, shown):
    answer = send(survey, sheet({"clean": "4"}, drawn={"clean": shown}))

    assert faults(answer) == [("/drawn/clean", "not_drawn")]


SHAPES = {
    "no key": ({"key": None}, "/key"),
    "a short key": ({"key": "short"}, "/key"),
    "a long key": ({"key": "k" * 65}, "/key"),
    "a key with a space": ({"key": "a key with spaces"}, "/key"),
    "a language that is not spoken": ({"language": "tlh"}, "/language"),
    "answers in a list": ({"answers": []}, "/answers"),
    "too many answers": ({"answers": {f"q{number}": "1" for number in range(501)}}, "/answers"),
    "something else": ({"mail": "ada@example.org"}, "/mail"),
    "a draw that is none": ({"drawn": {"clean": "a"}}, "/drawn/clean"),
}


@pytest.mark.parametrize(("change", "pointer"), SHAPES.values(), ids=SHAPES)
def test_a_sheet_of_another_shape_is_refused(survey, change, pointer):
    found = faults(send(survey, sheet({"came": "yes"}) | change))

    assert [place for place, _code in found] == [pointer]


UNREADABLE = {
    "no JSON": b"came=yes",
    "half of it": b'{"key": "',
    "a name twice": b'{"key": "a", "key": "b"}',
    "no number": b'{"age": NaN}',
    "endless": b'{"age": Infinity}',
    "half a character": b'{"came": "\\ud800"}',
    "Latin-1": '{"came": "sí"}'.encode("latin-1"),
    "very deep": b"[" * 100_000,
    "a very long number": b"1" * 10_000,
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_a_body_that_programs_read_differently_is_refused(survey, body):
    assert kind_of(send(survey, body)) == "unreadable"


@pytest.mark.parametrize("body", [b"null", b"[]", b"5", b'"text"'])
def test_a_body_that_is_no_sheet_is_refused(survey, body):
    assert kind_of(send(survey, body)) == "invalid"


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "", "application/json; charset=latin-1"],
)
def test_only_json_is_taken(survey, content_type):
    answer = send(survey, json.dumps(sheet({"came": "yes"})), content_type=content_type)

    assert (answer.status_code, kind_of(answer)) == (415, "wrong-media-type")


def test_a_packed_body_is_not_unpacked(survey):
    answer = send(survey, sheet({"came": "yes"}), headers={"content-encoding": "gzip"})

    assert (answer.status_code, kind_of(answer)) == (415, "wrong-media-type")


def test_a_large_body_is_not_read(survey):
    answer = send(survey, sheet({"else": "a" * LARGEST_BODY}))

    assert (answer.status_code, kind_of(answer)) == (413, "too-large")


FOREIGN = {
    "another site": {"origin": "https://evil.example"},
    "no site": {"origin": "null"},
    "by a link": {"sec-fetch-site": "cross-site"},
    "a neighbour": {"origin": OUR, "sec-fetch-site": "same-site"},
}


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
def test_pages_of_other_sites_send_nothing(survey, headers):
    answer = send(survey, sheet({"came": "yes"}), program(**headers))

    assert (answer.status_code, kind_of(answer)) == (403, "foreign-page")
    assert not Response.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"origin": OUR}, {"origin": OUR, "sec-fetch-site": "same-origin"}])
def test_programs_and_our_own_pages_send(survey, headers):
    assert send(survey, sheet({"came": "yes"}), program(**headers)).status_code == 201


@pytest.mark.parametrize("code", ["NONE1", "%00", "%D8%A7"])
def test_an_unknown_survey_takes_nothing(city, code):
    answer = program().post(
        f"{ROOT}/surveys/{code}/answers", sheet({"came": "yes"}), content_type="application/json"
    )

    assert kind_of(answer) == "not-found"


def test_a_private_survey_takes_nothing(survey):
    restriction = PageViewRestriction.objects.create(page=page_of(survey), restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Readers"))

    assert send(survey, sheet({"came": "yes"})).status_code == 404
    assert not Response.objects.exists()


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_answers_are_sent_by_post_alone(survey, method):
    answer = getattr(program(), method)(f"{ROOT}/surveys/{survey.code}/answers")

    assert (answer.status_code, answer["Allow"]) == (405, "OPTIONS, POST")
    assert kind_of(answer) == "wrong-method"
