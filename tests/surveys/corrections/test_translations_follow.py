"""Which wording a translation belongs to, and what its language asks meanwhile."""

from __future__ import annotations

import pytest
from wagtail_localize.fields import get_translatable_fields

from portal.core.completeness import IncompletePageError
from portal.translations.queries import State, states_of
from portal.translations.services import confirm_up_to_date, publish_translation, submit_translation
from surveys.models import SurveyPage
from surveys.queries.asking import asked_in
from tests.factories import translate
from tests.surveys.corrections.living import (
    answered,
    ask,
    asked_words,
    changed,
    correct,
    counts,
    draft,
    send,
    translate_into,
    versions,
)
from tests.surveys.editing import how_to_travel, page_of, raw
from tests.surveys.making import choices, open_survey, question
from tests.translations.test_publishing import approve
from tests.translations.translating import begin, fill, target

pytestmark = pytest.mark.django_db
USUALLY = ask("How do you usually travel?")


@pytest.fixture
def spanish(travel):
    """The survey with a Spanish translation."""
    translate_into(travel, "es")
    return travel


def republish(survey, change=lambda value: None, **fields):
    draft(survey, changed(survey, change), **fields).get_latest_revision().publish()


def test_until_the_translation_follows_the_older_words_are_asked_and_counted_where_they_belong(spanish):
    answered(spanish, "1", "es")
    correct(spanish, USUALLY, joined=False)
    assert asked_words(spanish, "en") == ["How do you usually travel?"]
    assert asked_words(spanish, "es") == ["¿Cómo se desplaza?"]
    answered(spanish, "2", "es")
    first, second = versions(spanish)
    assert (counts(first), counts(second)) == ({"": 2, "1": 1, "2": 1}, {})


def test_the_new_words_are_asked_once_the_translation_is_published(spanish):
    answered(spanish, "1", "es")
    correct(spanish, USUALLY, joined=True)
    translation = begin(page_of(spanish), "es")
    fill(translation, {"How do you usually travel?": "¿Cómo se desplaza normalmente?"})
    assert asked_words(spanish, "es") == ["¿Cómo se desplaza?"]
    publish_translation(translation=translation, user=None)
    assert asked_words(spanish, "es") == ["¿Cómo se desplaza normalmente?"]
    answered(spanish, "2", "es")
    assert counts(versions(spanish)[1]) == {"": 2, "1": 1, "2": 1}


def test_the_same_words_count_as_followed_when_the_translator_hands_them_in_again(spanish):
    answered(spanish, "1", "es")
    correct(spanish, ask("How do you travel??"), joined=True)
    translation = begin(page_of(spanish), "es")
    fill(translation, {"How do you travel??": "¿Cómo se desplaza?"})
    publish_translation(translation=translation, user=None)
    asking = asked_in(spanish, "es")
    assert (asking.older, asking.versions) == ((), (versions(spanish)[1],))


def test_a_confirmed_translation_is_asked_with_the_present_question(spanish, hana):
    answered(spanish, "1", "es")
    correct(spanish, ask("How do you travel??"), joined=True)
    assert asked_in(spanish, "es").older
    confirm_up_to_date(page=page_of(spanish, "es"), user=hana)
    asking = asked_in(spanish, "es")
    assert (asking.older, asking.versions) == ((), (versions(spanish)[1],))
    assert asked_words(spanish, "es") == ["¿Cómo se desplaza?"]


def test_words_written_for_the_older_question_and_approved_late_stay_with_it(travel, emil, hana):
    answered(travel, "1")
    translation = begin(page_of(travel), "es", emil)
    fill(translation, {"How do you travel?": "¿Cómo se desplaza?"}, emil)
    submit_translation(translation=translation, user=emil)
    correct(travel, ask("How would you like to travel?"), joined=False)
    approve(target(page_of(travel)), hana)
    first, second = versions(travel)
    assert first.texts["es"]["question"] == "¿Cómo se desplaza?"
    assert "es" not in second.texts
    assert asked_words(travel, "es") == ["¿Cómo se desplaza?"]


def test_a_translation_that_is_corrected_alone_leaves_answers_the_words_that_were_read(spanish):
    old = answered(spanish, "1", "es").question_version
    other_words = raw(page_of(spanish, "es"))
    other_words[0]["value"]["question"] = "¿Cómo se mueve?"
    page = page_of(spanish, "es")
    page.questions = other_words
    page.save_revision().publish()
    new = answered(spanish, "2", "es").question_version
    old.refresh_from_db()
    assert old.texts["es"]["question"] == "¿Cómo se desplaza?"
    assert new.texts["es"]["question"] == "¿Cómo se mueve?"
    assert new.texts["en"] == old.texts["en"]
    assert counts(new) == {"": 2, "1": 1, "2": 1}


def test_a_translation_that_is_corrected_before_anybody_answers_is_mended(spanish):
    page = page_of(spanish, "es")
    page.questions = changed_words(page, "¿Cómo se mueve?")
    page.save_revision().publish()
    assert [version.texts["es"]["question"] for version in versions(spanish)] == ["¿Cómo se mueve?"]


def changed_words(page, words):
    blocks = raw(page)
    blocks[0]["value"]["question"] = words
    return blocks


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda value: value["choices"].reverse(), id="another order"),
        pytest.param(lambda value: value.update(required=True), id="must be answered"),
        pytest.param(lambda value: value["choices"][0]["value"].update(opinion=False), id="no opinion"),
        pytest.param(lambda value: value["choices"].pop(), id="a choice is taken away"),
    ],
)
def test_where_the_source_says_nothing_new_no_language_has_to_follow(spanish, change):
    answered(spanish, "1")
    correct(spanish, change, joined=True)
    asking = asked_in(spanish, "es")
    assert (asking.older, asking.left_out) == ((), ())
    newest = versions(spanish)[-1]
    assert asking.versions == (newest,)
    assert [choice.label for choice in asking.questions[0].choices] == [
        choice["label"] for choice in in_spanish(newest)
    ]


def in_spanish(version):
    return [{"label": version.texts["es"]["choices"][choice["code"]]} for choice in version.choices]


def test_a_new_question_is_left_out_of_a_language_until_it_is_translated(spanish):
    blocks = [*raw(page_of(spanish)), how_to_travel("Often", "Never") | {}]
    draft(spanish, blocks).get_latest_revision().publish()
    asking = asked_in(spanish, "es")
    assert (len(asking.questions), len(asking.left_out)) == (1, 1)
    translation = begin(page_of(spanish), "es")
    fill(translation)
    publish_translation(translation=translation, user=None)
    assert len(asked_in(spanish, "es").questions) == 2


def test_a_page_break_without_a_title_has_nothing_to_translate(spanish):
    blocks = [question("page", ""), *raw(page_of(spanish))]
    draft(spanish, blocks).get_latest_revision().publish()
    asking = asked_in(spanish, "es")
    assert (asking.paged, asking.left_out) == (True, ())


def test_whom_a_question_is_asked_follows_at_once_also_in_older_words(parks):
    first, second = how_to_travel(), how_to_travel("Often", "Never")
    survey = open_survey(parks, first, second, slug="travel", title="Travelling")
    translate_into(survey, "es")
    answered(survey, "1")
    condition = {"question": first["id"], "operator": "is", "value": "1"}
    blocks = raw(page_of(survey))
    blocks[1]["value"] |= {
        "question": "How often?",
        "ask_if": {
            "match": "all",
            "conditions": [{"type": "item", "id": first["id"], "value": condition}],
        },
    }
    draft(survey, blocks).get_latest_revision().publish()
    older = asked_in(survey, "es").asked[1]
    assert older.text == "¿Cómo se desplaza?"
    assert [one.value for one in older.rule.conditions] == ["1"]


def test_a_language_without_any_translation_is_asked_in_the_words_of_the_source(travel):
    answered(travel, "1")
    correct(travel, USUALLY, joined=True)
    asking = asked_in(travel, "ar")
    assert not asking.translated
    assert asked_words(travel, "ar") == ["How do you usually travel?"]


def test_waiting_refuses_answers_in_that_language_alone_and_says_why(client, spanish):
    answered(spanish, "1")
    page = page_of(spanish)
    page.when_stale = "wait"
    page.save_revision().publish()
    correct(spanish, USUALLY, joined=True)
    refused = send(spanish, "1", "es")
    assert refused.status_code == 403
    assert send(spanish, "1").status_code == 201
    shown = client.get(page_of(spanish, "es").url).content.decode()
    assert "<form" not in shown.split("<main")[1].split("What we keep")[0]
    translation = begin(page_of(spanish), "es")
    fill(translation)
    publish_translation(translation=translation, user=None)
    assert send(spanish, "1", "es").status_code == 201


def test_waiting_refuses_a_form_of_pages_as_well(client, parks):
    survey = open_survey(parks, question("page", "Your way"), how_to_travel(), slug="t", title="T")
    translate_into(survey, "es")
    page = page_of(survey)
    page.when_stale = "wait"
    page.save_revision().publish()
    answered_blocks = changed(survey, USUALLY, place=1)
    draft(survey, answered_blocks).get_latest_revision().publish()
    headers = {"sec-fetch-site": "same-origin"}
    data = {"go": "send", "at": "0", page.questions[1].id: "1"}
    refused = client.post(f"/es/q/{survey.code}/pages/", data, headers=headers)
    assert refused.status_code == 403
    assert client.get(page_of(survey, "es").url).status_code == 200


def test_what_holds_while_translations_wait_follows_the_source_and_is_no_text(spanish):
    fields = {field.field_name: field for field in get_translatable_fields(SurveyPage)}
    assert not fields["when_stale"].is_translated(SurveyPage())
    assert not fields["when_stale"].is_overridable(SurveyPage())
    page = page_of(spanish)
    page.when_stale = "wait"
    page.save_revision().publish()
    assert page_of(spanish, "es").when_stale == "wait"
    spanish.refresh_from_db()
    assert spanish.when_stale == "wait"


def test_a_translation_keeps_the_places_where_an_earlier_answer_stands(parks, emil):
    words = "Why do you go {q1}?"
    survey = open_survey(
        parks, how_to_travel(name="q1"), question("single_choice", words, choices=choices("Fast", "Cheap"))
    )
    translation = begin(page_of(survey), "es", emil)
    fill(translation, {words: "¿Por qué va así?"}, emil)
    with pytest.raises(IncompletePageError, match=r"“¿Por qué va así\?” must keep \{q1\}"):
        submit_translation(translation=translation, user=emil)


def test_a_translation_with_the_earlier_answer_in_its_place_is_handed_in(parks, emil):
    words = "Why do you go {q1}?"
    survey = open_survey(
        parks, how_to_travel(name="q1"), question("single_choice", words, choices=choices("Fast", "Cheap"))
    )
    translation = begin(page_of(survey), "es", emil)
    fill(translation, {words: "¿Por qué va {q1}?"}, emil)
    submit_translation(translation=translation, user=emil)
    assert states_of([target(page_of(survey))])[target(page_of(survey)).pk] == State.WAITING


def test_a_page_translated_by_hand_gives_its_new_words_to_the_present_question(travel):
    page = page_of(travel)
    translate(page, "es", questions=changed_words(page, "¿Cómo se desplaza?"))
    answered(travel, "1")
    correct(travel, USUALLY, joined=True)
    assert asked_in(travel, "es").older
    by_hand = page_of(travel, "es")
    by_hand.questions = changed_words(by_hand, "¿Cómo se desplaza normalmente?")
    by_hand.save_revision().publish()
    assert asked_in(travel, "es").older == ()
