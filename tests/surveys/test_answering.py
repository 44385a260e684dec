from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from surveys.models import Answer, DeviceMark, Response, Tally, TextAnswer
from tests.surveys.making import open_survey, question
from tests.surveys.visiting import KEY, counts, send, visitor

pytestmark = pytest.mark.django_db


def test_one_tap_stores_one_sheet_with_the_day_and_nothing_about_the_person(survey):
    reply = send(visitor(user_agent="Browser 1"), survey, answer="4", key=KEY, source="block")

    sheet = Response.objects.get()
    assert reply.status_code == 201
    assert (sheet.day, sheet.source, sheet.cell) == (timezone.now().date(), "block", None)
    assert sheet.answers.get().codes == "4"
    assert counts(survey) == {"": 1, "4": 1}
    assert {field.name for field in Response._meta.get_fields() if field.concrete} == {
        "id",
        "wave",
        "day",
        "source",
        "cell",
        "state",
    }


def test_the_same_key_twice_stores_one_sheet_and_gets_the_same_receipt(survey):
    client = visitor()
    first, second = (send(client, survey, answer="1", key=KEY) for _ in range(2))

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.context["thanks"].reference == second.context["thanks"].reference
    assert Response.objects.count() == 1
    assert counts(survey) == {"": 1, "1": 1}


@pytest.mark.django_db(transaction=True)
def test_the_same_key_fifty_times_at_once_stores_one_sheet(survey):
    def tap(_number):
        try:
            return send(visitor(), survey, answer="3", key=KEY).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(tap, range(50)))

    assert sorted(set(statuses)) == [200, 201]
    assert statuses.count(201) == 1
    assert (Response.objects.count(), counts(survey)) == (1, {"": 1, "3": 1})


@pytest.mark.django_db(transaction=True)
def test_fifty_people_at_once_are_all_counted(survey):
    def tap(number):
        try:
            return send(visitor(), survey, answer="5", key=f"key-of-a-device-{number}").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(tap, range(50)))

    assert set(statuses) == {201}
    assert counts(survey) == {"": 50, "5": 50}


def test_a_device_answers_once_in_a_wave(survey):
    client = visitor()
    send(client, survey, answer="1", key=KEY)
    again = send(client, survey, answer="5", key="another-key-of-that-device")

    assert again.status_code == 200
    assert again.context["thanks"].repeated
    assert counts(survey) == {"": 1, "1": 1}
    assert DeviceMark.objects.count() == 1


def test_the_next_question_joins_the_same_sheet(survey):
    client = visitor()
    card = send(client, survey, answer="2", key=KEY).context["thanks"].next
    second = send(client, survey, question=card.question.id, answer=["1", "2"], key=card.key)

    assert second.status_code == 201
    assert second.context["thanks"].next is None
    assert Response.objects.count() == 1
    assert sorted(Answer.objects.values_list("codes", flat=True)) == ["1 2", "2"]


def test_without_javascript_a_redirect_leads_to_the_thank_you_and_the_next_question(survey):
    client = visitor()
    reply = send(client, survey, answer="4", fragment=False)
    page = client.get(reply.url)

    assert (reply.status_code, reply.url) == (303, f"/en/q/{survey.code}/thanks/")
    assert page.context["thanks"].said == "Clean"
    assert page.context["thanks"].next.question.text == "What would help?"
    assert "no-store" in page["Cache-Control"]
    assert send(client, survey, answer="4", fragment=False).status_code in (200, 303)
    assert counts(survey) == {"": 1, "4": 1}


def test_the_thank_you_page_of_a_stranger_says_nothing_of_anybody(survey):
    client = visitor()
    send(client, survey, answer="4", fragment=False)

    assert visitor().get(f"/en/q/{survey.code}/thanks/").context["thanks"].said == ""


def test_answers_in_every_language_make_one_result(survey):
    for language in ("en", "es", "ar"):
        assert (
            send(
                visitor(), survey, language=language, answer="5", key=f"key-in-language-{language}"
            ).status_code
            == 201
        )

    assert counts(survey) == {"": 3, "5": 3}


def test_fields_that_nobody_asked_for_are_dropped(survey):
    extra = {
        "weight": "100",
        "state": "quarantined",
        "day": "2001-01-01",
        "id": "1",
        "wave": "7",
        "cell": "1",
    }
    reply = send(visitor(), survey, answer="4", key=KEY, source="import", **extra)

    sheet = Response.objects.get()
    assert reply.status_code == 201
    assert (sheet.state, sheet.source, sheet.day) == ("counted", "page", timezone.now().date())
    assert sheet.pk != 1


def test_following_a_link_stores_nothing(survey):
    client = visitor()
    for _number in range(3):
        assert client.get(f"/en/q/{survey.code}/?answer=4").status_code == 302
        assert client.head(f"/en/q/{survey.code}/?answer=4").status_code == 302

    assert Response.objects.count() == 0


def test_the_short_code_is_read_in_any_case(survey):
    reply = visitor().get(f"/en/q/{survey.code.lower()}/")

    assert reply.url == survey.page_in("en").url


def test_words_stand_apart_from_the_sheet(roads):
    survey = open_survey(roads, question("short_text", "What should we know?"))
    client = visitor()
    for _number in range(2):
        send(client, survey, answer="  The bins are full.  ", key=KEY)

    text = TextAnswer.objects.get()
    assert text.text == "The bins are full."
    assert not [field for field in TextAnswer._meta.get_fields() if field.related_model in (Response, Answer)]
    assert counts(survey) == {"": 1}


def test_an_answer_costs_few_statements(survey, django_assert_max_num_queries):
    client = visitor()
    with django_assert_max_num_queries(34):
        send(client, survey, answer="4", key=KEY)


@pytest.mark.parametrize("people", [29, 30, 39, 40])
def test_the_public_sees_nothing_below_thirty_and_then_steps_of_ten(survey, people):
    for number in range(people):
        send(visitor(), survey, answer="4", key=f"key-of-a-device-{number}")

    published = Tally.objects.get(wave__survey=survey, question_version__position=0, code="").published
    assert published == {29: 0, 30: 30, 39: 30, 40: 40}[people]


@pytest.mark.parametrize("code", ["%00", "AB%00CD", "..", "%20"])
def test_a_code_that_none_can_be_is_not_found(survey, code):
    assert visitor().get(f"/en/q/{code}/").status_code == 404
