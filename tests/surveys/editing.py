"""Wagtail's editor as a browser uses it: the form of a page, filled in and posted."""

from __future__ import annotations

import copy

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

from surveys.models import SurveyPage
from surveys.queries.corrections import changed_questions
from surveys.services.corrections import decide_changes
from tests.surveys.making import choices, question

JSON = {"accept": "application/json"}
NO_CONDITIONS = {"ask_if": {"match": "all", "conditions": {"count": "0"}}}


def stream(blocks):
    """Blocks with ids, as they are stored, in the shape in which the editor posts them."""
    return {"count": str(len(blocks))} | {
        str(place): item(place, block) for place, block in enumerate(blocks)
    }


def item(place, block):
    return {
        "deleted": "",
        "order": str(place),
        "type": block["type"],
        "id": block["id"],
        "value": NO_CONDITIONS
        | {name: posted(value) for name, value in block["value"].items() if value is not False},
    }


def posted(value):
    if isinstance(value, list):
        return stream(value)
    if isinstance(value, dict):
        return {name: posted(each) for name, each in value.items()}
    return "on" if value is True else value or ""


class Editor:
    """A person in the editor of one page. `save` stores a draft; `autosave` does so behind the open form."""

    def __init__(self, client, page):
        self.client, self.page = client, page
        self.url = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def form(self, questions, **fields):
        html = self.client.get(self.url).content.decode()
        data = querydict_from_html(html, form_id="page-edit-form").dict()
        data |= nested_form_data({"questions": stream(questions)})
        return data | fields

    def save(self, questions, **fields):
        response = self.client.post(self.url, self.form(questions, **fields))
        assert response.status_code == 302, response.context["form"].errors
        return self.stored()

    def publish(self, questions, **fields):
        return self.save(questions, **{"action-publish": "1"}, **fields)

    def autosave(self, questions, **fields):
        response = self.client.post(self.url, self.form(questions, **fields), headers=JSON)
        assert response.json()["success"], response.content
        return self.stored()

    def stored(self):
        """The questions of the last revision, as they are stored."""
        self.page.refresh_from_db()
        return list(self.page.get_latest_revision_as_object().questions.raw_data)


def page_of(survey, language="en"):
    return SurveyPage.objects.get(translation_key=survey.key, locale__language_code=language)


def raw(page):
    return copy.deepcopy(list(page.questions.raw_data))


def republish(page, questions, *, joined=False):
    """Publish `questions`; what was answered and is changed goes on together with its old results when `joined`."""
    page.questions = questions
    page.full_clean()
    decide_changes(
        page=page, joined={change.question_id: joined for change in changed_questions(page)}, by=None
    )
    page.save_revision().publish()


def answer(survey, code, place=0):
    version = list(survey.question_versions.current())[place]
    client = Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})
    sent = client.post(f"/en/q/{survey.code}/", {"question": str(version.question_id), "answer": code})
    assert sent.status_code == 201
    return version


def how_to_travel(*texts, **values):
    texts = texts or ("On foot", "By bicycle", "By tram")
    return question("single_choice", "How do you travel?", choices=choices(*texts), dont_know=False, **values)


def code_by_text(questions, place=0):
    return {item["value"]["text"]: item["value"]["code"] for item in questions[place]["value"]["choices"]}
