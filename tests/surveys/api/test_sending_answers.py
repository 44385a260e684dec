from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from portal.core.fields import Translated
from surveys.models import Answer, DeviceMark, PlaceAnswer, Response, TextAnswer
from surveys.models.surveys import WhenStale
from surveys.services.waves import open_wave, pause_wave
from tests.surveys.api.sending import kind_of, program, read, right_answers, send, sheet
from tests.surveys.editing import page_of, raw
from tests.surveys.every_kind import asked_if, open_every_kind
from tests.surveys.making import choices, open_survey, publish_survey, question, rating
from tests.surveys.visiting import KEY, counts
from tests.translations.translating import edit, publish

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def visit(parks):
    """Whoever did not come is asked why."""
    came = question("yes_no", "Have you come?", name="came", reverse=True)
    why = question(
        "multiple_choice", "Why not?", name="why", choices=choices("Far", "Dear"), other=True,
        ask_if=asked_if(came, "is", "no"),
    )  # fmt: skip
    return open_survey(parks, came, why, question("short_text", "What else?", name="else"))


def stored():
    return {answer.question_version.name: answer.codes for answer in Answer.objects.all()}


def test_a_sheet_with_every_kind_of_question_is_stored_as_it_was_sent(parks):
    survey = open_every_kind(parks)
    detail = read(survey).json()
    answers = right_answers(detail)

    receipt = send(survey, sheet(answers))

    names = {question["name"]: question["kind"] for question in detail["questions"]}
    assert receipt.status_code == 201, receipt.content
    assert set(receipt.json()["stored"]) | set(receipt.json()["dropped"]) == set(answers)
    assert Response.objects.get().source == "api"
    found = {names[name]: codes for name, codes in stored().items() if name not in ("travel",)}
    assert found["matrix"] == "1:1 2:1 3:1"
    assert found["ranking"] == "1 2 3"
    assert (found["number"], found["date"]) in [("0", "2020-01-01")]
    assert (found["long_text"], found["consent"]) == ("*", "yes")
    assert {text.text for text in TextAnswer.objects.all()} == {"Más árboles."}
    point = PlaceAnswer.objects.get()
    assert (str(point.longitude), str(point.latitude)) == ("-3.704", "40.417")


def test_questions_may_be_named_by_their_ids(visit):
    came = str(visit.question_versions.get(name="came").question_id)

    assert send(visit, sheet({came: "yes"})).json()["stored"] == ["came"]


def test_what_is_not_asked_with_these_answers_is_dropped_and_said(visit):
    receipt = send(visit, sheet({"came": "yes", "why": ["1"], "else": "Thanks"}))

    assert receipt.status_code == 201
    assert (receipt.json()["stored"], receipt.json()["dropped"]) == (["came", "else"], ["why"])
    assert stored() == {"came": "yes", "else": "*"}


def test_what_is_not_asked_may_even_be_wrong(visit):
    receipt = send(visit, sheet({"came": "yes", "why": {"row": "1"}}))

    assert (receipt.status_code, receipt.json()["dropped"]) == (201, ["why"])


def test_own_words_come_beside_other_choices(visit):
    answer = {"choices": ["1", "other"], "other": "No bus"}

    assert send(visit, sheet({"came": "no", "why": answer})).status_code == 201
    assert stored()["why"] == "1 other"
    assert TextAnswer.objects.get().text == "No bus"


def test_an_empty_value_is_no_answer(visit):
    receipt = send(visit, sheet({"came": "no", "why": [], "else": ""}))

    assert (receipt.json()["stored"], receipt.json()["dropped"]) == (["came"], [])


def test_how_a_question_was_drawn_is_kept(parks):
    worded = rating(name="clean", other_wording="Is it clean?", reverse=True)
    survey = open_survey(parks, worded)
    order = [choice["code"] for choice in read(survey).json()["questions"][0]["choices"]]
    order = [*reversed(order[:-1]), order[-1]]

    receipt = send(survey, sheet({"clean": "4"}, drawn={"clean": {"arm": "b", "order": order}}))

    assert receipt.status_code == 201
    assert (Answer.objects.get().arm, Answer.objects.get().positions) == ("b", "2")


def test_words_keep_the_language_they_were_written_in(visit):
    publish(page_of(visit))

    send(visit, sheet({"else": "Nada"}, language="es"))

    assert TextAnswer.objects.get().language == "es"


def test_the_same_key_again_stores_nothing_and_gets_the_same_receipt(visit):
    first = send(visit, sheet({"came": "yes"}, key=KEY))
    again = send(visit, sheet({"came": "no", "why": ["1"]}, key=KEY))

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["reference"] == again.json()["reference"]
    assert (again.json()["stored"], again.json()["dropped"]) == (["came"], ["why"])
    assert stored() == {"came": "yes"}


def test_a_late_second_try_gets_its_receipt_after_the_close(visit):
    first = send(visit, sheet({"came": "yes"}, key=KEY))
    visit.waves.update(opens_at=timezone.now() - 2 * HOUR, closes_at=timezone.now() - HOUR)

    again = send(visit, sheet({"came": "yes"}, key=KEY))

    assert (again.status_code, again.json()) == (200, first.json())


@pytest.mark.django_db(transaction=True)
def test_the_same_key_twenty_times_at_once_stores_one_sheet(visit):
    def post(_number):
        try:
            return send(visit, sheet({"came": "yes"}, key=KEY))
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        receipts = list(pool.map(post, range(20)))

    assert sorted(receipt.status_code for receipt in receipts) == [200] * 19 + [201]
    assert len({receipt.json()["reference"] for receipt in receipts}) == 1
    assert Response.objects.count() == 1
    assert counts(visit) == {"": 1, "yes": 1}


def test_several_people_may_send_through_one_program(visit):
    client = program()

    assert [send(visit, sheet({"came": "yes"}), client).status_code for _ in range(3)] == [201] * 3
    assert Response.objects.count() == 3
    assert not DeviceMark.objects.exists()


def test_a_closed_survey_is_gone(parks):
    survey = publish_survey(parks)
    open_wave(survey=survey, opens_at=timezone.now() - 2 * HOUR, closes_at=timezone.now() - HOUR)

    answer = send(survey, sheet({"clean": "4"}))

    assert (answer.status_code, kind_of(answer)) == (410, "closed")


def test_a_survey_that_has_not_opened_takes_nothing(parks):
    survey = publish_survey(parks)
    open_wave(survey=survey, opens_at=timezone.now() + HOUR)

    answer = send(survey, sheet({"clean": "4"}))

    assert (answer.status_code, kind_of(answer)) == (403, "scheduled")


def test_a_paused_survey_says_why_in_the_language_of_the_sheet(visit):
    reason = Translated({"en": "A fault.", "es": "Un error."})
    pause_wave(wave=visit.waves.get(), reason=reason, now=timezone.now())

    answer = send(visit, sheet({"came": "yes"}, language="es"))

    assert (answer.status_code, kind_of(answer)) == (403, "paused")
    assert "Un error." in answer.json()["detail"]


def test_a_language_whose_translation_is_behind_waits(visit):
    page = page_of(visit)
    publish(page)
    changed = raw(page)
    changed[0]["value"]["question"] = "Did you come?"
    edit(page, questions=changed, when_stale=WhenStale.WAIT)

    answer = send(visit, sheet({"came": "yes"}, language="es"))

    assert (answer.status_code, kind_of(answer)) == (403, "waiting-for-translation")
    assert send(visit, sheet({"came": "yes"})).status_code == 201


def test_no_cookie_is_read_or_set_and_nothing_is_kept(visit, client, ada):
    client.force_login(ada)

    receipt = send(visit, sheet({"came": "yes"}), client)

    assert receipt.status_code == 201
    assert not receipt.cookies
    assert receipt["Cache-Control"] == "no-store"
    assert "Cookie" not in receipt.get("Vary", "")


def test_sending_costs_a_steady_number_of_queries(parks, django_assert_max_num_queries):
    survey = open_every_kind(parks)
    answers = right_answers(read(survey).json())
    send(survey, sheet(answers))

    with django_assert_max_num_queries(18):
        assert send(survey, sheet(answers)).status_code == 201
