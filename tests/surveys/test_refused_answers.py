from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.core.fields import Translated
from surveys.models import Response
from surveys.services.waves import close_wave_early, open_wave, pause_wave
from tests.surveys.making import open_survey, publish_survey, question
from tests.surveys.visiting import KEY, counts, first_question, send, visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"origin": "https://evil.example"}, id="foreign_origin"),
        pytest.param({"origin": "null"}, id="opaque_origin"),
        pytest.param({"sec-fetch-site": "cross-site"}, id="cross_site"),
        pytest.param({"sec-fetch-site": "same-site"}, id="neighbouring_host"),
        pytest.param({"sec-fetch-site": "same-origin", "origin": "https://evil.example"}, id="contradiction"),
        pytest.param({"sec-fetch-site": "none"}, id="typed_address"),
        pytest.param({}, id="silence"),
    ],
)
def test_a_post_from_elsewhere_is_refused(survey, headers):
    reply = send(Client(headers=headers), survey, answer="4", key=KEY)

    assert reply.status_code == 403
    assert Response.objects.count() == 0


def test_a_browser_that_only_names_its_origin_is_heard(survey):
    reply = send(Client(headers={"origin": "http://testserver"}), survey, answer="4", key=KEY)

    assert reply.status_code == 201


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param([], id="nothing"),
        pytest.param(["  "], id="blanks"),
        pytest.param(["1", "2"], id="two_values"),
        pytest.param(["6"], id="above_the_scale"),
        pytest.param(["-1"], id="below_the_scale"),
        pytest.param(["4 "], id="with_a_blank"),
        pytest.param(["٤"], id="arabic_digit"),
        pytest.param(["4.0"], id="a_fraction"),
        pytest.param(["1e309"], id="huge"),
        pytest.param(["NaN"], id="not_a_number"),
        pytest.param(["yes"], id="choice_of_another_question"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_a_reason(survey, answer):
    reply = send(visitor(), survey, answer=answer, key=KEY)

    assert reply.status_code == 400
    assert reply.context["message"]
    assert reply.context["card"].question.id == first_question(survey)
    assert Response.objects.count() == 0


@pytest.mark.parametrize("question_id", ["", "not-a-uuid", "00000000-0000-4000-8000-000000000000"])
def test_a_question_that_is_not_asked_takes_no_answer(survey, question_id):
    assert send(visitor(), survey, question=question_id, answer="4").status_code == 400


def test_a_paused_wave_takes_no_answer_and_says_why(survey):
    pause_wave(wave=survey.waves.get(), reason=Translated(en="We mend a mistake."), now=timezone.now())
    reply = send(visitor(), survey, answer="4", key=KEY)

    assert reply.status_code == 403
    assert "We mend a mistake." in reply.context["message"]
    assert Response.objects.count() == 0


def test_a_closed_wave_takes_no_answer_whatever_time_is_sent(survey):
    close_wave_early(wave=survey.waves.get(), reason=Translated(en="Enough."), now=timezone.now())
    reply = send(visitor(date="Mon, 01 Jan 2001 00:00:00 GMT"), survey, answer="4", submitted_at="2001-01-01")

    assert reply.status_code == 410
    assert Response.objects.count() == 0


def test_a_scheduled_wave_takes_no_answer(roads):
    survey = publish_survey(roads)
    open_wave(survey=survey, opens_at=timezone.now() + timedelta(days=1))

    assert send(visitor(), survey, answer="4").status_code == 403
    assert Response.objects.count() == 0


def test_a_survey_without_a_wave_or_a_live_page_is_not_there(roads):
    survey = publish_survey(roads)
    assert send(visitor(), survey, answer="4").status_code == 404

    open_wave(survey=survey, opens_at=timezone.now())
    survey.page_in("en").specific.unpublish()
    for language in ("es", "ar"):
        page = survey.page_in(language)
        if page is not None:
            page.specific.unpublish()
    assert send(visitor(), survey, answer="4").status_code == 404


def test_trying_a_survey_asks_every_question_once_and_stores_nothing(roads):
    survey = open_survey(roads, *(question("yes_no", f"Question {number}?") for number in (1, 2, 3)))
    client, asked, tried = visitor(), [], ()
    following = first_question(survey)
    while following:
        asked.append(following)
        sent = {"question": following, "answer": "yes", "test": "1", "tried": tried}
        card = send(client, survey, **sent).context["thanks"].next
        following, tried = (card.question.id, card.tried) if card else (None, ())

    assert asked == [str(version.question_id) for version in survey.question_versions.current()]
    assert Response.objects.count() == 0


def test_answers_of_a_test_link_and_of_a_preview_are_not_stored(survey):
    tried = send(visitor(), survey, answer="4", key=KEY, test="1")
    previewed = visitor().post("/en/q/preview/", {"answer": "4"}, headers={"x-fragment": "1"})

    assert (tried.status_code, previewed.status_code) == (200, 200)
    assert not tried.context["thanks"].counted
    assert not previewed.context["thanks"].counted
    assert (Response.objects.count(), counts(survey)) == (0, {})


def test_a_text_that_is_too_long_is_refused(roads):
    survey = open_survey(roads, question("short_text", "What should we know?"))

    assert send(visitor(), survey, answer="x" * 501).status_code == 400
