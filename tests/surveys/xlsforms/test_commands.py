from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from surveys.models import SurveyPage
from surveys.xlsforms.taking import take
from tests.surveys.making import open_survey, question
from tests.surveys.xlsforms.forms import CITY, form

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    def written(content):
        path = tmp_path / "travel.xlsx"
        path.write_bytes(content)
        return path

    return written


def test_a_form_is_imported_and_what_was_not_taken_over_is_printed(parks, file, capsys):
    path = file(form(["text", "why", "Why?"], ["audio", "say", "Say it."]))
    call_command("import_form", path, department="parks")
    assert SurveyPage.objects.filter(slug="travel", live=False, alias_of=None).count() == 1
    assert capsys.readouterr().out.splitlines() == [
        "Imported 1 questions and pages as the draft “travel”.",
        "What was not taken over:",
        "sheet survey, row 3, column type (A3): “say”. There is no such kind of question here: audio",
    ]


@pytest.mark.parametrize(
    ("content", "department", "said"),
    [
        (
            form(["texxt", "why", "Why?"]),
            "parks",
            "sheet survey, row 2, column type .A2.: “texxt” is no type",
        ),
        (form(["audio", "say", "Say it."]), "parks", "Nothing of this form can be answered here"),
        (form(["text", "why", "Why?"]), "fields", "There is no department “fields”"),
        (b"text", "parks", "This is no spreadsheet"),
    ],
)
def test_what_stands_in_the_way_of_an_import_is_one_message(parks, file, content, department, said):
    with pytest.raises(CommandError, match=said):
        call_command("import_form", file(content), department=department)
    assert not SurveyPage.objects.exists()


def test_a_missing_file_is_told(parks, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_form", tmp_path / "none.xlsx", department="parks")


def test_a_survey_is_written_as_a_form_by_slug_key_or_code(parks, tmp_path):
    survey = open_survey(parks, question("short_text", "Why?", hint="", name="why"))
    path = tmp_path / "form.xlsx"
    for name in ("clean-streets", str(survey.key), survey.code):
        call_command("export_form", name, path)
        (block,) = take(path.read_bytes(), CITY, "").survey.blocks
        assert block["value"]["name"] == "why"
        path.unlink()


def test_an_unknown_survey_and_an_unclear_slug_are_told(parks, roads, tmp_path):
    for department in (parks, roads):
        open_survey(department, question("short_text", "Why?", hint="", name="why"))
    with pytest.raises(CommandError, match="There is no survey “none”"):
        call_command("export_form", "none", tmp_path / "form.xlsx")
    with pytest.raises(CommandError, match="Several surveys have this slug"):
        call_command("export_form", "clean-streets", tmp_path / "form.xlsx")
