"""A form becomes a draft of a department's survey in all its languages; a survey's draft becomes a form."""

from __future__ import annotations

import pytest
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation

from portal.core.models import StandIn
from portal.translations.engine.words import string_segments
from surveys.blocks import QuestionsBlock
from surveys.models import Survey, SurveyPage
from surveys.services import xlsforms
from surveys.services.xlsforms import MayNotImportError, export_form, import_form
from surveys.xlsforms.gathering import gathered
from surveys.xlsforms.reports import FormRefusedError
from surveys.xlsforms.taking import take
from surveys.xlsforms.writing import NotExportableError, write
from surveys.xlsforms.written_rules import LostQuestionError
from tests.factories import make_picture
from tests.surveys.making import department_page, question
from tests.surveys.xlsforms.forms import CITY, bare, difference, form
from tests.surveys.xlsforms.whole import survey, with_conditions

pytestmark = pytest.mark.django_db

HEADER = ("type", "name", "label::English (en)", "label::Spanish (es)")
CHOICES = [
    ["list_name", "name", *HEADER[2:]],
    ["ways", "foot", "On foot", "A pie"],
    ["ways", "bike", "Bike", "Bici"],
]
SETTINGS = [
    ["form_title", "default_language", "portal::title::Spanish (es)"],
    ["Travel", "English (en)", "Viajar"],
]
ROWS = (["select_one ways", "way", "How?", "¿Cómo?"], ["text", "why", "Why?", "¿Por qué?"])
FORM = form(*ROWS, header=HEADER, choices=CHOICES, settings=SETTINGS)


def imported(department, by=None, content=FORM, name="travel.xlsx"):
    return import_form(file=content, name=name, department=department, by=by)


def page_in(page, language):
    return SurveyPage.objects.get(translation_key=page.translation_key, locale__language_code=language)


def words_in(page):
    draft = page.get_latest_revision_as_object()
    blocks = [block.value for block in draft.questions]
    return [
        draft.title,
        *(value["question"] for value in blocks),
        *(one["text"] for one in blocks[0]["choices"]),
    ]


def test_a_form_becomes_a_draft_below_the_departments_page(parks, ben):
    page = imported(parks, ben).page
    assert page.get_parent().pk == department_page(parks).pk
    assert (page.live, page.has_unpublished_changes, page.owner, page.department) == (False, True, ben, parks)
    assert page.slug == "travel"
    assert words_in(page) == ["Travel", "How?", "Why?", "On foot", "Bike"]
    assert page.latest_revision.user == ben
    assert not Survey.objects.filter(key=page.translation_key).exists()


def test_what_was_not_taken_over_is_in_the_audit_log(parks, ben):
    content = form(["text", "why", "Why?"], ["audio", "say", "Say it."])
    page = imported(parks, ben, content).page
    (entry,) = PageLogEntry.objects.filter(action="surveys.import_form")
    assert (entry.page_id, entry.user, entry.data["file"]) == (page.pk, ben, "travel.xlsx")
    assert [note["why"] for note in entry.data["not_taken"]] == ["kind"]


def test_the_forms_other_languages_become_drafts_and_the_rest_stands_in(parks, ben):
    page = imported(parks, ben).page
    spanish, arabic = page_in(page, "es"), page_in(page, "ar")
    assert words_in(spanish) == ["Viajar", "¿Cómo?", "¿Por qué?", "A pie", "Bici"]
    assert (spanish.live, StandIn.objects.get(page=spanish).source_id) == (False, page.pk)
    ids = [[block.id for block in one.get_latest_revision_as_object().questions] for one in (page, spanish)]
    assert ids[0] == ids[1]
    assert (arabic.alias_of_id, arabic.live) == (page.pk, False)


def test_the_words_in_other_languages_are_adopted_when_the_survey_is_published(parks, ben, client):
    page = imported(parks, ben).page
    page.get_latest_revision().publish()
    translation = Translation.objects.get(source__object_id=page.translation_key)
    assert translation.target_locale.language_code == "es"
    words = {segment.string.data: segment.words.data for segment in string_segments(translation)}
    assert words == {
        "Travel": "Viajar",
        "How?": "¿Cómo?",
        "On foot": "A pie",
        "Bike": "Bici",
        "Why?": "¿Por qué?",
    }
    # Until somebody approves them, residents read the source.
    spanish = page_in(page, "es")
    assert (spanish.live, spanish.title, spanish.draft_title) == (True, "Travel", "Viajar")
    shown = client.get(spanish.url).content.decode()
    assert "Travel" in shown
    assert "Viajar" not in shown
    page.get_latest_revision().publish()
    assert Translation.objects.count() == 1


def test_a_form_in_spanish_becomes_a_draft_of_the_spanish_tree(parks, ben):
    content = form(["text", "why", "¿Por qué?"], header=("type", "name", "label::Español (es)"))
    page = imported(parks, ben, content).page
    assert (page.locale.language_code, page_in(page, "en").alias_of_id) == ("es", page.pk)


def test_a_refused_form_stores_nothing(parks, ben):
    before = Page.objects.count()
    with pytest.raises(FormRefusedError):
        imported(parks, ben, form(["texxt", "why", "Why?"]))
    assert (Page.objects.count(), PageLogEntry.objects.filter(action="surveys.import_form").count()) == (
        before,
        0,
    )


def test_an_import_that_fails_half_way_stores_nothing(parks, ben, monkeypatch):
    before = Page.objects.count()

    def fail(**kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr(xlsforms, "log", fail)
    with pytest.raises(OSError, match="full"):
        imported(parks, ben)
    assert (Page.objects.count(), StandIn.objects.count()) == (before, 0)


def test_only_who_may_create_surveys_in_the_department_imports_into_it(parks, roads, cleo, emil, fay, gus):
    before = Page.objects.count()
    for person in (cleo, emil, fay):
        with pytest.raises(MayNotImportError):
            imported(parks, person)
    assert Page.objects.count() == before
    assert imported(parks, gus).page.department == parks


def test_two_imports_of_one_form_are_two_surveys(parks, ben):
    first, second = imported(parks, ben).page, imported(parks, ben).page
    assert (first.slug, second.slug) == ("travel", "travel-2")


def test_a_form_without_a_title_is_called_like_its_file(parks, ben):
    content = form(["text", "why", "Why?"])
    assert imported(parks, ben, content, "/tmp/My streets.xlsx").page.title == "My streets"


def test_a_survey_comes_back_the_same_through_the_pages_of_the_portal(parks, ben):
    original = survey(*with_conditions())
    page = imported(parks, ben, write(original, "streets", {})).page
    exported = export_form(page=page, by=ben)
    came_back = take(exported.content, CITY, "")
    assert exported.name == f"{page.slug}.xlsx"
    assert came_back.not_taken == ()
    assert difference(came_back.survey, original) is None


def test_every_draft_that_an_import_makes_could_be_published(parks, ben):
    page = imported(parks, ben, write(survey(*with_conditions()), "streets", {})).page
    for language in ("en", "es", "ar"):
        draft = page_in(page, language).get_latest_revision_as_object()
        QuestionsBlock().clean(draft.questions)
        draft.full_clean()


def test_the_latest_drafts_are_exported_whichever_page_is_named(parks, ben):
    page = imported(parks, ben).page
    page.get_latest_revision().publish()
    draft = SurveyPage.objects.get(pk=page.pk)
    draft.title = "Travel again"
    draft.save_revision()
    for language in ("en", "es", "ar"):
        content = export_form(page=page_in(page, language), by=ben).content
        taken = take(content, CITY, "").survey
        assert dict(taken.title) == {"en": "Travel again", "es": "Viajar"}
    entry = PageLogEntry.objects.filter(action="surveys.export_form").first()
    assert (entry.page_id, entry.user) == (page.pk, ben)


def test_pictures_are_those_that_the_person_may_choose(parks, roads, ben):
    own = {name: make_picture(name, collection=parks.collection) for name in ("bench", "table")}
    files = [picture.file.name.rpartition("/")[2] for picture in own.values()]
    choices = [["list_name", "name", "label", "image"], ["b", "a", "A", files[0]], ["b", "c", "C", files[1]]]
    content = form(["select_multiple b", "q", "Which?"], choices=choices)
    result = imported(parks, ben, content)
    assert result.not_taken == ()
    (block,) = result.page.questions
    assert block.block_type == "image_choice"
    assert [item["picture"].pk for item in block.value["choices"]] == [picture.pk for picture in own.values()]
    again = take(export_form(page=result.page, by=ben).content, CITY, "")
    assert [entry.what for entry in again.not_taken] == files
    exported = export_form(page=result.page, by=ben).content
    assert bare(gathered([imported(parks, ben, exported).page])) == bare(gathered([result.page]))
    own["bench"].collection = roads.collection
    own["bench"].save()
    result = imported(parks, ben, content)
    assert result.page.questions[0].block_type == "multiple_choice"
    assert {entry.why.value for entry in result.not_taken} == {"picture"}


EMPTY = question("single_choice", "How?", name="way", choices=[], dont_know=False)


def draft_of(department, *blocks):
    page = SurveyPage(title="Half", slug="half", live=False, questions=list(blocks))
    department_page(department).add_child(instance=page)
    page.save_revision()
    return page


def test_a_draft_without_questions_or_with_an_empty_one_makes_no_form(parks, ben):
    with pytest.raises(NotExportableError):
        export_form(page=draft_of(parks), by=ben)


def test_a_question_without_answers_makes_no_form(parks, ben):
    with pytest.raises(NotExportableError):
        export_form(page=draft_of(parks, EMPTY), by=ben)


def test_a_condition_about_a_question_that_is_gone_makes_no_form(parks, ben):
    condition = {"type": "item", "id": "c", "value": {"question": "gone", "operator": "is", "value": "a"}}
    rule = {"match": "all", "conditions": [condition]}
    with pytest.raises(LostQuestionError):
        export_form(page=draft_of(parks, question("short_text", "Why?", name="why", ask_if=rule)), by=ben)
