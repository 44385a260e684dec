from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from surveys.models import ImportBatch, Response, SegmentCell, Survey, SurveyPage
from surveys.services.imports import NoImportError, import_past_survey, undo_import
from surveys.services.waves import open_wave
from tests.factories import at, translate
from tests.surveys.making import publish_survey
from tests.surveys.past_survey import FOLDER, SLUG, TITLE, files_in
from tests.surveys.past_survey.running import rows

pytestmark = pytest.mark.django_db


def read_in(department, title=TITLE):
    import_past_survey(
        department=department, title=title, files=files_in(FOLDER), language="en", now=timezone.now()
    )
    return Survey.objects.order_by("pk").last()


def english_page():
    return SurveyPage.objects.get(locale__language_code="en")


def test_everything_that_the_import_added_is_gone(parks, roads):
    publish_survey(roads)
    before = rows()
    read_in(parks)
    out = StringIO()
    call_command("undo_import", SLUG, stdout=out)
    assert out.getvalue() == "Took back 3 waves and the page.\n"
    assert rows() == before


def test_groups_that_others_belong_to_as_well_stay(parks):
    first = read_in(parks)
    read_in(parks, title="Once more")
    cells = SegmentCell.objects.count()
    undo_import(survey=first)
    assert SegmentCell.objects.count() == cells
    assert Response.objects.filter(cell=None).count() == 0


def test_the_same_files_can_be_read_in_again(parks):
    undo_import(survey=read_in(parks))
    read_in(parks)
    assert english_page().slug == SLUG
    assert ImportBatch.objects.count() == 1


def test_a_page_that_somebody_edited_is_kept_unpublished(parks, hana):
    survey = read_in(parks)
    page = english_page()
    page.thanks = "Thank you."
    page.save_revision(user=hana)
    assert undo_import(survey=survey).page_kept
    assert not SurveyPage.objects.filter(live=True).exists()
    assert english_page().get_latest_revision_as_object().thanks == "Thank you."
    assert survey.question_versions.count() == 6
    assert not survey.waves.exists()
    assert not Response.objects.exists()


def test_a_page_that_somebody_translated_is_kept_unpublished(parks):
    survey = read_in(parks)
    translate(english_page(), "es", title="Biblioteca del puerto")
    assert undo_import(survey=survey).page_kept
    assert not SurveyPage.objects.filter(live=True).exists()
    assert SurveyPage.objects.filter(title="Biblioteca del puerto").exists()


def test_a_survey_that_was_asked_again_keeps_its_page_and_its_own_waves(parks):
    survey = read_in(parks)
    wave = open_wave(survey=survey, opens_at=at(2026, 1, 1))
    assert undo_import(survey=survey).page_kept
    assert english_page().live
    assert list(survey.waves.all()) == [wave]
    assert survey.question_versions.current().count() == 6


def test_a_page_that_somebody_deleted_does_not_hinder(parks):
    survey = read_in(parks)
    english_page().delete()
    assert not undo_import(survey=survey).page_kept
    assert not Survey.objects.exists()


def test_it_stands_in_the_log_who_took_it_back(parks, gus):
    undo_import(survey=read_in(parks), by=gus)
    entry = PageLogEntry.objects.get(action="surveys.undo_import")
    assert (entry.user, entry.data) == (gus, {"waves": 3})


def test_what_was_not_imported_cannot_be_taken_back(parks):
    survey = publish_survey(parks)
    with pytest.raises(NoImportError):
        undo_import(survey=survey)
    with pytest.raises(CommandError, match=r"^This survey was not imported\.$"):
        call_command("undo_import", survey.code)
