"""An editor builds a survey of several kinds on two pages, with conditions, takes a question from the library, and
publishes it. With PICTURES=folder each step is kept as a picture.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from surveys.domain.logic import Condition, Match, Operator
from surveys.models import Survey, SurveyPage
from tests.axe import violations
from tests.factories import department_page
from tests.journeys.building import Builder
from tests.journeys.test_editor import sign_in
from tests.surveys.making import publish_survey, rating

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def builder(hana, parks, roads, desk):
    publish_survey(roads, rating("How smooth was the road?"), slug="road", title="Our roads")
    desk.set_default_timeout(20_000)
    expect.set_options(timeout=20_000)
    sign_in(desk, hana)
    page = SurveyPage(title="The way to work", slug="the-way-to-work", live=False)
    department_page(parks).add_child(instance=page)
    page.save_revision()
    desk.goto(f"/admin/pages/{page.pk}/edit/")
    yield Builder(desk, "builder")
    expect.set_options(timeout=5_000)


def options(select):
    return select.locator("option").all_text_contents()


def latest():
    return SurveyPage.objects.get(
        slug="the-way-to-work", locale__language_code="en"
    ).get_latest_revision_as_object()


def rules(survey):
    return {
        version.in_language("en").text: version.in_language("en").rule
        for version in survey.question_versions.current()
    }


def test_a_survey_is_built_with_conditions_and_a_question_of_the_library_and_published(builder):
    travel, why, people, last = questions_are_added(builder)
    conditions_are_chosen(builder, why, last)
    one_comes_from_the_library(builder)
    before = list(latest().questions.raw_data)
    for _again in range(10):
        builder.save()
    assert list(latest().questions.raw_data) == before
    builder.publish()
    expect(builder.page.get_by_text(re.compile("published[.]")).first).to_be_visible()
    builder.picture("published")

    survey = Survey.objects.get(key=latest().translation_key)
    ids = [block["id"] for block in before]
    assert rules(survey)["What would help?"].conditions == (Condition(ids[travel], Operator.IS, "2"),)
    hung = rules(survey)["What should we know?"]
    assert hung.match is Match.ANY
    assert hung.conditions == (
        Condition(ids[why], Operator.CONTAINS, "2"),
        Condition(ids[people], Operator.MORE, "3"),
    )
    assert "How smooth was the road?" in rules(survey)


def questions_are_added(builder):
    builder.open_kinds()
    builder.picture("kinds")
    builder.page.keyboard.press("Escape")
    travel = builder.add("One answer", "How do you travel?", "On foot", "By tram")
    builder.picture("one-answer")
    why = builder.add("Several answers", "What would help?", "More trams", "Bins")
    builder.add("New page", "About your household")
    people = builder.add("Number", "How many live with you?")
    last = builder.add("Long text", "What should we know?")
    return travel, why, people, last


def conditions_are_chosen(builder, why, last):
    builder.open_rule(why)
    builder.hang(why, 0, "1. How do you travel?", "is", "By tram")
    builder.picture("first-condition")
    builder.open_rule(last)
    asked, _compared, _chosen = builder.add_condition(last, 0)
    assert options(asked) == [
        "Choose a question",
        "1. How do you travel?",
        "2. What would help?",
        "4. How many live with you?",
    ]
    asked.select_option(label="2. What would help?")
    builder.field(last, "ask_if-conditions-0-value-operator").select_option(label="contains")
    builder.field(last, "ask_if-conditions-0-value-value-chosen").select_option(label="Bins")
    builder.hang(last, 1, "4. How many live with you?", "is more than", None)
    number = builder.field(last, "ask_if-conditions-1-value-value-chosen")
    expect(number).to_have_attribute("type", "number")
    number.fill("3")
    builder.field(last, "ask_if-match").select_option(label="any of these is true")
    builder.picture("conditions")
    builder.save()
    # Wagtail names the parts of each block alike; that is theirs.
    found = violations(builder.page, "#questions-root")
    assert [one for one in found if not one.startswith("landmark-unique")] == []


def one_comes_from_the_library(builder):
    page = builder.page
    page.goto(f"/admin/surveys/library/?into={latest().pk}")
    expect(page.get_by_text("How smooth was the road?").first).to_be_visible()
    assert violations(page, "main") == []
    builder.picture("library")
    page.get_by_role("link", name=re.compile("Insert into a survey.*smooth")).click()
    expect(page.get_by_role("button", name="Insert", exact=True)).to_be_visible()
    builder.picture("insert")
    assert violations(page, "main") == []
    page.get_by_role("button", name="Insert", exact=True).click()
    expect(page.get_by_text("The question stands at the end of the draft")).to_be_visible()
    builder.picture("inserted")
    expect(builder.field(5, "question")).to_have_value("How smooth was the road?")


def test_conditions_follow_what_happens_to_the_questions(builder):
    travel = builder.add("One answer", "How do you travel?", "On foot", "By tram")
    trees = builder.add("Yes or no", "Are there trees?")
    last = builder.add("Short text", "Why?")
    builder.open_rule(last)
    builder.hang(last, 0, "1. How do you travel?", "is", "By tram")
    asked = builder.field(last, "ask_if-conditions-0-value-question-chosen")
    chosen = builder.field(last, "ask_if-conditions-0-value-value-chosen")

    # Another code, and other words, are the same answer.
    builder.field(travel, "choices-1-value-text").fill("By tram or bus")
    expect(chosen.locator("option:checked")).to_have_text("By tram or bus")
    # Moving it below makes the condition refer forward.
    builder.block(travel).get_by_role("button", name="Move down").first.click()
    expect(asked.locator("option:checked")).to_have_text("2. How do you travel?")
    builder.block(travel).get_by_role("button", name="Move down").first.click()
    expect(asked.locator("option:checked")).to_have_text("3. How do you travel? (comes later)")
    builder.picture("comes-later")
    builder.block(travel).get_by_role("button", name="Move up").first.click()
    expect(asked.locator("option:checked")).to_have_text("2. How do you travel?")
    # A copy is another question, and what is deleted stays visible where it is asked for.
    builder.block(trees).get_by_role("button", name="Duplicate").first.click()
    expect(asked.locator("option", has_text="2. Are there trees?")).to_be_attached()
    answer = builder.block(travel).locator("[data-contentpath=choices]")
    answer.get_by_role("button", name="Delete").last.click()
    expect(chosen.locator("option:checked")).to_have_text("By tram or bus (no longer there)")
    builder.block(travel).locator("> section > .w-panel__header").get_by_role("button", name="Delete").click()
    expect(asked.locator("option:checked")).to_contain_text("(no longer there)")
    builder.picture("no-longer-there")
    what_is_lost_is_mended(builder, last, asked)


def what_is_lost_is_mended(builder, last, asked):
    page = builder.page
    page.locator("#id_summary").click()
    builder.publish()
    expect(page.get_by_text("a condition refers to a question that is not there").first).to_be_visible()
    builder.picture("refused")
    # Chosen by the keyboard alone.
    builder.field(last, "ask_if-conditions-0-value-question-chosen").focus()
    page.keyboard.press("ArrowDown")
    expect(asked.locator("option:checked")).to_have_text("1. Are there trees?")
    builder.field(last, "ask_if-conditions-0-value-value-chosen").select_option(label="Yes")
    builder.publish()
    expect(page.get_by_text(re.compile("published[.]")).first).to_be_visible()


def test_without_what_the_script_knows_the_plain_inputs_are_there(builder):
    page = builder.page
    page.route("**/conditions*.js", lambda route: route.abort())
    page.reload()
    builder.add("Yes or no", "Are there trees?")
    last = builder.add("Short text", "Why?")
    builder.open_rule(last)
    builder.block(last).locator("[data-contentpath=ask_if]").get_by_role("button", name="Add").last.click()
    expect(builder.field(last, "ask_if-conditions-0-value-question")).to_be_visible()
    expect(builder.field(last, "ask_if-conditions-0-value-value")).to_be_visible()
