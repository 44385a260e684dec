"""The screens on which staff bring a form and take one home."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from surveys.models import SurveyPage
from surveys.xlsforms import files
from surveys.xlsforms.taking import take
from tests.surveys.making import open_survey, question
from tests.surveys.xlsforms.forms import CITY, form

pytestmark = pytest.mark.django_db

FORM = form(["select_one ways", "way", "How do you travel?"], ["audio", "say", "Say it."])
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IMPORT = reverse("survey_admin:import_form")


def send(client, department, content=FORM):
    data = {"file": SimpleUploadedFile("travel.xlsx", content), "department": department.pk}
    return client.post(IMPORT, data)


def signed_in(client, person):
    client.force_login(person)
    return client


def text_of(response):
    return " ".join(response.content.decode().split())


def test_an_editor_brings_a_form_and_sees_what_was_not_taken_over(client, parks, ben):
    response = send(signed_in(client, ben), parks)
    page = SurveyPage.objects.get(title="travel", alias_of=None)
    shown = reverse("survey_admin:imported_form", args=[page.translation_key])
    assert (response.status_code, response.url) == (302, shown)
    html = text_of(client.get(shown))
    assert "row 3, column type (A3)" in html
    assert "There is no such kind of question here: audio" in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html


def test_when_all_was_taken_over_the_screen_says_so(client, parks, ben):
    send(signed_in(client, ben), parks, form(["text", "why", "Why?"]))
    page = SurveyPage.objects.get(title="travel", alias_of=None)
    html = text_of(client.get(reverse("survey_admin:imported_form", args=[page.translation_key])))
    assert "Everything in the form was taken over." in html


def test_faults_stand_on_the_screen_with_sheet_row_and_column(client, parks, ben):
    response = send(signed_in(client, ben), parks, form(["texxt", "why", "Why?"]))
    html = text_of(response)
    assert "nothing was stored" in html
    assert '<span class="form-entries__place">sheet survey, row 2, column type (A2)</span>' in html
    assert "“texxt” is no type of question." in html
    assert not SurveyPage.objects.exists()


def test_a_form_of_which_nothing_is_left_says_why(client, parks, ben):
    html = text_of(send(signed_in(client, ben), parks, form(["audio", "say", "Say it."])))
    assert "Nothing of this form can be answered here." in html
    assert "There is no such kind of question here: audio" in html


def test_a_file_that_is_too_large_is_not_read(client, parks, ben, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_FILE", 10)
    monkeypatch.setattr("surveys.admin.xlsforms.LARGEST_FILE", 10)
    monkeypatch.setattr("surveys.admin.xlsforms.import_form", lambda **kwargs: pytest.fail("it was read"))
    assert "The file is larger than" in text_of(send(signed_in(client, ben), parks))


def test_nobody_imports_into_a_department_of_others(client, parks, roads, ben):
    html = text_of(signed_in(client, ben).get(IMPORT))
    assert "Parks and Nature" in html
    assert "Roads and Bridges" not in html
    response = send(client, roads)
    assert "Select a valid choice" in text_of(response)
    assert not SurveyPage.objects.exists()


def test_the_list_of_surveys_leads_to_the_import_for_who_may_create_some(client, parks, ben, fay):
    listing = reverse("survey_admin:list")
    assert IMPORT in text_of(signed_in(client, ben).get(listing))
    assert IMPORT not in text_of(signed_in(client, fay).get(listing))
    assert client.get(IMPORT).status_code == 302


def test_what_became_of_a_form_is_told_to_its_own_editors_alone(client, parks, ben, cleo, fay):
    send(signed_in(client, ben), parks)
    page = SurveyPage.objects.get(title="travel", alias_of=None)
    shown = reverse("survey_admin:imported_form", args=[page.translation_key])
    for person in (cleo, fay):
        assert signed_in(client, person).get(shown).status_code == 404


def test_a_survey_that_came_from_no_form_has_no_such_screen(client, parks, ben):
    survey = open_survey(parks)
    shown = reverse("survey_admin:imported_form", args=[survey.key])
    assert signed_in(client, ben).get(shown).status_code == 404


def test_an_editor_takes_a_survey_home_as_a_form(client, parks, ben):
    survey = open_survey(parks, question("short_text", "Why?", hint="", name="why"))
    address = reverse("survey_admin:export_form", args=[survey.key])
    page = SurveyPage.objects.get(translation_key=survey.key, locale__language_code="en")
    assert address in text_of(signed_in(client, ben).get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    assert address in text_of(client.get(reverse("survey_admin:survey", args=[survey.pk])))
    response = client.get(address)
    assert response["Content-Type"] == SHEET
    assert "no-store" in response["Cache-Control"]
    assert 'filename="clean-streets.xlsx"' in response["Content-Disposition"]
    (block,) = take(response.content, CITY, "").survey.blocks
    assert (block["type"], block["value"]["name"]) == ("short_text", "why")


def test_only_its_own_editors_take_a_survey_home(client, parks, cleo, fay):
    survey = open_survey(parks)
    address = reverse("survey_admin:export_form", args=[survey.key])
    for person in (cleo, fay):
        assert signed_in(client, person).get(address).status_code == 404
    assert client.post(address).status_code == 405


def test_a_draft_of_which_no_form_can_be_made_leads_back_with_a_message(client, parks, ben):
    from tests.surveys.xlsforms.test_services import draft_of

    page = draft_of(parks)
    address = reverse("survey_admin:export_form", args=[page.translation_key])
    response = signed_in(client, ben).get(address, follow=True)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "No form can be made of this draft yet" in text_of(response)
