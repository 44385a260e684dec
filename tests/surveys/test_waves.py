from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from portal.core.fields import Translated
from surveys.models import SurveyPage, Tally, Wave
from surveys.models.waves import WaveState
from surveys.services.waves import (
    NothingToAskError,
    ReasonMissingError,
    WaveError,
    WaveOverlapError,
    WrongStateError,
    cancel_wave,
    close_wave_early,
    open_wave,
    pause_wave,
    resume_wave,
    settle_closed_waves,
)
from surveys.signals import wave_closed
from tests.surveys.making import publish_survey

pytestmark = pytest.mark.django_db
REASON = Translated({"en": "The figures looked odd.", "ar": "بدت الأرقام غريبة."})
HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def survey(roads):
    return publish_survey(roads)


def a_wave(survey, state, now):
    """A wave of `survey` that is in `state` at `now`."""
    if state is WaveState.SCHEDULED:
        return open_wave(survey=survey, opens_at=now + HOUR)
    if state is WaveState.CLOSED:
        return open_wave(survey=survey, opens_at=now - 2 * HOUR, closes_at=now - HOUR)
    wave = open_wave(survey=survey, opens_at=now - HOUR)
    return pause_wave(wave=wave, reason=REASON, now=now) if state is WaveState.PAUSED else wave


MOVES = {
    "pause": lambda wave, now: pause_wave(wave=wave, reason=REASON, now=now),
    "resume": lambda wave, now: resume_wave(wave=wave, now=now),
    "close": lambda wave, now: close_wave_early(wave=wave, reason=REASON, now=now),
    "cancel": lambda wave, now: cancel_wave(wave=wave, now=now),
}
# What a move makes of a wave; every other pair is refused. None: the wave is gone.
LEGAL = {
    ("pause", WaveState.OPEN): WaveState.PAUSED,
    ("resume", WaveState.PAUSED): WaveState.OPEN,
    ("close", WaveState.OPEN): WaveState.CLOSED,
    ("close", WaveState.PAUSED): WaveState.CLOSED,
    ("cancel", WaveState.SCHEDULED): None,
}


@pytest.mark.parametrize("state", WaveState)
@pytest.mark.parametrize("move", MOVES)
def test_each_move_is_made_from_the_states_that_allow_it_and_refused_from_the_others(
    survey, now, move, state
):
    wave = a_wave(survey, state, now)
    if (move, state) not in LEGAL:
        with pytest.raises(WrongStateError):
            MOVES[move](wave, now)
        assert Wave.objects.get(pk=wave.pk).state_at(now) is state
        return
    MOVES[move](wave, now)
    left = Wave.objects.filter(pk=wave.pk).first()
    assert (left and left.state_at(now)) == LEGAL[move, state]


@pytest.mark.parametrize(
    ("opens", "closes", "refused"),
    [
        pytest.param(0, 1, True, id="the same hours"),
        pytest.param(-1, 0.5, True, id="ends within"),
        pytest.param(0.5, 2, True, id="begins within"),
        pytest.param(-1, 2, True, id="around it"),
        pytest.param(-1, None, True, id="before it without an end"),
        pytest.param(1, 2, False, id="begins when the other ends"),
        pytest.param(-1, 0, False, id="ends when the other begins"),
        pytest.param(1, None, False, id="after it without an end"),
    ],
)
def test_two_waves_of_a_survey_never_run_at_once(survey, now, opens, closes, refused):
    open_wave(survey=survey, opens_at=now, closes_at=now + HOUR)
    times = {"opens_at": now + opens * HOUR, "closes_at": None if closes is None else now + closes * HOUR}
    if refused:
        with pytest.raises(WaveOverlapError):
            open_wave(survey=survey, **times)
    else:
        open_wave(survey=survey, **times)
    assert survey.waves.count() == (1 if refused else 2)


def test_the_database_refuses_two_waves_that_open_at_one_moment(survey, now):
    open_wave(survey=survey, opens_at=now, closes_at=now + HOUR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wave.objects.create(survey=survey, opens_at=now, closes_at=now + 2 * HOUR)


def test_the_database_refuses_two_waves_without_an_end(survey, now):
    open_wave(survey=survey, opens_at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wave.objects.create(survey=survey, opens_at=now + HOUR)


def test_the_database_refuses_a_wave_that_closes_before_it_opens(survey, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        Wave.objects.create(survey=survey, opens_at=now, closes_at=now - HOUR)


def test_a_wave_that_would_close_before_it_opens_is_refused_with_a_message(survey, now):
    with pytest.raises(WaveError, match="close after it opens"):
        open_wave(survey=survey, opens_at=now, closes_at=now)


def test_a_survey_without_questions_opens_no_wave(survey, now):
    survey.question_versions.update(is_current=False)
    with pytest.raises(NothingToAskError):
        open_wave(survey=survey, opens_at=now)


def test_a_survey_whose_page_is_not_public_opens_no_wave(survey, now):
    SurveyPage.objects.get(translation_key=survey.key, alias_of=None).unpublish()
    with pytest.raises(NothingToAskError):
        open_wave(survey=survey, opens_at=now)


@pytest.mark.parametrize("reason", [Translated(), Translated({"en": ""})])
@pytest.mark.parametrize("act", [pause_wave, close_wave_early])
def test_a_wave_is_not_stopped_without_a_reason(survey, now, act, reason):
    wave = a_wave(survey, WaveState.OPEN, now)
    with pytest.raises(ReasonMissingError):
        act(wave=wave, reason=reason, now=now)
    assert Wave.objects.get(pk=wave.pk).state_at(now) is WaveState.OPEN


def test_a_scheduled_wave_opens_and_closes_by_the_clock_alone(survey, now):
    wave = open_wave(survey=survey, opens_at=now + HOUR, closes_at=now + 2 * HOUR)
    moment = timedelta(microseconds=1)
    states = [
        wave.state_at(at)
        for at in (now, now + HOUR - moment, now + HOUR, now + 2 * HOUR - moment, now + 2 * HOUR)
    ]
    scheduled, opened, closed = WaveState.SCHEDULED, WaveState.OPEN, WaveState.CLOSED
    assert states == [scheduled, scheduled, opened, opened, closed]


def test_closing_publishes_the_final_figures_once(survey, now, django_capture_on_commit_callbacks):
    told = []

    def listen(wave, **_kwargs):
        told.append(wave.pk)

    wave = open_wave(survey=survey, opens_at=now - 2 * HOUR, closes_at=now - HOUR)
    wave.tallies.filter(code__in=["", "4"]).update(count=35)
    wave_closed.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            assert settle_closed_waves(now=now) == 1
        wave.tallies.filter(code="").update(count=36)
        with django_capture_on_commit_callbacks(execute=True):
            assert settle_closed_waves(now=now + HOUR) == 0
    finally:
        wave_closed.disconnect(listen)
    assert told == [wave.pk]
    assert wave.tallies.get(code="").published == 35


def test_a_closed_wave_of_few_people_publishes_nothing(survey, now):
    wave = open_wave(survey=survey, opens_at=now - 2 * HOUR, closes_at=now - HOUR)
    wave.tallies.filter(code__in=["", "4"]).update(count=29)
    settle_closed_waves(now=now)
    assert not Tally.objects.filter(wave=wave, published__gt=0).exists()


def test_closing_early_publishes_the_final_figures_at_once(survey, now):
    wave = a_wave(survey, WaveState.OPEN, now)
    wave.tallies.filter(code__in=["", "4"]).update(count=33)
    close_wave_early(wave=wave, reason=REASON, now=now)
    assert wave.tallies.get(code="4").published == 33
    assert settle_closed_waves(now=now + HOUR) == 0


def send(survey):
    version = survey.question_versions.current().get()
    client = Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})
    return client.post(f"/ar/q/{survey.code}/", {"question": str(version.question_id), "answer": "4"})


def test_residents_read_why_a_wave_is_paused_and_answer_again_when_it_is_resumed(survey, now):
    wave = a_wave(survey, WaveState.OPEN, now)
    pause_wave(wave=wave, reason=REASON, now=now)
    refused = send(survey)
    assert refused.status_code == 403
    assert REASON["ar"] in refused.content.decode()
    assert wave.responses.count() == 0
    resume_wave(wave=wave, now=now)
    assert send(survey).status_code == 201
    assert wave.responses.count() == 1


def test_residents_read_why_a_wave_was_closed_early(survey, now):
    wave = a_wave(survey, WaveState.OPEN, now)
    close_wave_early(wave=wave, reason=REASON, now=now)
    assert send(survey).status_code == 410
    page = SurveyPage.objects.get(translation_key=survey.key, locale__language_code="en")
    assert REASON["en"] in Client().get(page.url).content.decode()


def test_whoever_runs_a_wave_is_named_in_the_history_of_the_page(survey, now, hana):
    wave = open_wave(survey=survey, opens_at=now - HOUR, by=hana)
    pause_wave(wave=wave, reason=REASON, now=now, by=hana)
    resume_wave(wave=wave, now=now, by=hana)
    close_wave_early(wave=wave, reason=REASON, now=now, by=hana)
    cancel_wave(wave=open_wave(survey=survey, opens_at=now + HOUR, by=hana), now=now, by=hana)
    entries = PageLogEntry.objects.filter(action__startswith="surveys.", user=hana).order_by("pk")
    assert [entry.action.removeprefix("surveys.") for entry in entries] == [
        "open_wave",
        "pause_wave",
        "resume_wave",
        "close_wave",
        "open_wave",
        "cancel_wave",
    ]
