"""What the staff's screens for surveys do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from portal.core.fields import Translated
from surveys.models import SurveyPage, Wave
from surveys.models.waves import WaveState
from surveys.services.waves import open_wave, pause_wave
from tests.surveys.making import choices, open_survey, publish_survey, question, rating

pytestmark = pytest.mark.django_db
REASONS = {"reason_en": "The figures looked odd.", "reason_es": "", "reason_ar": "بدت الأرقام غريبة."}


@pytest.fixture
def staff(client, hana):
    """Hana, who runs the waves of parks, signed in."""
    client.force_login(hana)
    return client


@pytest.fixture
def survey(parks):
    return publish_survey(parks, slug="park-benches", title="Park benches")


def url(screen, survey, *args):
    return reverse(f"survey_admin:{screen}", args=[survey.pk, *args])


def page_of(survey, language="en"):
    return SurveyPage.objects.get(translation_key=survey.key, locale__language_code=language)


def in_form(moment):
    return f"{moment:%Y-%m-%d %H:%M}"


def answer(survey, *codes, place=0):
    version = list(survey.question_versions.current())[place]
    for code in codes:
        client = Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})
        data = {"question": str(version.question_id), "answer": code}
        assert client.post(f"/en/q/{survey.code}/", data).status_code == 201


def test_a_publisher_opens_a_wave_without_an_end(staff, survey):
    response = staff.post(url("open_wave", survey), {"label": "Autumn"})
    assert response.url == url("survey", survey)
    wave = survey.waves.get()
    assert (wave.label, wave.closes_at) == ("Autumn", None)
    assert wave.state_at(timezone.now()) is WaveState.OPEN


def test_a_publisher_opens_a_wave_until_a_date(staff, survey):
    end = timezone.now() + timedelta(days=9)
    staff.post(url("open_wave", survey), {"closes_at": in_form(end)})
    assert in_form(survey.waves.get().closes_at) == in_form(end)


def test_a_publisher_schedules_a_wave_and_cancels_it(staff, survey):
    start = timezone.now() + timedelta(days=2)
    staff.post(url("schedule_wave", survey), {"opens_at": in_form(start), "label": "Later"})
    wave = survey.waves.get()
    assert wave.state_at(timezone.now()) is WaveState.SCHEDULED
    staff.post(url("cancel_wave", survey, wave.pk))
    assert not survey.waves.exists()


def test_a_publisher_pauses_resumes_and_closes_a_wave_with_reasons_in_each_language(staff, survey):
    wave = open_wave(survey=survey, opens_at=timezone.now())
    staff.post(url("pause_wave", survey, wave.pk), REASONS)
    wave.refresh_from_db()
    assert wave.pause_reason == {"en": REASONS["reason_en"], "ar": REASONS["reason_ar"]}
    staff.post(url("resume_wave", survey, wave.pk))
    assert Wave.objects.get(pk=wave.pk).state_at(timezone.now()) is WaveState.OPEN
    staff.post(url("close_wave", survey, wave.pk), REASONS)
    wave.refresh_from_db()
    assert wave.state_at(timezone.now()) is WaveState.CLOSED
    assert str(wave.close_reason) == REASONS["reason_en"]


@pytest.mark.parametrize(
    ("screen", "data", "message"),
    [
        pytest.param("open_wave", {}, "Another wave of this survey runs", id="overlap"),
        pytest.param("schedule_wave", {}, "This field is required", id="no opening"),
        pytest.param("schedule_wave", {"opens_at": "2020-01-01 10:00"}, "This time has passed", id="past"),
        pytest.param(
            "pause_wave", {"reason_en": " "}, "it stands in where another is missing", id="no reason"
        ),
        pytest.param("resume_wave", {}, "This wave is open", id="not paused"),
        pytest.param("cancel_wave", {}, "This wave is open", id="already open"),
        pytest.param("close_wave", {"reason_en": "x" * 241}, "at most 240", id="long reason"),
    ],
)
def test_what_cannot_be_done_is_said_at_the_form_and_changes_nothing(staff, survey, screen, data, message):
    wave = open_wave(survey=survey, opens_at=timezone.now())
    before = list(Wave.objects.values())
    of_wave = () if screen in {"open_wave", "schedule_wave"} else (wave.pk,)
    response = staff.post(url(screen, survey, *of_wave), data)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert list(Wave.objects.values()) == before


def test_asking_for_a_form_changes_nothing(staff, survey):
    wave = open_wave(survey=survey, opens_at=timezone.now())
    before = list(Wave.objects.values())
    for screen in ("pause_wave", "resume_wave", "close_wave", "cancel_wave"):
        assert staff.get(url(screen, survey, wave.pk)).status_code == 200
    assert list(Wave.objects.values()) == before


def test_staff_see_the_answers_as_they_arrive(staff, survey):
    open_wave(survey=survey, opens_at=timezone.now())
    answer(survey, "4", "4", "5", "dk")
    text = staff.get(url("live", survey)).content.decode()
    for shown in ("Of all 4 people who answered", "Of the 3 people with an opinion", "50.0%", "66.7%"):
        assert shown in text
    answer(survey, "1")
    assert "Of all 5 people who answered" in staff.get(url("survey", survey)).content.decode()


def test_free_texts_are_read_by_those_who_may_export_answers(client, parks, fay, ivo):
    survey = open_survey(parks, rating(), question("short_text", "What else?"))
    answer(survey, "4")
    answer(survey, "More <b>benches</b>", place=1)
    for person, reads in ((fay, True), (ivo, False)):
        client.force_login(person)
        assert ("More &lt;b&gt;benches" in client.get(url("live", survey)).content.decode()) is reads


def test_figures_of_a_closed_wave_are_seen_by_choosing_it(staff, survey):
    now = timezone.now()
    open_wave(
        survey=survey, opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1), label="First"
    )
    second = open_wave(survey=survey, opens_at=now, label="Second")
    answer(survey, "4")
    text = staff.get(url("survey", survey)).content.decode()
    assert "Figures of the wave “Second”" in text
    first = survey.waves.exclude(pk=second.pk).get()
    assert (
        "Figures of the wave “First”" in staff.get(url("survey", survey), {"wave": first.pk}).content.decode()
    )


def test_an_analyst_takes_the_answers_away_and_it_is_noted(client, fay, parks):
    survey = open_survey(parks, rating(name="clean"), slug="park-benches")
    answer(survey, "4", "dk")
    client.force_login(fay)
    response = client.get(url("answers", survey))
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    name = f"parks-park-benches-answers-{timezone.localdate():%Y-%m-%d}.csv"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert lines[0] == "response,wave,channel,clean"
    assert sorted(line.rpartition(",")[2] for line in lines[1:]) == ["4", "dk"]
    entry = PageLogEntry.objects.get(action="surveys.export_answers")
    assert (entry.user, entry.data["file"], entry.page_id) == (fay, "answers", page_of(survey).pk)


def test_a_text_that_a_spreadsheet_would_run_leaves_defused(client, fay, parks):
    survey = open_survey(parks, question("short_text", "What else?", name="else"))
    answer(survey, "=1+1")
    client.force_login(fay)
    text = b"".join(client.get(url("texts", survey)).streaming_content).decode("utf-8-sig")
    assert text.splitlines()[1].endswith("else,en,'=1+1")


def test_an_editor_takes_the_figures_away(client, ben, parks):
    survey = open_survey(parks, rating(name="clean"))
    answer(survey, "4", "4", "1")
    client.force_login(ben)
    text = b"".join(client.get(url("figures", survey)).streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0].startswith("question,wave,base,n,choice,count,share,")
    assert ",all who answered,3,4,2,0.6666666666666666," in text


def listed(client, **query):
    html = client.get(reverse("survey_admin:list_results"), query).content.decode()
    return [title for title in ("Park benches", "Shade", "Old paths", "Never asked") if f"{title}\n" in html]


@pytest.fixture
def four_surveys(parks, survey):
    now = timezone.now()
    open_wave(survey=survey, opens_at=now)
    shade = publish_survey(parks, slug="shade", title="Shade")
    pause_wave(wave=open_wave(survey=shade, opens_at=now), reason=Translated({"en": "Rain"}), now=now)
    paths = publish_survey(parks, slug="old-paths", title="Old paths")
    open_wave(survey=paths, opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1))
    publish_survey(parks, slug="never-asked", title="Never asked")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        pytest.param({}, ["Park benches", "Shade", "Old paths", "Never asked"], id="all"),
        pytest.param({"state": "open"}, ["Park benches"], id="open"),
        pytest.param({"state": "paused"}, ["Shade"], id="paused"),
        pytest.param({"state": "closed"}, ["Old paths"], id="closed"),
        pytest.param({"state": "scheduled"}, [], id="scheduled"),
        pytest.param({"q": "bench"}, ["Park benches"], id="words of the title"),
        pytest.param({"q": "nothing"}, [], id="no such title"),
    ],
)
def test_the_list_is_searched_and_filtered(staff, four_surveys, query, titles):
    assert listed(staff, **query) == titles


def test_a_longer_list_needs_no_more_queries(staff, four_surveys, parks, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as few:
        listed(staff)
    for number in range(3):
        open_survey(parks, slug=f"more-{number}", title=f"More {number}")
    with django_assert_max_num_queries(len(few)):
        listed(staff)


def test_sheets_are_taken_away_in_the_words_of_no_person(client, fay, parks):
    """The file names the wave, the way and the codes; nothing in it leads to a device or an address."""
    survey = open_survey(
        parks, rating(name="q"), question("multiple_choice", "Help?", choices=choices("A", "B"))
    )
    answer(survey, "4")
    client.force_login(fay)
    header = (
        b"".join(client.get(url("answers", survey)).streaming_content).decode("utf-8-sig").splitlines()[0]
    )
    assert header == "response,wave,channel,q,q1"
