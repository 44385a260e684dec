"""A question of the library is added to the draft of another survey, and nothing else happens."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from surveys.content import questions_in
from surveys.domain.kinds import SILENT
from surveys.models import SurveyPage
from surveys.permissions import surveys_seen_by
from surveys.queries.library import library_of, pages_to_insert_into
from surveys.services.library import NotEditableError, PageLockedError, insert_question
from tests.factories import department_page, make_picture
from tests.surveys.editing import how_to_travel, page_of, raw
from tests.surveys.every_kind import asked_if
from tests.surveys.making import choices, publish_survey, question, rating

PEOPLE = question(
    "number", "How many people live with you?", minimum="0", maximum="12", bands="1, 3", unit="people"
)
LIGHTS = question(
    "matrix",
    "How good are these?",
    rows=choices("Lights", "Pavement"),
    choices=choices("Bad", "Good"),
    dont_know=True,
)
EVERY_KIND = [
    how_to_travel(other=True, shuffle=True, hint="On most days", required=True, name="travel"),
    question(
        "multiple_choice",
        "What would help?",
        choices=choices("Bins", "None of it-"),
        fewest=1,
        most=2,
        none=True,
    ),
    question("yes_no", "Is it clean?", dont_know=False, reverse=True, confidential=True),
    rating("How clean was it?", look="stars", other_wording="How dirty was it?"),
    question("scale", "Would you recommend it?", label_0="Never", label_10="Always"),
    LIGHTS,
    question("ranking", "What comes first?", choices=choices("Trees", "Benches"), most=1),
    PEOPLE,
    question("date", "Since when?", earliest="2020-01-01", latest="2030-12-31"),
    question("short_text", "Anything else?"),
    question("long_text", "Tell us more"),
    question("consent", "The department may use my answers.", required=True),
]


@pytest.fixture
def target(parks):
    page = SurveyPage(title="New", slug="new", live=False, questions=[rating("First", name="clean")])
    department_page(parks).add_child(instance=page)
    page.save_revision()
    return page


def library(user, language="en"):
    return library_of(surveys_seen_by(user), language, timezone.now())


def entry_of(user, survey, place=0):
    return [entry for entry in library(user) if entry.survey == survey][place]


def drafted(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.mark.parametrize("asked", EVERY_KIND, ids=lambda asked: asked["type"])
def test_it_asks_the_same_with_the_same_codes_and_new_ids(asked, ben, roads, target):
    survey = publish_survey(roads, asked, slug="source", title="Source")
    version = survey.question_versions.get()
    before = version.frozen_in("en")
    insert_question(entry=entry_of(ben, survey), page=target, by=ben)
    after = questions_in(drafted(target).questions, "en")[-1]
    assert after.id != before.id
    assert (after.kind, after.text, after.hint, after.unit) == (
        before.kind,
        before.text,
        before.hint,
        before.unit,
    )
    assert after.other_wording == before.other_wording
    for old, new in zip((*before.choices, *before.rows), (*after.choices, *after.rows), strict=True):
        assert (old.code, old.label, old.opinion) == (new.code, new.label, new.opinion)
        assert bool(old.id) == bool(new.id)
        assert not old.id or old.id != new.id
    same = {**vars(before.settings), "origin": f"{survey.key}/{version.question_id}"}
    assert vars(after.settings) == same
    assert after.kind not in SILENT


def test_it_comes_last_in_a_new_revision_and_publishes_nothing(ben, roads, parks):
    survey = publish_survey(roads, how_to_travel(), slug="source", title="Source")
    live = page_of(publish_survey(parks, rating("First"), slug="live", title="Live"))
    changed = [*raw(live), question("short_text", "Drafted")]
    live.questions = changed
    live.save_revision()
    insert_question(entry=entry_of(ben, survey), page=live, by=ben)
    live.refresh_from_db()
    assert [block.value["question"] for block in live.questions] == ["First"]
    assert live.has_unpublished_changes
    assert [block.value["question"] for block in drafted(live).questions] == [
        "First",
        "Drafted",
        "How do you travel?",
    ]
    assert drafted(live).latest_revision.user == ben
    noted = PageLogEntry.objects.get(action="surveys.insert_question")
    assert (noted.page_id, noted.user) == (live.pk, ben)


def test_its_name_gives_way_to_one_that_is_there(ben, roads, target):
    survey = publish_survey(roads, rating(name="clean"), slug="source", title="Source")
    insert_question(entry=entry_of(ben, survey), page=target, by=ben)
    insert_question(entry=entry_of(ben, survey), page=target, by=ben)
    assert [block.value["name"] for block in drafted(target).questions] == ["clean", "clean_2", "clean_3"]


def test_its_conditions_stay_behind(ben, roads, target):
    first = question("yes_no", "Do you cycle?")
    second = question("short_text", "Where, {cycle}?", ask_if=asked_if(first, "is", "yes"))
    first["value"]["name"] = "cycle"
    survey = publish_survey(roads, first, second, slug="source", title="Source")
    inserted = insert_question(entry=entry_of(ben, survey, 1), page=target, by=ben)
    assert inserted.conditions
    assert inserted.repeats == ("cycle",)
    assert not questions_in(drafted(target).questions, "en")[-1].rule


def test_a_copy_of_a_copy_remembers_where_it_was_asked_first(ben, roads, parks, target):
    survey = publish_survey(roads, rating(), slug="source", title="Source")
    first = entry_of(ben, survey)
    insert_question(entry=first, page=target, by=ben)
    drafted(target).save_revision().publish()
    copies = [entry for entry in library(ben) if entry.version.settings.get("origin") == first.origin]
    assert [entry.origin for entry in copies] == [first.origin]
    assert [use.title for use in entry_of(ben, survey).uses] == ["New"]


def test_it_speaks_the_language_of_the_page_where_it_can(ben, parks, target):
    survey = publish_survey(parks, rating("How is it?"), slug="source", title="Source")
    version = survey.question_versions.get()
    version.texts = {**version.texts, "es": {**version.texts["en"], "question": "¿Cómo es?"}}
    version.save()
    spanish = target.copy_for_translation(page_of(survey, "es").locale)
    spanish_only = SurveyPage(title="Nuevo", slug="nuevo", live=False, locale=spanish.locale)
    spanish.get_parent().add_child(instance=spanish_only)
    for page, words, language in ((target, "How is it?", "en"), (spanish_only, "¿Cómo es?", "es")):
        inserted = insert_question(entry=entry_of(ben, survey), page=page, by=ben)
        assert inserted.language == language
        assert list(drafted(page).questions)[-1].value["question"] == words


def test_a_translation_is_no_place_for_a_new_question(ben, roads, target):
    survey = publish_survey(roads, rating(), slug="source", title="Source")
    translation = target.copy_for_translation(page_of(survey, "es").locale)
    assert target in pages_to_insert_into(ben)
    assert translation not in pages_to_insert_into(ben)
    with pytest.raises(NotEditableError):
        insert_question(entry=entry_of(ben, survey), page=translation, by=ben)


def test_pictures_of_another_department_stay_behind(ben, cleo, roads, parks, target):
    theirs = make_picture("Steel", collection=roads.collection)
    items = choices("Of wood", "Of steel")
    for item in items:
        item["value"] = {"text": item["value"]["text"], "code": "", "picture": theirs.pk}
    survey = publish_survey(roads, question("image_choice", "Which?", choices=items), slug="s", title="S")
    inserted = insert_question(entry=entry_of(ben, survey), page=target, by=ben)
    assert inserted.pictures == 1
    assert [item["picture"] for item in drafted(target).questions[-1].value["choices"]] == [None, None]
    own = SurveyPage(title="Roads", slug="roads-new", live=False)
    department_page(roads).add_child(instance=own)
    insert_question(entry=entry_of(cleo, survey), page=own, by=cleo)
    assert [item["picture"] for item in drafted(own).questions[-1].value["choices"]] == [theirs, theirs]


def test_a_page_of_others_takes_none(cleo, parks, roads, target):
    survey = publish_survey(roads, rating(), slug="source", title="Source")
    with pytest.raises(NotEditableError):
        insert_question(entry=entry_of(cleo, survey), page=target, by=cleo)
    client = Client()
    client.force_login(cleo)
    entry = entry_of(cleo, survey)
    address = reverse("survey_admin:library_insert", args=[entry.version.pk])
    assert client.get(address, {"into": target.pk}).status_code == 404
    assert client.post(address, {"page": target.pk}).status_code == 200
    assert len(drafted(target).questions) == 1


def test_a_locked_page_takes_none(ben, hana, roads, target):
    survey = publish_survey(roads, rating(), slug="source", title="Source")
    target.locked, target.locked_by, target.locked_at = True, hana, timezone.now()
    target.save()
    with pytest.raises(PageLockedError):
        insert_question(entry=entry_of(ben, survey), page=target, by=ben)
    assert len(drafted(target).questions) == 1


def test_a_question_that_one_may_not_see_cannot_be_inserted(ben, roads, target):
    survey = publish_survey(roads, rating(), slug="source", title="Source")
    version = survey.question_versions.get()
    page_of(survey).unpublish()
    client = Client()
    client.force_login(ben)
    address = reverse("survey_admin:library_insert", args=[version.pk])
    assert client.post(address, {"page": target.pk}).status_code == 404
    assert len(drafted(target).questions) == 1


def test_the_person_comes_back_to_the_editor_and_reads_what_stayed_behind(ben, roads, target):
    first = question("yes_no", "Do you cycle?")
    second = question("short_text", "Where?", ask_if=asked_if(first, "is", "yes"))
    survey = publish_survey(roads, first, second, slug="source", title="Source")
    client = Client()
    client.force_login(ben)
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert f"{reverse('survey_admin:library')}?into={target.pk}" in client.get(edit).content.decode()
    address = reverse("survey_admin:library_insert", args=[entry_of(ben, survey, 1).version.pk])
    answer = client.post(f"{address}?into={target.pk}", {"page": target.pk})
    block = drafted(target).questions[-1]
    assert answer.url == f"{edit}#block-{block.id}-section"
    shown = client.get(edit).content.decode()
    assert "Its conditions were left behind" in shown
    assert "Where?" in shown
