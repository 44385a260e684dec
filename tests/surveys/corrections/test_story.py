"""A live survey in three languages, corrected twice: once joined, once split. No answer is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from django.urls import reverse

from portal.translations.services import confirm_up_to_date, submit_translation
from surveys.models import Answer, Tally
from surveys.queries import live_figures, results_of, staff_results
from surveys.queries.languages import language_standings
from tests.surveys.corrections.living import (
    answered,
    ask,
    asked_words,
    changed,
    counts,
    draft,
    send,
    translate_into,
    versions,
)
from tests.surveys.editing import how_to_travel, page_of
from tests.surveys.making import open_survey
from tests.translations.test_publishing import approve
from tests.translations.translating import begin, fill, target

pytestmark = pytest.mark.django_db

FIRST = {"en": "How do you travel?", "es": "¿Cómo se desplaza?", "ar": "كيف تتنقل؟"}
JOINED = {"en": "How do you usually travel?", "es": "¿Cómo se desplaza normalmente?", "ar": "كيف تتنقل؟"}
SPLIT = {"en": "How would you like to travel?", "es": "¿Cómo le gustaría desplazarse?"}


@pytest.fixture
def survey(parks):
    survey = open_survey(parks, how_to_travel(), slug="travel", title="Travelling")
    translate_into(survey, "es", "ar")
    return survey


@pytest.fixture
def given():
    """What people answered: (words that were read, code), in the order in which they came."""
    return []


@pytest.fixture
def people(survey, given):
    """A number of people answer in one language."""

    def answer(language, codes):
        words = asked_words(survey, language)[0]
        for code in codes:
            answered(survey, code, language)
            given.append((words, language, code))

    return answer


def stored(survey):
    """(words as they stand with the answer now, code) of every answer of the survey."""
    answers = Answer.objects.filter(question_version__survey=survey).select_related("question_version")
    return [(answer.question_version, answer.codes) for answer in answers]


def nobody_is_lost(survey, given):
    """Each answer is there, with the words that were read, and counted once."""
    found = Counter()
    left = Counter(given)
    for version, code in stored(survey):
        match = next(
            one
            for one in left
            if left[one] and one[2] == code and version.texts.get(one[1], {}).get("question") == one[0]
        )
        left[match] -= 1
        found[code] += 1
    assert sum(left.values()) == 0
    tallies = Tally.objects.filter(wave__survey=survey)
    assert Counter({code: sum(t.count for t in tallies if t.code == code) for code in found}) == Counter(
        found
    )
    assert sum(tally.count for tally in tallies if tally.code == "") == len(given)


def says(survey):
    return {one.code: (one.spoken.value, one.older) for one in language_standings(survey)}


def correct_on_the_screen(client, survey, words, decision, **fields):
    """Hana drafts other words, is asked, decides and publishes."""
    draft(survey, changed(survey, ask(words)), **fields)
    url = reverse("survey_admin:changes", args=[survey.key])
    form = client.get(url, {"then": "publish"}).context["form"]
    data = {name: form[name].value() for name in form.fields if name.startswith("said-")}
    data |= {name: decision for name in form.fields if not name.startswith("said-")}
    response = client.post(url, {**data, "then": "publish"})
    assert response.status_code == 302
    assert page_of(survey).questions[0].value["question"] == words
    survey.refresh_from_db()


PRESENT = {"en": ("present", 0), "es": ("present", 0), "ar": ("present", 0)}


def translate_and_approve(survey, words, emil, hana):
    translation = begin(page_of(survey), "es", emil)
    fill(translation, words, emil)
    submit_translation(translation=translation, user=emil)
    approve(target(page_of(survey)), hana)


def test_a_live_survey_corrected_twice_loses_no_answer(client, survey, people, given, emil, hana, gus):
    client.force_login(hana)
    people("en", "11122")
    people("es", "12")
    people("ar", "3")
    assert says(survey) == PRESENT
    better_said(client, survey, people, given, emil, hana, gus)
    first, second = versions(survey)
    assert counts(first) == counts(second) == {"": 15, "1": 6, "2": 5, "3": 4}
    another_question(client, survey, people, emil, hana)
    nobody_is_lost(survey, given)
    results_show_both(survey, first.pk)


def better_said(client, survey, people, given, emil, hana, gus):
    """The results go on together, and the other languages go on in the older words until they follow."""
    correct_on_the_screen(client, survey, JOINED["en"], "together")
    assert says(survey) == {"en": ("present", 0), "es": ("older", 1), "ar": ("older", 1)}
    assert (asked_words(survey, "es"), asked_words(survey, "ar")) == ([FIRST["es"]], [FIRST["ar"]])
    people("en", "13")
    people("es", "2")
    people("ar", "33")
    nobody_is_lost(survey, given)
    translate_and_approve(survey, {JOINED["en"]: JOINED["es"]}, emil, hana)
    confirm_up_to_date(page=page_of(survey, "ar"), user=gus)
    assert says(survey) == PRESENT
    assert (asked_words(survey, "es"), asked_words(survey, "ar")) == ([JOINED["es"]], [JOINED["ar"]])
    people("es", "1")
    people("ar", "2")


def another_question(client, survey, people, emil, hana):
    """The results begin anew, and this time the other languages wait."""
    correct_on_the_screen(client, survey, SPLIT["en"], "anew", when_stale="wait")
    assert {code: one[0] for code, one in says(survey).items()} == {
        "en": "present",
        "es": "waits",
        "ar": "waits",
    }
    for language in ("es", "ar"):
        assert send(survey, "1", language).status_code == 403
        shown = client.get(page_of(survey, language).url)
        assert shown.status_code == 200
        assert 'name="answer"' not in shown.content.decode()
    people("en", "2")
    translate_and_approve(survey, {SPLIT["en"]: SPLIT["es"]}, emil, hana)
    assert asked_words(survey, "es") == [SPLIT["es"]]
    people("es", "33")
    assert send(survey, "1", "ar").status_code == 403


def results_show_both(survey, first):
    newest = versions(survey)[-1]
    assert counts(newest) == {"": 3, "2": 1, "3": 2}
    wave = survey.waves.get()
    now, before = live_figures(survey, wave, "en")
    assert (now.question.text, now.answered, now.earlier, now.current) == (SPLIT["en"], 3, (), True)
    assert (before.question.text, before.answered, before.current) == (JOINED["en"], 15, False)
    assert before.earlier == (FIRST["en"],)
    public = results_of(survey, "en")
    assert [(one.question.text, one.earlier, one.ended) for one in public] == [
        (SPLIT["en"], (), False),
        (JOINED["en"], (FIRST["en"],), True),
    ]
    people = {figure.question: figure.n for figure in staff_results(survey)}
    assert people == {"q1": 3, f"q1@{before.number}": 15}
    assert sum(figure.count for figure in staff_results(survey)) == 18
    assert first in {version.pk for version in versions(survey)}
