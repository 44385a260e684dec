"""Wagtail's editor as a browser uses it: the form of a page, filled in and posted."""

from __future__ import annotations

from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

JSON = {"accept": "application/json"}


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
        "value": {name: posted(value) for name, value in block["value"].items() if value is not False},
    }


def posted(value):
    if isinstance(value, list):
        return stream(value)
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
