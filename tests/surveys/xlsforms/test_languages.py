"""Which language a form is written in, and what becomes of its others."""

from __future__ import annotations

import pytest

from surveys.xlsforms.languages import code_of, column_name
from tests.surveys.xlsforms.forms import CHOICES, taken, told

CITY = ("en", "es", "ar")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("English (en)", "en"),
        ("Español (es)", "es"),
        ("Spanish (es-MX)", "es"),
        ("english", "en"),
        ("EN", "en"),
        ("español", "es"),
        ("العربيّة", "ar"),
        ("Français (fr)", None),
        ("chinese", None),
        ("", None),
    ],
)
def test_a_column_names_a_language_by_code_or_by_name(name, code):
    assert code_of(name, CITY) == code


def test_the_columns_that_the_portal_writes_are_read_back():
    for code in CITY:
        assert code_of(column_name(code), CITY) == code


def survey(header, cells, **settings):
    sheets = {"settings": [list(settings), list(settings.values())]} if settings else {}
    return taken(["text", "q", *cells], header=("type", "name", *header), choices=[CHOICES[0]], **sheets)


def question(result):
    return dict(result.survey.blocks[0]["value"]["question"])


def test_every_language_of_the_city_is_taken():
    result = survey(
        ["label::English (en)", "label::Spanish (es)", "label::العربيّة (ar)"], ["Why?", "¿Por qué?", "لماذا؟"]
    )
    assert result.survey.languages == ("en", "es", "ar")
    assert question(result) == {"en": "Why?", "es": "¿Por qué?", "ar": "لماذا؟"}
    assert result.not_taken == ()


def test_the_form_says_which_language_comes_first():
    header, cells = ["label::English (en)", "label::Spanish (es)"], ["Why?", "¿Por qué?"]
    assert survey(header, cells).survey.main == "en"
    assert survey(header, cells, default_language="Spanish (es)").survey.languages == ("es", "en")


def test_words_without_a_language_speak_the_forms_or_the_citys():
    assert question(survey(["label"], ["Why?"])) == {"en": "Why?"}
    assert question(survey(["label"], ["¿Por qué?"], default_language="es")) == {"es": "¿Por qué?"}
    result = survey(["label", "label::Spanish (es)"], ["Why?", "¿Por qué?"])
    assert (result.survey.main, question(result)) == ("en", {"en": "Why?", "es": "¿Por qué?"})


def test_a_language_that_the_city_does_not_speak_is_told():
    result = survey(["label::English (en)", "label::Français (fr)"], ["Why?", "Pourquoi ?"])
    assert result.survey.languages == ("en",)
    assert told(result) == [("D1", "Français (fr)", "language")]


def test_a_form_in_no_language_of_the_city_stands_for_the_citys_and_says_so():
    result = survey(["label::Français (fr)", "label::Deutsch (de)"], ["Pourquoi ?", "Warum?"])
    assert question(result) == {"en": "Pourquoi ?"}
    assert told(result) == [
        ("C1", "Français (fr)", "language_taken_for"),
        ("D1", "Deutsch (de)", "language"),
    ]


def test_a_question_without_words_in_the_first_language_speaks_another():
    result = survey(["label::English (en)", "label::Spanish (es)"], [None, "¿Por qué?"])
    assert question(result) == {"en": "¿Por qué?"}
    assert told(result) == [("D2", "¿Por qué?", "other_language")]


def test_a_hint_that_translates_nothing_is_told():
    result = survey(
        ["label::English (en)", "label::Spanish (es)", "hint::Spanish (es)"], ["Why?", "¿?", "Dilo."]
    )
    assert dict(result.survey.blocks[0]["value"]["hint"]) == {}
    assert told(result) == [("E2", "Dilo.", "no_source")]


def test_a_question_without_any_words_shows_its_name():
    result = survey(["label", "image"], [None, "q.png"])
    assert question(result) == {"en": "q"}
    assert told(result) == [("D2", "q.png", "picture"), ("B2", "q", "no_words")]


def test_the_title_comes_from_the_settings_else_from_the_file():
    assert survey(["label"], ["?"], form_title="Streets").survey.title.spoken() == "Streets"
    assert survey(["label"], ["?"], form_id="streets_1").survey.title.spoken() == "streets_1"
    assert survey(["label"], ["?"]).survey.title.spoken() == "A form"
