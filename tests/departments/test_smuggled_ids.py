"""Nobody puts into her page what belongs to another department by sending its number."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from surveys.models import SurveyPage
from tests.factories import department_page, make_article, make_picture, make_standard_page

JSON = {"accept": "application/json"}


@pytest.fixture
def article(parks, ben):
    return make_article(parks, "Park benches", owner=ben)


@pytest.fixture
def theirs(roads):
    """What belongs to roads and is nobody else's business."""
    document = get_document_model()(title="Their plan", collection=roads.collection)
    document.file.save("plan.txt", ContentFile(b"secret"))
    survey = SurveyPage(title="Their survey", slug="their-survey", live=False)
    department_page(roads).add_child(instance=survey)
    return {
        "picture": make_picture("Their picture", collection=roads.collection),
        "document": document,
        "page": make_article(roads, "Their draft", live=False),
        "survey": survey,
    }


def text(html):
    return rich_text(html, features=["link", "document-link"])


WAYS = {
    "lead_picture": (
        lambda it: {"picture": it["picture"].pk, "picture_decorates": "on"},
        "Lead picture: this picture",
    ),
    "picture_in_a_block": (
        lambda it: body(
            ("heading", "Benches"),
            (
                "picture",
                {"image": {"image": it["picture"].pk, "decorative": "on", "alt_text": ""}, "caption": ""},
            ),
        ),
        "Body › 2. Picture: this picture",
    ),
    "document_in_a_block": (
        lambda it: body(("download", {"document": it["document"].pk, "label": ""})),
        "Body › 1. Download: this document",
    ),
    "link_to_a_draft": (
        lambda it: body(("paragraph", text(f'<p><a linktype="page" id="{it["page"].pk}">see</a></p>'))),
        "Body › 1. Text: this page",
    ),
    "link_to_a_document": (
        lambda it: body(
            ("paragraph", text(f'<p><a linktype="document" id="{it["document"].pk}">see</a></p>'))
        ),
        "Body › 1. Text: this document",
    ),
    "link_in_a_box": (
        lambda it: body(
            (
                "callout",
                {"title": "Look", "text": text(f'<p><a linktype="page" id="{it["page"].pk}">x</a></p>')},
            )
        ),
        "Body › 1. Box: this page",
    ),
    "survey_in_a_block": (
        lambda it: body(("micro_survey", {"survey": it["survey"].pk})),
        "Body › 1. Micro-survey: this page",
    ),
}


# One each of a field, a rich text and a block.
SOME = ["lead_picture", "link_to_a_draft", "survey_in_a_block"]


def body(*blocks):
    return nested_form_data({"body": streamfield(list(blocks))})


def empty_streams():
    """What a browser sends for blocks: it builds their inputs by script."""
    return nested_form_data({"body": streamfield([]), "services": streamfield([])})


def editor_form(client, page):
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return empty_streams() | querydict_from_html(html, form_id="page-edit-form").dict()


def send(client, page, extra, **headers):
    form = editor_form(client, page) | extra
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, headers=headers)


@pytest.mark.parametrize("way", WAYS)
def test_editor_is_refused_and_told_where(way, client, ben, article, theirs):
    what, place = WAYS[way]
    client.force_login(ben)
    before = article.revisions.count()
    response = send(client, article, what(theirs))
    complaints = [error for errors in response.context["form"].errors.values() for error in errors]
    assert len(complaints) == 1
    assert complaints[0].startswith(place)
    assert complaints[0].endswith("; choose another")
    assert article.revisions.count() == before


@pytest.mark.parametrize("title", ["Park benches", ""], ids=["valid", "invalid_besides"])
@pytest.mark.parametrize("way", WAYS)
def test_form_that_comes_back_tells_nothing_of_it(way, title, client, ben, article, theirs):
    client.force_login(ben)
    content = send(client, article, WAYS[way][0](theirs) | {"title": title}).content.decode()
    for thing in theirs.values():
        assert thing.title not in content
        assert getattr(thing, "slug", thing.title) not in content
    assert "plan.txt" not in content


@pytest.mark.parametrize("way", SOME)
def test_autosave_is_refused_too(way, client, ben, article, theirs):
    client.force_login(ben)
    before = article.revisions.count()
    assert send(client, article, WAYS[way][0](theirs), **JSON).json()["success"] is False
    assert article.revisions.count() == before


@pytest.mark.parametrize("way", SOME)
def test_preview_does_not_show_it(way, client, ben, article, theirs):
    client.force_login(ben)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    form = editor_form(client, article) | WAYS[way][0](theirs)
    assert client.post(address, form).json()["is_valid"] is False


@pytest.mark.parametrize("way", SOME)
def test_new_page_cannot_hold_it(way, client, ben, parks, theirs):
    client.force_login(ben)
    parent = department_page(parks)
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", parent.pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").dict()
    form |= empty_streams() | {"title": "New", "slug": "new"} | WAYS[way][0](theirs)
    assert client.post(address, form).status_code == 200
    assert not parent.get_children().filter(slug="new").exists()


@pytest.mark.parametrize("way", SOME)
def test_whom_it_belongs_to_may_use_it(way, client, cleo, roads, theirs):
    client.force_login(cleo)
    assert send(client, make_article(roads, "Road works"), WAYS[way][0](theirs)).status_code == 302


@pytest.mark.parametrize("way", SOME)
def test_what_an_administrator_used_stays_saveable_by_the_editor(way, client, ben, gus, article, theirs):
    what = WAYS[way][0](theirs)
    client.force_login(gus)
    assert send(client, article, what).status_code == 302
    client.force_login(ben)
    assert send(client, article, what | {"summary": "Newly painted"}).status_code == 302
    # Taken out by mistake, and put back from the history.
    assert send(client, article, {"picture": "", "picture_decorates": ""} | body()).status_code == 302
    assert send(client, article, what).status_code == 302


def test_going_back_to_an_old_version_asks_as_saving_does(client, ben, gus, article, theirs):
    client.force_login(gus)
    send(client, article, {"picture": theirs["picture"].pk, "picture_decorates": "on"})
    old = article.revisions.latest("pk")
    send(client, article, {"picture": ""})
    client.force_login(ben)
    html = client.get(
        reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, old.pk])
    ).content.decode()
    form = empty_streams() | querydict_from_html(html, form_id="page-edit-form").dict()
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert client.post(address, form).status_code == 302
    refused = client.post(address, form | WAYS["document_in_a_block"][0](theirs))
    assert "belongs to another department" in str(refused.context["form"].errors)


def test_copy_takes_along_what_the_page_has_and_nothing_else(client, ben, parks, article, theirs):
    client.force_login(ben)
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": department_page(parks).pk}
    smuggled = form | {"picture": theirs["picture"].pk}
    client.post(reverse("wagtailadmin_pages:copy", args=[article.pk]), smuggled)
    copy = department_page(parks).get_children().get(slug="copy").specific
    assert copy.picture_id is None
    assert copy.get_latest_revision_as_object().picture_id is None


def test_services_of_a_department_lead_to_public_pages(client, ben, parks, roads, theirs):
    page = department_page(parks)
    client.force_login(ben)

    def service(target):
        value = {"title": "Report", "line": "", "page": target.pk}
        return nested_form_data({"services": streamfield([("service", value)])})

    public = make_standard_page(department_page(roads), "Their public page")
    assert send(client, page, service(public)).status_code == 302
    response = send(client, page, service(theirs["page"]))
    assert "Services › 1. Service: this page" in str(response.context["form"].errors)


def test_own_draft_may_be_linked(client, ben, parks, article):
    draft = make_article(parks, "Our draft", live=False)
    client.force_login(ben)
    link = body(("paragraph", text(f'<p><a linktype="page" id="{draft.pk}">ours</a></p>')))
    assert send(client, article, link).status_code == 302
