from __future__ import annotations

import csv
import io
from dataclasses import astuple

import pytest
from django.utils import timezone

from portal.core.exports import csv_lines
from portal.core.fields import Translated
from surveys.domain.answers import GivenAnswer
from surveys.domain.disclosure import Bound, Standing
from surveys.models import ImportBatch, Response, Survey, TextAnswer
from surveys.queries import (
    answer_columns,
    figure_of,
    iter_answer_rows,
    iter_text_rows,
    results_of,
    staff_results,
)
from surveys.services.imports import SurveyFiles, import_past_survey
from surveys.services.responses import Sender, SheetAnswer, record_answer
from surveys.services.waves import close_wave_early
from tests.factories import translate
from tests.surveys.editing import republish
from tests.surveys.making import choices, open_survey, question
from tests.surveys.past_survey import FOLDER, TITLE, files_in

pytestmark = pytest.mark.django_db


def read_in(department, files, title=TITLE):
    now = timezone.now()
    return import_past_survey(department=department, title=title, files=files, language="en", now=now).page


@pytest.fixture
def library(parks):
    read_in(parks, files_in(FOLDER))
    return Survey.objects.get()


@pytest.fixture
def reading(roads):
    """An open survey of one question: a choice of two and one that is no opinion."""
    answers = choices("Yes", "No", "Rather not say-")
    asked = question("single_choice", "Do you read?", choices=answers, name="read", dont_know=False)
    return open_survey(roads, asked, slug="reading", title="Reading")


def answer(survey, codes, language="en"):
    version, wave = survey.question_versions.get(), survey.waves.get()
    for code in codes:
        given = SheetAnswer(version, version.in_language(language), GivenAnswer(codes=(code,)))
        sender = Sender(f"key-of-{Response.objects.count():012}", "page", language)
        record_answer(wave=wave, answer=given, sender=sender, now=timezone.now())


def by_name(results):
    return {result.question.name: result for result in results}


# What everyone sees


def test_both_waves_of_a_question_stand_side_by_side_the_newest_first(library):
    visits = by_name(results_of(library, "en"))["visits"]
    assert [figure.wave for figure in visits.figures] == ["2025-09-15", "2025-03", "2024"]
    assert [(share.code, share.label) for share in visits.figures[0].shares] == [
        ("weekly", "Every week"),
        ("monthly", "Every month"),
        ("rarely", "Less often"),
    ]
    first = visits.figures[2]
    assert [(share.percent, share.low, share.high) for share in first.shares] == [
        (33, 21, 48),
        (44, 30, 58),
        (23, 13, 37),
    ]
    assert first.people == (Standing.EARLY, 40)
    assert first.early


def test_a_figure_of_fewer_than_thirty_people_is_not_shown(library):
    recommend = by_name(results_of(library, "en"))["would_recommend"]
    newest = recommend.figures[0]
    assert newest.wave == "2025-09-15"
    assert (newest.shares, newest.opinion, newest.published) == ((), None, False)
    assert newest.people == (Standing.COLLECTING, 20)
    assert recommend.published


def test_free_texts_are_not_among_the_results(library):
    assert "one_wish" not in by_name(results_of(library, "en"))


def test_those_with_an_opinion_are_shown_apart_where_many_had_none(library):
    hours = by_name(results_of(library, "en"))["opening_hours"].figures[1]
    assert [share.code for share in hours.shares] == ["1", "2", "3", "9"]
    assert [share.code for share in hours.opinion.shares] == ["1", "2", "3"]
    assert hours.opinion.people.number <= hours.people.number
    assert by_name(results_of(library, "en"))["rooms"].figures[0].opinion is None


def test_every_share_of_several_choices_is_one_of_all_who_answered(library):
    rooms = by_name(results_of(library, "en"))["rooms"].figures[0]
    assert sum(share.percent for share in rooms.shares) > 120


def test_nothing_shown_to_everyone_tells_more_than_whole_percents_and_tens(library):
    def numbers(value):
        if isinstance(value, tuple | list):
            for part in value:
                yield from numbers(part)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield value

    for result in results_of(library, "en"):
        for figure in result.figures:
            assert all(isinstance(number, int) for number in numbers(astuple(figure)))
            assert figure.people.number % 10 == 0


def test_figures_move_in_steps_of_ten_people(reading):
    answer(reading, ["1"] * 29)
    [result] = results_of(reading, "en")
    assert result.figures[0].people == (Standing.COLLECTING, 20)
    assert not result.published
    answer(reading, ["1"])
    thirty = results_of(reading, "en")
    assert thirty[0].published
    answer(reading, ["2"] * 9)
    assert results_of(reading, "en") == thirty
    answer(reading, ["2"])
    [result] = results_of(reading, "en")
    assert [share.percent for share in result.figures[0].shares] == [75, 25, 1]
    assert result.figures[0].shares[2].bound is Bound.UNDER


def test_answers_in_all_languages_make_one_result_with_words_in_each(reading):
    page = translate(
        reading.page_in("en").specific, "es", title="Leer", questions=spanish(reading.page_in("en").specific)
    )
    assert page.locale.language_code == "es"
    answer(reading, ["1"] * 20, language="en")
    answer(reading, ["2"] * 20, language="es")
    in_english, in_spanish, in_arabic = (results_of(reading, language)[0] for language in ("en", "es", "ar"))
    assert [share.label for share in in_spanish.figures[0].shares] == ["Sí", "No", "Prefiero no decirlo"]
    assert [share.label for share in in_arabic.figures[0].shares] == ["Yes", "No", "Rather not say"]
    assert in_arabic.question.language == "en"
    for result in (in_english, in_spanish, in_arabic):
        assert [share.percent for share in result.figures[0].shares] == [50, 50, 1]


def spanish(page):
    raw = [dict(block) for block in page.questions.raw_data]
    value = raw[0]["value"]
    value["question"] = "¿Lee usted?"
    for item, text in zip(value["choices"], ("Sí", "No", "Prefiero no decirlo"), strict=True):
        item["value"]["text"] = text
    return raw


def test_the_thank_you_shows_what_was_published_last(library, reading):
    version = library.question_versions.get(name="would_recommend")
    assert figure_of(version, timezone.now(), "en").wave == "2025-03"
    answer(reading, ["1"] * 12)
    asked = reading.question_versions.get()
    assert figure_of(asked, timezone.now(), "en").people == (Standing.COLLECTING, 10)
    answer(reading, ["1"] * 20)
    assert [share.percent for share in figure_of(asked, timezone.now(), "en").shares] == [99, 1, 1]


def test_an_import_that_is_still_read_in_is_not_shown(library):
    ImportBatch.objects.update(state=ImportBatch.State.STAGING)
    assert results_of(library, "en") == []
    assert staff_results(library) == []
    assert figure_of(library.question_versions.first(), timezone.now()) is None
    assert list(iter_answer_rows(library, answer_columns(library))) == []
    assert list(iter_text_rows(library)) == []


def test_the_number_of_queries_does_not_grow_with_waves_and_questions(
    library, reading, django_assert_num_queries
):
    with django_assert_num_queries(3):
        assert len(results_of(library, "en")) == 5
    with django_assert_num_queries(3):
        results_of(reading, "en")
    with django_assert_num_queries(4):
        assert len(staff_results(library)) == 78
    with django_assert_num_queries(3):
        staff_results(reading)
    version = library.question_versions.select_related("survey").first()
    with django_assert_num_queries(2):
        figure_of(version, timezone.now(), "en")


# What staff export


def exported(survey):
    columns = answer_columns(survey)
    return "".join(csv_lines(columns.header, iter_answer_rows(survey, columns)))


def test_the_export_has_a_row_for_each_sheet_and_no_free_text(library):
    rows = list(csv.DictReader(io.StringIO(exported(library), newline="")))
    assert len(rows) == 136
    assert list(rows[0]) == [
        *("response", "wave", "channel", "age_band", "district"),
        *("visits", "opening_hours", "rooms", "staff", "would_recommend"),
    ]
    assert [int(row["response"]) for row in rows] == list(range(1, 137))
    assert {row["wave"] for row in rows} == {"2024", "2025-03", "2025-09-15"}


def test_an_export_read_in_again_gives_the_same_figures(library, parks, tmp_path):
    sheets = tmp_path / "responses.csv"
    sheets.write_text(exported(library), encoding="utf-8", newline="")
    questions = tmp_path / "questions.csv"
    lines = (FOLDER / "questions.csv").read_text(encoding="utf-8").splitlines()
    questions.write_text("\n".join(line for line in lines if "short_text" not in line), encoding="utf-8")
    read_in(parks, SurveyFiles(questions, FOLDER / "choices.csv", sheets), title="Again")
    again = Survey.objects.exclude(pk=library.pk).get()
    assert staff_results(again) == staff_results(library)


def test_the_order_of_the_export_is_not_that_of_the_file(library):
    with (FOLDER / "responses.csv").open(newline="", encoding="utf-8") as lines:
        in_file = [(row["visits"], row["opening_hours"], row["staff"]) for row in csv.DictReader(lines)]
    rows = csv.DictReader(io.StringIO(exported(library), newline=""))
    in_export = [(row["visits"], row["opening_hours"], row["staff"]) for row in rows]
    assert sorted(in_export) == sorted(in_file)
    assert in_export != in_file


def test_free_texts_are_exported_apart_in_an_order_that_says_nothing(library):
    rows = list(iter_text_rows(library))
    assert len(rows) == TextAnswer.objects.count()
    assert {(question_, language) for _, question_, language, _ in rows} == {("one_wish", "en")}
    safe = "".join(csv_lines(["wave", "question", "language", "text"], rows))
    assert '"\'=more than one seat, please"' in safe


def test_an_export_streams_with_the_same_few_queries_for_each_batch(
    library, monkeypatch, django_assert_max_num_queries
):
    columns = answer_columns(library)
    monkeypatch.setattr("surveys.queries.sheets.SHEETS_AT_ONCE", 100)
    # The second batch may hold no cell that the first did not.
    with django_assert_max_num_queries(5):
        assert len(list(iter_answer_rows(library, columns))) == 136


def test_sheets_that_were_set_aside_are_not_exported(library):
    one = Response.objects.first()
    Response.objects.filter(pk=one.pk).update(state=Response.State.QUARANTINED)
    assert len(list(iter_answer_rows(library, answer_columns(library)))) == 135


def test_a_question_that_was_changed_after_answers_stands_as_two(reading):
    answer(reading, ["1"] * 30)
    close_wave_early(wave=reading.waves.get(), reason=Translated(en="New wording"), now=timezone.now())
    page = reading.page_in("en").specific
    raw = [dict(block) for block in page.questions.raw_data]
    raw[0]["value"]["question"] = "Do you read books?"
    republish(page, raw)
    assert {figure.question for figure in staff_results(reading)} == {"read@1"}
    assert [result.question.text for result in results_of(reading, "en")] == ["Do you read?"]
