from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest

from home.demo.content import load_content, shape, shares, wave_span
from home.demo.content.survey_shape import SILENT, WORDS, QuestionKind
from home.demo.loading.staff import STAFF

CONTENT = load_content()
QUESTIONS = [(survey, question) for survey in CONTENT.surveys for question in survey.questions]
SHORT = [survey for survey in CONTENT.surveys if not survey.paged]


def test_the_invented_answers_are_about_twenty_thousand():
    assert 19_000 < sum(wave.answers for survey in CONTENT.surveys for wave in survey.waves) < 21_000
    assert sum(len(survey.open_texts) for survey in CONTENT.surveys) >= 60


def test_waves_show_every_state():
    last = {survey.key: survey.waves[-1] for survey in CONTENT.surveys}
    states = [wave.state for wave in last.values()]
    for state in ("paused", "closed_early", "scheduled"):
        assert states.count(state) == 1
    for wave in last.values():
        assert (wave.reason is not None) == (wave.state in {"paused", "closed_early"})
    assert [wave.answers < 30 for wave in last.values() if wave.state == "open"].count(True) == 1
    for survey in SHORT:
        assert [wave.months_ago for wave in survey.waves[:5]] == [5, 4, 3, 2, 1]
        assert {wave.state for wave in survey.waves[:5]} == {"closed"}


def test_waves_follow_one_another_on_whatever_day_the_demo_is_loaded():
    for offset in range(400):
        today = date(2026, 1, 1) + timedelta(days=offset)
        spans = [wave_span(today, months, "closed" if months else "open") for months in range(5, -1, -1)]
        assert len({opens.strftime("%Y-%m") for opens, _ in spans}) == 6
        assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(spans))
        assert spans[-2][1] < spans[-1][0] <= today <= spans[-1][1]
        assert spans[-1][0] < wave_span(today, 0, "closed_early")[1] < today
        assert wave_span(today, -1, "scheduled")[0] > today


PEOPLE = [
    {"district": district.code, "age": age.code, "language": language}
    for district in CONTENT.districts
    for age in CONTENT.people.ages
    for language in shape.LANGUAGES
]


def test_shares_of_answers_add_up():
    for weights in (CONTENT.people.age_shares, CONTENT.people.language_shares, CONTENT.people.source_shares):
        assert sum(weights.values()) == pytest.approx(1)
    for survey, question in QUESTIONS:
        if question.kind in WORDS | SILENT:
            assert not question.base
            continue
        whole = sum(question.base.values())
        assert question.kind == "multiple_choice" or whole == pytest.approx(1), (survey.key, question.key)
        for person in PEOPLE:
            given = shares(question, 2, person)
            assert all(0 < share < 1 for share in given.values()) or question.kind == "consent"
            assert question.kind == "multiple_choice" or sum(given.values()) == pytest.approx(1)


def test_effects_name_districts_ages_languages_and_choices_that_exist():
    known = {
        "district": {district.code for district in CONTENT.districts},
        "age": {age.code for age in CONTENT.people.ages},
        "language": set(shape.LANGUAGES),
    }
    for survey, question in QUESTIONS:
        codes = question.codes
        rows = {"row": {row.code for row in question.rows}}
        assert set(question.drift) <= codes
        for variable, by_value in question.effects.items():
            assert set(by_value) <= (known | rows)[variable], survey.key
            assert all(set(weights) <= codes for weights in by_value.values()), survey.key


def test_ratings_run_over_five_steps_and_open_texts_belong_to_a_question():
    for survey, question in QUESTIONS:
        codes = [choice.code for choice in question.choices if choice.code != "dk"]
        if question.kind == "rating":
            assert codes == ["1", "2", "3", "4", "5"]
        if question.kind == "yes_no":
            assert codes == ["yes", "no"]
        own = [text for text in survey.open_texts if text.question == question.key]
        others = [text for text in survey.open_texts if text.question == f"{question.key}.other"]
        assert bool(own) == (question.kind in WORDS)
        assert bool(others) == bool(question.options.get("other"))
    assert all(1 <= len(survey.questions) <= 3 for survey in SHORT)


def test_a_survey_begins_with_a_question_of_one_tap():
    assert {survey.questions[0].kind for survey in SHORT} <= {"single_choice", "rating", "yes_no"}


def test_one_survey_shows_all_that_a_survey_can_ask():
    (great,) = (survey for survey in CONTENT.surveys if survey.paged)
    assert {question.kind for question in great.questions} == set(get_args(QuestionKind))
    rules = [question.rule for question in great.questions if question.rule]
    operators = {condition.operator for rule in rules for condition in rule.conditions}
    assert operators == {"is", "is_not", "contains", "contains_not", "more", "less"}
    assert {rule.match for rule in rules} == {"all", "any"}
    assert [question.rule is not None for question in great.questions if question.kind == "page"].count(
        True
    ) == 2
    shown = {name for question in great.questions for name, value in question.options.items() if value}
    assert shown >= {
        "required",
        "shuffle",
        "reverse",
        "most",
        "other",
        "none",
        "point",
        "confidential",
        "earliest",
    }
    assert any(question.other_wording for question in great.questions)
    assert any("{corner}" in question.text["ar"] for question in great.questions)


def test_corrections_and_borrowed_questions_name_what_exists():
    by_name = {f"{survey.key}/{question.key}": question for survey, question in QUESTIONS}
    staff = {worker.name: worker for worker in STAFF}
    for _survey, question in QUESTIONS:
        if question.origin:
            lent = by_name[question.origin]
            assert (lent.kind, lent.text, lent.choices) == (question.kind, question.text, question.choices)
    assert len([question for _survey, question in QUESTIONS if question.origin]) == 2
    corrected = [survey for survey in CONTENT.surveys if survey.correction]
    assert {survey.when_stale for survey in corrected} == {"older", "wait"}
    changes = [change for survey in corrected for change in survey.correction.changes]
    assert {change.joined for change in changes} == {True, False}
    for survey in corrected:
        assert survey.waves[-1].state == "open"
        assert {change.question for change in survey.correction.changes} <= {q.key for q in survey.questions}
        assert "es" not in survey.correction.languages
        assert staff[survey.correction.by].department == survey.department
        assert staff[survey.correction.translator].language == survey.correction.languages[1]


def test_places_that_people_name_are_districts():
    districts = {district.code for district in CONTENT.districts}
    for _survey, question in QUESTIONS:
        if question.kind == "place":
            assert set(question.base) <= districts | {choice.code for choice in question.choices}
