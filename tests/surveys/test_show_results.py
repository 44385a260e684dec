from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from surveys.models import Survey
from surveys.queries import staff_results
from tests.surveys.past_survey import FOLDER, SLUG, TITLE, expected_in, figures, files_in

pytestmark = pytest.mark.django_db
KANSAS_CITY = Path(os.environ.get("KANSAS_CITY_DIR", "../shared/data/kansas_city"))


def read_in(files, *, department="parks", title=TITLE):
    call_command("import_survey", *map(str, files), department=department, title=title, stdout=StringIO())


def shown(slug=SLUG, **options):
    out = StringIO()
    call_command("show_results", slug, stdout=out, **options)
    return out.getvalue()


def test_staff_see_exactly_the_expected_figures(parks):
    read_in(files_in(FOLDER))
    printed, expected = figures(shown(format="csv").splitlines()), expected_in(FOLDER)
    assert list(printed) == list(expected)
    for key, values in expected.items():
        assert printed[key] == pytest.approx(values, abs=1e-9), key


@pytest.mark.skipif(not KANSAS_CITY.is_dir(), reason="the city's files are not here (KANSAS_CITY_DIR)")
def test_two_waves_of_kansas_city_give_the_figures_of_statsmodels(parks):
    read_in(files_in(KANSAS_CITY), title="Resident survey")
    printed, expected = figures(shown("resident-survey", format="csv").splitlines()), expected_in(KANSAS_CITY)
    assert expected.keys() <= printed.keys()
    for key, values in expected.items():
        assert printed[key] == pytest.approx(values, abs=1e-9), key


def test_the_columns_and_decimals_are_those_of_the_format(parks):
    read_in(files_in(FOLDER))
    header, first = shown(format="csv").split("\r\n")[:2]
    assert header == "question,wave,base,n,choice,count,share,wilson_low,wilson_high"
    assert first == "visits,2024,all who answered,48,weekly,16,0.3333333333,0.2167678069,0.4745989029"


def test_the_table_is_for_reading(parks):
    read_in(files_in(FOLDER))
    lines = shown().splitlines()
    assert lines[0].split() == list(staff_results(Survey.objects.get())[0]._fields)
    assert lines[1].split("  ")[0] == "visits"
    assert lines[1].endswith("33.3%  21.7%       47.5%")


def test_results_can_be_asked_for_by_the_short_code(parks):
    read_in(files_in(FOLDER))
    assert shown(Survey.objects.get().code.lower()) == shown()


def test_an_unknown_survey_is_told_in_one_line(parks):
    with pytest.raises(CommandError, match=r"^There is no survey “no-such-survey”\.$"):
        shown("no-such-survey")


def test_a_slug_that_two_departments_use_is_told_with_the_codes(parks, roads):
    read_in(files_in(FOLDER))
    read_in(files_in(FOLDER), department="roads")
    codes = sorted(Survey.objects.values_list("code", flat=True))
    with pytest.raises(CommandError) as caught:
        shown()
    assert str(caught.value) == f"Several surveys have this slug; name one by its code: {', '.join(codes)}."
    assert shown(codes[0])
