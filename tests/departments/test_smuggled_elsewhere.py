"""Forms beside the pages': alerts, menus, pictures and documents refer to, and go to, only what is the person's."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.admin.panels import get_edit_handler
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from portal.core.fields import Translated
from portal.core.models import AlertBanner, CitySettings
from tests.factories import make_article, make_picture


@pytest.fixture
def their_draft(roads):
    return make_article(roads, "Their draft", live=False)


def test_alert_leads_to_no_draft(client, dora, their_draft, parks):
    client.force_login(dora)
    form = {"level": "major", "text_en": "Storm", "starts_at": "2026-01-01 08:00"}
    client.post(reverse("alert-banners:add"), form | {"link_page": their_draft.pk})
    assert not AlertBanner.objects.exists()
    public = make_article(parks, "Stay inside")
    assert client.post(reverse("alert-banners:add"), form | {"link_page": public.pk}).status_code == 302
    assert AlertBanner.objects.get().link_page_id == public.pk


def test_alert_keeps_the_page_that_an_administrator_gave_it(client, dora, their_draft):
    alert = AlertBanner.objects.create(
        text=Translated(en="Storm"), starts_at="2026-01-01 08:00+00:00", link_page=their_draft
    )
    client.force_login(dora)
    form = {
        "level": "minor",
        "text_en": "Storm",
        "starts_at": "2026-01-01 08:00",
        "link_page": their_draft.pk,
    }
    assert client.post(reverse("alert-banners:edit", args=[alert.pk]), form).status_code == 302


def test_menu_leads_to_no_draft_of_others(ben, parks, their_draft):
    city = CitySettings.objects.get()
    form_class = get_edit_handler(CitySettings).get_form_class()
    bound = form_class(instance=city, for_user=ben)
    data = {name: bound[name].value() or "" for name in ("theme", "default_language")}
    data |= {f"name_{code}": "Northmere" for code in ("en", "es", "ar")}

    def form(page):
        line = {"menu": "main", "page": page.pk, "url": "", "label_en": "", "id": ""}
        lines = nested_form_data({"menu_items": inline_formset([line])})
        return form_class(data | lines, instance=CitySettings.objects.get(), for_user=ben)

    refused = form(their_draft)
    assert not refused.is_valid()
    assert "this page is not public" in str(refused.formsets["menu_items"].forms[0].errors)
    assert form(make_article(parks, "Ours")).is_valid()


def test_picture_cannot_be_moved_into_anothers_collection(client, ben, parks, roads):
    picture = make_picture("Ours", collection=parks.collection)
    client.force_login(ben)
    form = {"title": "Ours still", "collection": roads.collection.pk, "tags": "", "description": ""}
    client.post(reverse("wagtailimages:edit", args=[picture.pk]), form)
    client.post(
        reverse("wagtail_bulk_action", args=["core", "cityimage", "add_to_collection"]) + f"?id={picture.pk}",
        {"collection": roads.collection.pk},
    )
    picture.refresh_from_db()
    assert picture.collection_id == parks.collection_id


def test_document_cannot_be_moved_into_anothers_collection(client, cleo, parks, roads):
    document = get_document_model()(title="Plan", collection=roads.collection)
    document.file.save("plan.txt", ContentFile(b"plan"))
    client.force_login(cleo)
    form = {"title": "Plan", "collection": parks.collection.pk, "tags": ""}
    client.post(reverse("wagtaildocs:edit", args=[document.pk]), form)
    client.post(
        reverse("wagtail_bulk_action", args=["core", "citydocument", "add_to_collection"])
        + f"?id={document.pk}",
        {"collection": parks.collection.pk},
    )
    document.refresh_from_db()
    assert document.collection_id != parks.collection_id


def test_picture_cannot_be_sent_into_anothers_collection(client, ben, parks, roads):

    client.force_login(ben)
    source = make_picture("Ours", collection=parks.collection)
    file = SimpleUploadedFile("new.png", source.file.read(), "image/png")
    form = {"title": "New", "files[]": file, "file": file, "collection": roads.collection.pk}
    client.post(reverse("wagtailimages:add_multiple"), form)
    assert not get_image_model().objects.filter(collection=roads.collection).exists()
