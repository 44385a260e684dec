from __future__ import annotations

from surveys.models import SurveyPage
from tests.surveys.making import choices, publish_survey, question, rating
from tests.translations.translating import begin, edit, fill, publish, target


def source_of(survey):
    return SurveyPage.objects.get(translation_key=survey.key, locale__language_code="en")


def ids(page):
    return [
        (block.id, [choice.id for choice in block.value.get("choices", {}).bound_blocks])
        if block.value.get("choices")
        else (block.id, [])
        for block in page.questions
    ]


def codes(page):
    return [
        [choice.value["code"] for choice in block.value["choices"].bound_blocks]
        for block in page.questions
        if block.value.get("choices")
    ]


def made(parks):
    way = question(
        "single_choice", "How do you come?", choices=choices("On foot", "By car"), dont_know=True, name=""
    )
    return publish_survey(parks, way, rating())


def test_a_translated_survey_asks_the_same_questions_in_other_words(parks):
    survey = made(parks)
    page = source_of(survey)
    publish(page, words={"How do you come?": "¿Cómo viene?", "On foot": "A pie"})
    spanish = target(page)
    assert ids(spanish) == ids(page)
    assert codes(spanish) == codes(page)
    asked = survey.question_versions.current().first()
    assert asked.in_language("es").text == "¿Cómo viene?"
    assert next(choice.label for choice in asked.in_language("es").choices) == "A pie"
    assert [choice.code for choice in asked.in_language("es").choices] == [
        choice.code for choice in asked.in_language("en").choices
    ]


def test_a_begun_translation_of_a_survey_adds_no_words(parks):
    survey = made(parks)
    translation = begin(source_of(survey))
    fill(translation)
    edit(source_of(survey), thanks="Thank you all.")
    assert {code for version in survey.question_versions.all() for code in version.texts} == {"en"}


def test_a_new_order_of_questions_follows_and_loses_no_words(parks):
    survey = made(parks)
    page = source_of(survey)
    publish(page)
    edit(page, questions=list(reversed(list(page.questions.raw_data))))
    spanish = target(page)
    assert [block.id for block in spanish.questions] == [block.id for block in source_of(survey).questions]
    assert all(
        version.texts["es"]["question"].startswith("es ") for version in survey.question_versions.current()
    )
