from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from surveys.models import QuestionVersion, Response, Survey, SurveyPage
from surveys.services.waves import open_wave
from tests.factories import translate
from tests.surveys.editing import Editor, answer, how_to_travel, page_of, raw, republish
from tests.surveys.making import choices, open_survey, publish_survey, rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben_edits(client, ben):
    client.force_login(ben)
    return lambda page: Editor(client, page)


@pytest.fixture
def hana_edits(client, hana):
    client.force_login(hana)
    return lambda page: Editor(client, page)


def test_publishing_in_the_editor_asks_the_new_question(parks, hana_edits):
    survey = publish_survey(parks)
    page = page_of(survey)
    hana_edits(page).publish([*raw(page), how_to_travel(name="")])
    assert [version.name for version in survey.question_versions.current()] == ["q1", "q2"]


def test_new_words_before_any_answer_mend_the_question(parks):
    survey = publish_survey(parks)
    page = page_of(survey)
    asked = raw(page)
    asked[0]["value"]["question"] = "How clean is your street?"
    republish(page, asked)
    version = survey.question_versions.get()
    assert version.texts["en"]["question"] == "How clean is your street?"


def test_new_words_after_answers_make_a_new_version_and_the_answers_keep_theirs(parks):
    survey = open_survey(parks)
    page, old = page_of(survey), None
    old = answer(survey, "4")
    asked = raw(page)
    asked[0]["value"]["question"] = "How safe is your street?"
    republish(page, asked)
    new = answer(survey, "5")
    assert (old.number, new.number, new.question_id) == (1, 2, old.question_id)
    old.refresh_from_db()
    assert not old.is_current
    assert old.texts["en"]["question"] == "How clean was your street this week?"
    codes = Response.objects.values_list("answers__question_version", "answers__codes")
    assert dict(codes) == {old.pk: "4", new.pk: "5"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda value: value["choices"].append(choices("By car")[0]), id="one more choice"),
        pytest.param(lambda value: value["choices"].pop(), id="one choice less"),
        pytest.param(lambda value: value["choices"].reverse(), id="another order"),
        pytest.param(lambda value: value.update(dont_know=True), id="don't know offered"),
        pytest.param(
            lambda value: value["choices"][0]["value"].update(text="Walking"), id="words of a choice"
        ),
        pytest.param(
            lambda value: value["choices"][0]["value"].update(opinion=False), id="no longer an opinion"
        ),
    ],
)
def test_an_answered_question_that_changes_becomes_another_version(parks, change):
    survey = open_survey(parks, how_to_travel("On foot", "By bicycle", "By tram", "By bus"))
    answer(survey, "1")
    page = page_of(survey)
    asked = raw(page)
    change(asked[0]["value"])
    republish(page, asked)
    assert [version.number for version in survey.question_versions.order_by("number")] == [1, 2]


def test_publishing_again_without_a_change_makes_no_new_version(parks):
    survey = open_survey(parks)
    answer(survey, "4")
    page = page_of(survey)
    republish(page, raw(page))
    assert survey.question_versions.count() == 1


def test_a_removed_question_is_asked_no_more_and_keeps_its_answers(parks):
    survey = open_survey(parks, rating(), how_to_travel())
    answer(survey, "4")
    gone = answer(survey, "1", place=1)
    page = page_of(survey)
    republish(page, raw(page)[:1])
    assert [version.name for version in survey.question_versions.current()] == ["q1"]
    assert Response.objects.filter(answers__question_version=gone).count() == 1
    assert "How do you travel?" not in Client().get(page.url).content.decode()


def test_names_swapped_between_two_questions_are_stored(parks):
    survey = publish_survey(parks, rating(name="clean"), how_to_travel(name="travel"))
    page = page_of(survey)
    asked = raw(page)
    asked[0]["value"]["name"], asked[1]["value"]["name"] = "travel", "clean"
    republish(page, asked)
    assert [version.name for version in survey.question_versions.current()] == ["travel", "clean"]


def test_a_published_translation_adds_its_words_and_nothing_else(parks):
    survey = publish_survey(parks)
    before = survey.question_versions.get()
    translate(page_of(survey), "es", questions=[spanish(page_of(survey))])
    after = survey.question_versions.get()
    assert after.texts["es"]["question"] == "¿Qué tan limpia estaba su calle?"
    assert (after.texts["en"], after.choices, after.number) == (before.texts["en"], before.choices, 1)
    survey.refresh_from_db()
    assert survey.source_language == "en"


def spanish(page):
    block = raw(page)[0]
    block["value"]["question"] = "¿Qué tan limpia estaba su calle?"
    return block


def test_stand_ins_in_other_languages_overwrite_no_words(parks):
    survey = publish_survey(parks)
    page = page_of(survey)
    asked = raw(page)
    asked[0]["value"]["hint"] = "Any day counts."
    republish(page, asked)
    assert page_of(survey, "ar").alias_of_id == page.pk
    assert set(survey.question_versions.get().texts) == {"en"}


def test_a_translation_of_other_words_does_not_stand_in_for_a_changed_question(parks):
    survey = publish_survey(parks)
    page = page_of(survey)
    translate(page, "es", questions=[spanish(page)])
    asked = raw(page)
    asked[0]["value"]["question"] = "How safe is your street?"
    republish(page, asked)
    shown = survey.question_versions.current().get().in_language("es")
    assert (shown.text, shown.language) == ("How safe is your street?", "en")


def test_a_translation_published_before_its_source_does_not_become_the_source(parks):
    survey = publish_survey(parks)
    page = page_of(survey)
    translate(page, "es", questions=[spanish(page)])
    survey.delete()
    page_of(survey, "es").save_revision().publish()
    page.save_revision().publish()
    again = Survey.objects.get(key=survey.key)
    assert again.source_language == "en"
    assert set(again.question_versions.get().texts) == {"en", "es"}


def test_a_copied_page_is_a_survey_of_its_own(parks):
    survey = open_survey(parks)
    answer(survey, "4")
    page_of(survey).copy(update_attrs={"slug": "again", "title": "Again"})
    copied = SurveyPage.objects.get(slug="again", locale=Locale.get_default())
    copied.save_revision().publish()
    other = Survey.objects.get(key=copied.translation_key)
    assert other != survey
    assert QuestionVersion.objects.filter(question_id=copied.questions[0].id).count() == 2
    assert not other.waves.exists()


@pytest.mark.parametrize("mode", ["", "thanks", "closed"])
def test_editors_see_a_draft_before_it_is_published(parks, ben_edits, mode):
    survey = publish_survey(parks)
    page = page_of(survey)
    page.questions = [rating("A draft wording?")]
    page.save_revision()
    editor = ben_edits(page)
    shown = page.get_latest_revision_as_object().make_preview_request(preview_mode=mode)
    assert shown.status_code == 200
    text = shown.content.decode()
    assert ("A draft wording?" in text) is (mode != "thanks")
    assert editor.stored()[0]["value"]["question"] == "A draft wording?"


def test_answering_in_a_preview_stores_nothing(parks):
    survey = open_survey(parks)
    client = Client(headers={"sec-fetch-site": "same-origin"})
    sent = client.post("/en/q/preview/", {"question": "x", "answer": "4"})
    assert sent.status_code == 200
    assert not Response.objects.filter(wave__survey=survey).exists()


def test_a_test_link_takes_the_answer_and_stores_nothing(parks):
    survey = open_survey(parks)
    page = page_of(survey)
    assert 'name="test"' in Client().get(f"{page.url}?test=1").content.decode()
    version = survey.question_versions.get()
    client = Client(headers={"sec-fetch-site": "same-origin"})
    data = {"question": str(version.question_id), "answer": "4", "test": "1"}
    assert client.post(f"/en/q/{survey.code}/", data).status_code == 200
    assert not Response.objects.exists()


def test_questions_published_in_the_middle_of_a_wave_are_counted_too(parks):
    survey = publish_survey(parks)
    wave = open_wave(survey=survey, opens_at=timezone.now())
    page = page_of(survey)
    republish(page, [*raw(page), how_to_travel()])
    version = answer(survey, "2", place=1)
    assert wave.tallies.get(question_version=version, code="").count == 1
