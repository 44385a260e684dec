from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from io import StringIO

import pytest
from django.utils import timezone
from tqdm import tqdm
from wagtail.models import PageLogEntry

from surveys.domain.kinds import Kind
from surveys.models import (
    Answer,
    ImportBatch,
    QuestionVersion,
    Response,
    SegmentCell,
    Survey,
    SurveyPage,
    Tally,
    TextAnswer,
    Wave,
)
from surveys.services.imports import import_past_survey
from tests.factories import at
from tests.surveys.making import publish_survey
from tests.surveys.past_survey import FOLDER, files_in
from tests.surveys.past_survey.running import rows, run

pytestmark = pytest.mark.django_db
SHEETS, ANSWERS = 136, 711


@pytest.fixture
def copies(tmp_path):
    """The files, to be spoiled."""
    for path in files_in(FOLDER):
        shutil.copy(path, tmp_path)
    return files_in(tmp_path)


@pytest.fixture
def imported(parks):
    run(files_in(FOLDER))
    return Survey.objects.get()


def test_one_line_says_what_was_read_in(parks, capsys):
    said = run(files_in(FOLDER))
    assert said.startswith(f"Imported 6 questions, 3 waves, {SHEETS} sheets, {ANSWERS} answers in ")
    assert said.endswith("seconds: /en/departments/parks/harbour-library/\n")
    assert said.count("\n") == 1
    assert capsys.readouterr().err == ""


def test_a_progress_bar_moves_on_a_terminal_and_leaves_nothing_behind(parks, monkeypatch):
    class Terminal(StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("surveys.services.imports.files.SHEETS_BETWEEN_REPORTS", 50)
    monkeypatch.setattr("surveys.services.imports.staging.SHEETS_AT_ONCE", 50)
    monkeypatch.setattr("surveys.management.commands.import_survey.tqdm", partial(tqdm, mininterval=0))
    run(files_in(FOLDER))
    shown = terminal.getvalue().split("\r")
    assert any(line.startswith("Checking") for line in shown)
    assert any(line.startswith("Storing") for line in shown)
    assert shown[-1] == ""
    assert shown[-2].strip() == ""


def test_the_page_stands_below_its_department_in_every_language(imported, parks):
    pages = {page.locale.language_code: page for page in SurveyPage.objects.all()}
    assert set(pages) == {"en", "es", "ar"}
    assert all(
        page.live and page.slug == "harbour-library" and page.department == parks for page in pages.values()
    )
    assert pages["es"].alias_of_id == pages["ar"].alias_of_id == pages["en"].pk
    assert imported.key == pages["en"].translation_key
    assert imported.department == parks


def test_questions_keep_names_codes_and_words(imported):
    versions = {version.name: version for version in imported.question_versions.current()}
    assert list(versions) == ["visits", "opening_hours", "rooms", "staff", "would_recommend", "one_wish"]
    hours = versions["opening_hours"].in_language("en")
    assert hours.text == "How satisfied are you with the opening hours, weekends included?"
    assert [(choice.code, choice.label, choice.opinion) for choice in hours.choices] == [
        ("1", "Not satisfied", True),
        ("2", "Neither", True),
        ("3", "Satisfied", True),
        ("9", "Don't know", False),
    ]
    assert [version.kind for version in versions.values()] == list(
        map(str, (Kind.SINGLE, Kind.SINGLE, Kind.MULTIPLE, Kind.RATING, Kind.YES_NO, Kind.TEXT))
    )


def test_each_value_of_wave_is_a_closed_wave_without_a_tier(imported):
    waves = {wave.label: wave for wave in imported.waves.all()}
    assert {label: (wave.opens_at, wave.closes_at) for label, wave in waves.items()} == {
        "2024": (at(2024, 1, 1), at(2025, 1, 1)),
        "2025-03": (at(2025, 3, 1), at(2025, 4, 1)),
        "2025-09-15": (at(2025, 9, 15), at(2025, 9, 16)),
    }
    assert {(wave.tier, wave.source_class) for wave in waves.values()} == {("", "open")}
    assert Wave.objects.closed_at(timezone.now()).filter(figures_final_at=None).count() == 0


def test_sheets_hold_day_source_and_segments_and_no_number_of_the_file(imported):
    sheets = Response.objects.all()
    assert sheets.count() == SHEETS
    assert set(sheets.values_list("day", flat=True)) == {
        date(2024, 1, 1),
        date(2025, 3, 1),
        date(2025, 9, 15),
    }
    assert set(sheets.values_list("source", flat=True)) == {"page", "import"}
    assert min(sheets.values_list("pk", flat=True)) > 10**6
    assert {tuple(cell.values) for cell in SegmentCell.objects.all()} == {
        ("age_band", "district"),
        ("age_band",),
    }
    assert len(set(SegmentCell.objects.values_list("hash", flat=True))) == SegmentCell.objects.count()


def test_free_texts_stand_apart_from_the_sheets(imported):
    texts = set(TextAnswer.objects.values_list("text", flat=True))
    assert {"Más libros en español", "مكان هادئ للقراءة", "Longer hours on Sunday,\nand coffee"} < texts
    given = Answer.objects.filter(question_version__kind=Kind.TEXT)
    assert set(given.values_list("codes", flat=True)) == {"*"}
    assert given.count() == TextAnswer.objects.count()


def test_several_choices_are_stored_in_the_order_of_the_question(imported):
    order = ["reading", "children", "workshop", "cafe", "none"]
    stored = Answer.objects.filter(question_version__name="rooms").values_list("codes", flat=True)
    assert all(codes.split() == sorted(codes.split(), key=order.index) for codes in stored)


def test_tallies_equal_the_stored_answers_and_publish_from_thirty_people_on(imported):
    for tally in Tally.objects.select_related("wave", "question_version"):
        answers = Answer.objects.filter(response__wave=tally.wave, question_version=tally.question_version)
        people = answers.count()
        counted = sum(tally.code in codes.split() for codes in answers.values_list("codes", flat=True))
        assert tally.count == (people if tally.code == Tally.EVERYONE else counted)
        assert tally.published == (tally.count if people >= 30 else 0)


def test_the_page_can_be_edited_and_published_again_without_a_new_version(imported, hana):
    page = SurveyPage.objects.get(locale__language_code="en")
    page.full_clean()
    before = list(QuestionVersion.objects.values_list("pk", "number", "name"))
    page.thanks = "Thank you."
    page.save_revision(user=hana).publish()
    assert list(QuestionVersion.objects.values_list("pk", "number", "name")) == before


def test_the_import_stands_in_the_log(imported):
    entry = PageLogEntry.objects.get(action="surveys.import")
    assert entry.data == {"waves": 3, "sheets": SHEETS, "answers": ANSWERS}


def test_the_same_files_again_add_nothing(imported, tmp_path, copies):
    before = rows()
    renamed = [path.rename(path.with_suffix(".txt")) for path in copies]
    said = run(renamed, department="Parks and Nature")
    assert (
        said
        == "These files were imported before; nothing was added: /en/departments/parks/harbour-library/\n"
    )
    assert rows() == before


def test_another_title_or_department_is_another_survey(imported, roads):
    run(files_in(FOLDER), title="Harbour Library!")
    run(files_in(FOLDER), department="roads")
    english = SurveyPage.objects.filter(locale__language_code="en")
    assert sorted(page.url for page in english) == [
        "/en/departments/parks/harbour-library-2/",
        "/en/departments/parks/harbour-library/",
        "/en/departments/roads/harbour-library/",
    ]
    assert Response.objects.count() == 3 * SHEETS


def test_a_survey_in_another_language_stands_in_that_language(parks):
    run(files_in(FOLDER), language="es", source_class="random")
    page = SurveyPage.objects.get(alias_of=None)
    assert page.locale.language_code == Survey.objects.get().source_language == "es"
    assert SurveyPage.objects.filter(alias_of=page).count() == 2
    assert set(TextAnswer.objects.values_list("language", flat=True)) == {"es"}
    assert set(Wave.objects.values_list("source_class", flat=True)) == {"random"}


def test_an_arabic_title_has_an_arabic_address(parks):
    run(files_in(FOLDER), title="مكتبة الميناء", language="ar")
    assert SurveyPage.objects.get(alias_of=None).slug == "مكتبة-الميناء"


def test_a_dry_run_stores_nothing(parks):
    before = rows()
    said = run(files_in(FOLDER), dry_run=True)
    assert said == (
        f"The files are right: 6 questions, 3 waves, {SHEETS} sheets, {ANSWERS} answers. Nothing was stored.\n"
    )
    assert rows() == before


def test_ratings_and_yes_no_with_codes_of_their_own_become_single_choices(parks, copies):
    copies.questions.write_text(
        "name,type,scale,label\nq1,rating,five,Q1?\nq2,rating,three,Q2?\nq3,yes_no,own,Q3?\nq4,yes_no,own_dk,Q4?\n"
    )
    five = "".join(f"five,{n},Step {n},yes\n" for n in range(1, 6)) + "five,dk,No idea,no\n"
    copies.choices.write_text(
        f"scale,value,label,substantive\n{five}three,1,a,yes\nthree,2,b,yes\nthree,3,c,yes\n"
        "own,1,Yes,yes\nown,2,No,yes\nown_dk,yes,Sí,yes\nown_dk,no,No,yes\nown_dk,dk,?,no\n"
    )
    copies.responses.write_text("response,wave,channel,q1,q2,q3,q4\n1,2024,,dk,3,2,dk\n")
    run(copies)
    versions = QuestionVersion.objects.order_by("position")
    assert [(version.kind, [choice["code"] for choice in version.choices]) for version in versions] == [
        ("rating", ["1", "2", "3", "4", "5", "dk"]),
        ("single_choice", ["1", "2", "3"]),
        ("single_choice", ["1", "2"]),
        ("single_choice", ["yes", "no", "dk"]),
    ]
    SurveyPage.objects.get(alias_of=None).full_clean()


def test_a_wave_that_still_runs_is_closed_at_the_moment_of_the_import(parks, copies):
    now = at(2026, 5, 20, 12)
    copies.responses.write_text(copies.responses.read_text().replace("2025-03", "2026-05"))
    import_past_survey(department=parks, title="T", files=copies, language="en", now=now)
    assert Wave.objects.get(label="2026-05").closes_at == now
    assert Wave.objects.open_at(now).count() == 0


def test_other_surveys_stay_as_they_are(parks, roads):
    other = publish_survey(roads)
    run(files_in(FOLDER))
    assert other.waves.count() == 0
    assert other.question_versions.count() == 1
    assert ImportBatch.objects.get().survey != other
