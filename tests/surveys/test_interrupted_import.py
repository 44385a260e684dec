from __future__ import annotations

import shutil

import pytest
from django.db import connection
from django.utils import timezone

from surveys.domain.answers import GivenAnswer
from surveys.domain.sheets import Fault, SheetFault
from surveys.models import ImportBatch, Response, Survey, SurveyPage, Wave
from surveys.queries import results_of, staff_results
from surveys.services.imports import ImportSupersededError, import_past_survey, past_survey, staging
from surveys.services.imports.clearing import clear_leftovers
from surveys.services.responses import Sender, SheetAnswer, record_answer
from tests.surveys.making import open_survey
from tests.surveys.past_survey import FOLDER, TITLE, files_in
from tests.surveys.past_survey.running import rows

pytestmark = pytest.mark.django_db
SHEETS = 136


class PulledPlugError(BaseException):
    """As if the machine had stopped here: nothing tidies up."""


def read_in(department, *, files=None, report=past_survey.no_report, title=TITLE):
    return import_past_survey(
        department=department,
        title=title,
        files=files or files_in(FOLDER),
        language="en",
        now=timezone.now(),
        report=report,
    )


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr(staging, "SHEETS_AT_ONCE", 20)


def when_storing(do):
    """A report that does something once, when the first sheets are stored."""
    done = []

    def report(progress):
        if progress.storing and not done:
            done.append(progress)
            do()

    return report


@pytest.fixture
def interrupted(parks, monkeypatch):
    """An import that was cut off half-way, its rows still there."""

    def stop():
        raise PulledPlugError

    monkeypatch.setattr(past_survey, "clear", lambda batch: None)
    with pytest.raises(PulledPlugError):
        read_in(parks, report=when_storing(stop))
    monkeypatch.undo()
    assert Response.objects.count() == 20
    return ImportBatch.objects.get()


def test_nothing_of_an_interrupted_import_is_to_be_seen(interrupted):
    survey = interrupted.survey
    assert not SurveyPage.objects.exists()
    assert not Wave.objects.shown().exists()
    assert results_of(survey, "en") == []
    assert staff_results(survey) == []


@pytest.mark.parametrize("title", [TITLE, "Another survey"])
def test_the_next_import_clears_it_away_and_is_whole(interrupted, parks, title):
    receipt = read_in(parks, title=title)
    assert receipt.created
    assert Response.objects.count() == SHEETS
    assert Survey.objects.count() == ImportBatch.objects.count() == 1
    assert Wave.objects.shown().count() == Wave.objects.count() == 3


def test_an_import_stopped_by_hand_leaves_nothing(parks):
    before = rows()

    def interrupt():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_in(parks, report=when_storing(interrupt))
    assert rows() == before


def test_files_that_change_meanwhile_are_refused_and_nothing_is_stored(parks, tmp_path):
    for path in files_in(FOLDER):
        shutil.copy(path, tmp_path)
    files, before = files_in(tmp_path), rows()

    def change():
        files.choices.write_text(files.choices.read_text().replace("Every week", "Each week"))

    with pytest.raises(SheetFault) as caught:
        read_in(parks, files=files, report=when_storing(change))
    assert caught.value.fault is Fault.FILE_CHANGED
    assert rows() == before


@pytest.mark.parametrize("title", [TITLE, "Another survey"])
def test_of_two_imports_at_once_the_later_wins_and_the_earlier_stores_nothing(parks, title):
    def start_another():
        clear_leftovers()
        assert read_in(parks, title=title).created

    with pytest.raises(ImportSupersededError):
        read_in(parks, report=when_storing(start_another))
    assert Response.objects.count() == SHEETS
    assert ImportBatch.objects.get().state == ImportBatch.State.DONE
    assert staff_results(Survey.objects.get())


@pytest.mark.django_db(transaction=True)
def test_residents_answer_while_sheets_are_stored(parks):
    survey = open_survey(parks)
    wave, version = survey.waves.get(), survey.question_versions.get()
    receipts = []

    def answer():
        # No transaction is open between two steps, so nobody waits for the import.
        assert not connection.in_atomic_block
        assert Wave.objects.shown().count() == 1
        given = SheetAnswer(version, version.in_language("en"), GivenAnswer(codes=("4",)))
        sender = Sender("a-key-made-on-the-device", "page", "en")
        receipts.append(record_answer(wave=wave, answer=given, sender=sender, now=timezone.now()))

    read_in(parks, report=when_storing(answer))
    assert [receipt.created for receipt in receipts] == [True]
    assert wave.responses.count() == 1
    assert Response.objects.count() == SHEETS + 1
