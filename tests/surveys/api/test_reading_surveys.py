from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.utils import timezone
from wagtail.models import PageViewRestriction

from surveys.domain.kinds import Kind
from surveys.models.surveys import WhenStale
from surveys.services.waves import open_wave
from tests.surveys.api.sending import ROOT, kind_of, program, read
from tests.surveys.editing import page_of, raw
from tests.surveys.every_kind import open_every_kind
from tests.surveys.making import choices, open_survey, publish_survey, question, rating
from tests.translations.translating import edit, publish

pytestmark = pytest.mark.django_db
TRAVEL = {
    "How do you travel?": "¿Cómo se desplaza?",
    "On foot": "A pie",
    "By car": "En coche",
    "Clean streets": "Calles limpias",
}


def travel(**values):
    return question(
        "single_choice", "How do you travel?", choices=choices("On foot", "By car"), name="travel", **values
    )


@pytest.fixture
def spoken(parks):
    """A survey in English and Spanish."""
    survey = open_survey(parks, travel(dont_know=True))
    publish(page_of(survey), words=TRAVEL)
    return survey


def listed(**query):
    answer = program().get(f"{ROOT}/surveys", query)
    assert answer.status_code == 200
    return answer.json()


def hide(page):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Readers"))


def test_the_list_names_each_survey_in_every_language_it_speaks(spoken):
    [found] = listed()["surveys"]

    assert (found["code"], found["state"], found["source_language"]) == (spoken.code, "open", "en")
    assert found["department"] == {"code": "parks", "name": "Parks and Nature"}
    assert {code: page["title"] for code, page in found["languages"].items()} == {
        "en": "Clean streets",
        "es": "Calles limpias",
    }
    assert found["languages"]["es"]["url"].endswith("/es/departments/parks/clean-streets/")
    assert found["languages"]["es"]["results_url"].endswith("/es/departments/parks/clean-streets/results/")


def test_the_list_comes_in_pages_open_surveys_first(parks):
    now = timezone.now()
    closed = publish_survey(parks, slug="closed")
    open_wave(survey=closed, opens_at=now - timedelta(days=2), closes_at=now - timedelta(days=1))
    later = publish_survey(parks, slug="later")
    open_wave(survey=later, opens_at=now + timedelta(days=1))
    running = open_survey(parks, slug="running")

    first, second = listed(size=2), listed(size=2, page=2)

    assert [one["code"] for one in first["surveys"]] == [running.code, later.code]
    assert [one["code"] for one in second["surveys"]] == [closed.code]
    assert (first["count"], first["next"], second["next"]) == (3, 2, None)


@pytest.mark.parametrize("query", [{"page": 0}, {"page": "two"}, {"size": 101}, {"size": 0}])
def test_a_page_that_cannot_be_is_refused(city, query):
    answer = program().get(f"{ROOT}/surveys", query)

    assert kind_of(answer) == "invalid"
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [f"/{name}" for name in query]


def test_a_survey_tells_every_text_in_every_language(spoken):
    detail = read(spoken).json()

    [asked] = detail["questions"]
    assert {code: texts["question"] for code, texts in asked["texts"].items()} == {
        "en": "How do you travel?",
        "es": "¿Cómo se desplaza?",
    }
    assert [choice["labels"] for choice in asked["choices"]] == [
        {"en": "On foot", "es": "A pie"},
        {"en": "By car", "es": "En coche"},
        {"en": "I don’t know", "es": "No lo sé"},
    ]
    assert {code: page["questions"] for code, page in detail["languages"].items()} == {
        "en": "current",
        "es": "current",
    }


def test_a_survey_tells_what_an_app_needs_to_ask_every_kind_of_question(parks):
    detail = read(open_every_kind(parks)).json()

    asked = {question["texts"]["en"]["question"]: question for question in detail["questions"]}
    assert {question["kind"] for question in detail["questions"]} == {kind.value for kind in Kind}
    assert detail["paged"]
    helps, distance = asked["What would help you most?"], asked["How far is it to the nearest stop?"]
    assert (helps["several"], helps["required"], helps["shuffle"]) == (True, True, True)
    assert (helps["limits"]["fewest"], helps["limits"]["most"]) == (2, 3)
    assert [choice["code"] for choice in helps["choices"] if choice["exclusive"]] == ["none", "dk"]
    assert [choice["code"] for choice in helps["choices"] if choice["own_words"]] == ["other"]
    assert (distance["limits"]["minimum"], distance["limits"]["maximum"]) == (0, 50)
    assert (distance["limits"]["decimals"], distance["texts"]["en"]["unit"]) == (True, "km")
    assert asked["When did you last use the night bus?"]["limits"]["earliest"] == "2020-01-01"
    plan = asked["What would you change about the plan?"]
    assert (plan["confidential"], plan["limits"]["longest"]) == (True, 4000)
    assert plan["texts"]["en"]["other_wording"] == "What should stay as it is in the plan?"
    assert asked["How good are these on your street?"]["rows"][0]["labels"] == {"en": "Lighting"}
    assert asked["Where should the new park be?"]["point"]
    assert "<li>All plans are shown.</li>" in asked["What happens next"]["texts"]["en"]["body"]
    bench = asked["Which bench do you like best?"]["choices"][0]["picture"]
    assert program().get(bench).status_code == 200
    visited, kept = asked["Have you visited a library this month?"], asked["What kept you away?"]
    assert kept["rule"] == {
        "match": "all",
        "conditions": [{"question": visited["id"], "operator": "is", "value": "no"}],
    }


def test_a_language_that_is_behind_says_so_and_asks_as_it_was_last_translated(spoken):
    page = page_of(spoken)
    changed = raw(page)
    changed[0]["value"]["question"] = "How do you usually travel?"
    edit(page, questions=changed)

    now, behind = read(spoken).json(), read(spoken, language="es").json()

    assert now["languages"]["es"]["questions"] == "older"
    assert now["questions"][0]["texts"].keys() == {"en"}
    assert behind["asked_in"] == "es"
    assert behind["questions"][0]["texts"]["es"]["question"] == "¿Cómo se desplaza?"


def test_a_language_that_waits_for_its_translation_says_so(spoken):
    page = page_of(spoken)
    changed = raw(page)
    changed[0]["value"]["question"] = "How do you usually travel?"
    edit(page, questions=changed, when_stale=WhenStale.WAIT)

    assert read(spoken).json()["languages"]["es"]["questions"] == "waiting"


def test_the_code_of_a_survey_is_read_in_any_case(spoken):
    assert program().get(f"{ROOT}/surveys/{spoken.code.lower()}").status_code == 200


@pytest.mark.parametrize("part", ["", "/results"])
@pytest.mark.parametrize("code", ["NONE1", "%00", "%D8%A7", "a'b", "x" * 300, "%FF"])
def test_what_is_not_there_is_not_found(city, code, part):
    assert kind_of(program().get(f"{ROOT}/surveys/{code}{part}")) == "not-found"


def test_a_private_survey_does_not_exist(spoken):
    hide(page_of(spoken))

    assert listed()["surveys"] == []
    assert read(spoken).status_code == 404
    assert read(spoken, "/results").status_code == 404


def test_a_survey_below_a_private_page_does_not_exist(spoken):
    hide(page_of(spoken).get_parent())

    assert listed()["surveys"] == []
    assert read(spoken).status_code == 404


def test_a_survey_that_was_taken_down_does_not_exist(spoken):
    page_of(spoken).unpublish()

    assert listed()["surveys"] == []
    assert read(spoken).status_code == 404


def test_a_survey_without_a_wave_does_not_exist(parks):
    survey = publish_survey(parks)

    assert listed()["surveys"] == []
    assert read(survey).status_code == 404


def test_a_draft_says_nothing_through_the_programs_door(spoken):
    page = page_of(spoken)
    page.title = "Secret plans"
    changed = raw(page)
    changed[0]["value"]["question"] = "Secret question?"
    page.questions = changed
    page.save_revision()

    assert "ecret" not in read(spoken).content.decode() + str(listed())


def test_reading_takes_no_cookie_and_sets_none(spoken, client, ada, django_assert_num_queries):
    client.force_login(ada)
    client.cookies["csrftoken"] = "broken"
    anonymous = read(spoken)

    answer = read(spoken, client=client)

    assert answer.content == anonymous.content
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert Session.objects.count() == 1


def test_what_was_read_may_be_kept_for_a_minute_and_asked_for_again(spoken):
    first = read(spoken)
    again = read(spoken, client=program(if_none_match=f"W/{first['ETag']}"))

    assert first["Cache-Control"] == "public, max-age=60"
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    edit(page_of(spoken), title="Other streets")
    assert read(spoken, client=program(if_none_match=first["ETag"])).status_code == 200


def test_a_head_has_the_headers_of_a_get(spoken):
    answer = program().head(f"{ROOT}/surveys/{spoken.code}")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["ETag"] == read(spoken)["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_a_wrong_method_is_told_the_right_ones(city, method):
    answer = getattr(program(), method)(f"{ROOT}/surveys")

    assert kind_of(answer) == "wrong-method"
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_other_sites_are_not_let_in_by_a_browser(spoken):
    answer = program(origin="https://evil.example").options(f"{ROOT}/surveys/{spoken.code}/answers")

    assert (answer.status_code, answer["Allow"]) == (204, "OPTIONS, POST")
    assert not any(header.startswith("Access-Control") for header in answer.headers)


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing", "/api/v1/", "/api/v1", "/api/v2/surveys", "/api/v1/surveys/"]
)
def test_an_unknown_address_is_a_problem_too(city, path):
    answer = program(accept_language="es").get(path)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json() == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_a_fault_of_the_portal_is_a_problem_without_details(spoken, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError("the secret of the server")

    monkeypatch.setattr("surveys.api.endpoints.in_detail", fail)
    client = program()
    client.raise_request_exception = False

    answer = read(spoken, client=client)

    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert "secret" not in answer.content.decode()


def test_a_wrong_host_is_a_problem(city):
    answer = program(host="evil.example").get(f"{ROOT}/surveys")

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_a_longer_list_and_a_longer_survey_cost_no_more_queries(parks, django_assert_num_queries):
    one = open_survey(parks, rating(), slug="one")
    program().get(f"{ROOT}/surveys")
    with django_assert_num_queries(4):
        program().get(f"{ROOT}/surveys")
    with django_assert_num_queries(5):
        read(one)
    many = open_survey(parks, *(rating(f"Is it clean? {number}") for number in range(9)), slug="many")
    for number in range(3):
        open_survey(parks, rating(), slug=f"more-{number}")
    with django_assert_num_queries(4):
        program().get(f"{ROOT}/surveys")
    with django_assert_num_queries(5):
        read(many)
