from __future__ import annotations

import pytest
from wagtail_localize.machine_translators.dummy import DummyTranslator

from portal.translations.engine.words import string_segments
from portal.translations.machine import can_translate, translate_text, translator_name
from portal.translations.services import (
    MachineTranslatorFailed,
    NoMachineTranslator,
    NotReviewed,
    accept_suggestions,
    submit_translation,
    suggest_translations,
)
from tests.translations.translating import begin, locale, words_of

DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


class Unreachable(DummyTranslator):
    def translate(self, source_locale, target_locale, strings):
        raise OSError("no network")


@pytest.fixture
def dummy(settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY


def test_there_is_no_machine_translator_by_default(article, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    assert not can_translate(locale("en"), locale("es"))
    assert translator_name() == ""
    with pytest.raises(NoMachineTranslator):
        suggest_translations(translation=begin(article), user=None)


def test_suggestions_fill_what_is_empty(dummy, article, emil):
    translation = begin(article, "es", emil)
    assert suggest_translations(translation=translation, user=emil) == 4
    assert words_of(translation)["A hundred of them."] == "them. of hundred A"
    assert suggest_translations(translation=translation, user=emil) == 0


def test_a_person_reads_suggestions_before_they_are_submitted(dummy, article, emil):
    translation = begin(article, "es", emil)
    suggest_translations(translation=translation, user=emil)
    with pytest.raises(NotReviewed) as refusal:
        submit_translation(translation=translation, user=emil)
    assert refusal.value.count == 4
    first = string_segments(translation)[0].pk
    assert accept_suggestions(translation=translation, user=emil, segments=[first]) == 1
    assert accept_suggestions(translation=translation, user=emil) == 3
    assert submit_translation(translation=translation, user=emil) is not None


def test_a_translator_that_fails_says_so(settings, article):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{__name__}.{Unreachable.__name__}"}
    translation = begin(article)
    with pytest.raises((MachineTranslatorFailed, ImportError)):
        suggest_translations(translation=translation, user=None)
    assert words_of(translation) == {}


def test_free_text_takes_the_same_way(dummy, city):
    assert translate_text("Tom & Ann <3", locale("en"), locale("ar")) == "<3 Ann & Tom"
    with pytest.raises(NoMachineTranslator):
        translate_text("Hello", locale("en"), locale("en"))
