"""Forms that others wrote, some of them odd or broken. They lie beside the repository, and are not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.blocks import QuestionsBlock
from surveys.content import questions_in
from surveys.domain.soundness import findings
from surveys.xlsforms.reports import FormRefusedError
from surveys.xlsforms.taking import take
from surveys.xlsforms.writing import write
from tests.surveys.xlsforms.expected import IMPORTED, REFUSED
from tests.surveys.xlsforms.forms import CITY, bare

FOLDER = Path(__file__).parents[3].parent / "shared" / "data" / "xlsforms"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not FOLDER.exists(), reason="the forms of others are not in the repository"),
]


def content_of(name):
    return (FOLDER / name).read_bytes()


def places(entries):
    """Reason → the places of what was not taken over, sheet by sheet."""
    found = {}
    for entry in entries:
        sheets = found.setdefault(entry.why.value, {})
        sheets.setdefault(entry.sheet, []).append(entry.place.cell or str(entry.row or ""))
    return {
        reason: "; ".join(f"{sheet} {' '.join(cells)}".strip() for sheet, cells in sheets.items())
        for reason, sheets in found.items()
    }


def test_every_form_in_the_folder_has_an_expected_outcome():
    assert {path.name for path in FOLDER.glob("*.xls*")} == {*IMPORTED, *REFUSED}


@pytest.mark.parametrize("name", IMPORTED)
def test_a_form_is_imported_and_what_was_not_taken_over_is_listed(name):
    taken = take(content_of(name), CITY, name)
    assert (len(taken.survey.blocks), places(taken.not_taken)) == IMPORTED[name]


@pytest.mark.parametrize("name", IMPORTED)
def test_an_imported_form_makes_a_survey_that_can_be_published(name):
    survey = take(content_of(name), CITY, name).survey
    for language in survey.languages:
        stream = QuestionsBlock().to_python(survey.blocks_in(language))
        QuestionsBlock().clean(stream)
        assert findings(questions_in(stream, language)) == []


@pytest.mark.parametrize("name", IMPORTED)
def test_an_imported_form_is_the_same_survey_when_it_is_exported_and_imported_again(name):
    survey = take(content_of(name), CITY, name).survey
    again = take(write(survey, "form", {}), CITY, name)
    assert again.not_taken == ()
    assert bare(again.survey) == bare(survey)


@pytest.mark.parametrize("name", REFUSED)
def test_a_form_is_refused_with_sheet_row_and_column(name):
    with pytest.raises(FormRefusedError) as refused:
        take(content_of(name), CITY, name)
    (fault,) = refused.value.faults
    place = fault.place
    found = (place.sheet, place.row, place.column, fault.wrong.value)
    assert (found, places(refused.value.not_taken)) == REFUSED[name]
