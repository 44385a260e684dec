"""In which words a question is read whose wordings were counted together."""

from __future__ import annotations

from surveys.models import QuestionVersion, Survey
from surveys.queries.series import Series

SURVEY = Survey(source_language="en")


def version(number, **texts):
    words = {code: {"question": text, "choices": {"1": f"{text} 1"}} for code, text in texts.items()}
    return QuestionVersion(
        survey=SURVEY,
        number=number,
        kind="single_choice",
        choices=[{"code": "1", "id": "a", "opinion": True}],
        texts=words,
    )


CORRECTED = Series(
    1, (version(3, en="Third"), version(2, en="Second", es="Segunda"), version(1, en="First", es="Primera"))
)


def test_a_language_that_has_not_followed_reads_its_last_words():
    read = CORRECTED.counted("es")
    assert (read.text, read.language, read.choices[0].label) == ("Segunda", "es", "Segunda 1")
    assert CORRECTED.earlier_wordings("es") == ("Primera",)


def test_the_source_reads_the_newest_words():
    assert CORRECTED.counted("en").text == "Third"
    assert CORRECTED.earlier_wordings("en") == ("Second", "First")


def test_a_language_without_any_translation_reads_the_source():
    read = CORRECTED.counted("ar")
    assert (read.text, read.language) == ("Third", "en")
    assert CORRECTED.earlier_wordings("ar") == ("Second", "First")
