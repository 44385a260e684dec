from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from news.models import EventPage
from portal.core.completeness import IncompletePageError, gaps_in
from tests.factories import department_page, make_article, make_event, make_picture, translate


def picture_block(**values):
    picture = {"image": make_picture().pk, "alt_text": "", "decorative": False, **values}
    return {"type": "picture", "value": {"image": picture, "caption": ""}}


def bare(page):
    """A draft of `page` with a paragraph, an empty heading and an undescribed picture."""
    page.body = [{"type": "heading", "value": ""}, picture_block()]
    return page.save_revision()


def event_form(**fields):
    form = {"title": "Fair", "slug": "fair", "summary": "", "starts_at": "", "ends_at": "", "place": ""}
    form |= {"body-count": "0", "picture_text": "", "picture_caption": ""}
    for name in ("topic_links", "comments"):
        form |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
    return {**form, **fields}


def test_a_half_written_event_is_saved_as_a_draft(client, parks, ben):
    client.force_login(ben)
    address = reverse("wagtailadmin_pages:add", args=["news", "eventpage", department_page(parks).pk])
    assert client.post(address, event_form()).status_code == 302
    event = EventPage.objects.get(slug="fair", locale__language_code="en")
    assert event.starts_at is None
    assert not event.live
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[event.pk])).status_code == 200


@pytest.mark.parametrize("action", ["action-submit", "action-publish"])
def test_handing_in_and_publishing_say_in_the_editor_what_is_missing(client, parks, hana, action):
    event = make_event(parks, live=False)
    client.force_login(hana)
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    picture = make_picture(collection=parks.collection)
    response = client.post(address, event_form(slug=event.slug, picture=picture.pk, **{action: "yes"}))
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"starts_at", "place", "picture_text"}
    event.refresh_from_db()
    assert not event.live
    assert not event.workflow_in_progress


def test_what_is_missing_is_named_with_its_place(parks):
    page = make_article(parks, live=False)
    gaps = list(gaps_in(bare(page).as_object()))
    assert [gap.place for gap in gaps] == ["Body › 1. Heading", "Body › 2. Picture › Picture › Alt text"]


def test_an_incomplete_draft_cannot_be_published_in_any_way(parks, hana):
    page = make_article(parks, live=False)
    with pytest.raises(IncompletePageError):
        bare(page).publish()
    page.refresh_from_db()
    assert not page.live


def test_publishing_many_pages_at_once_leads_to_the_one_that_is_not_complete(client, parks, hana):
    page = make_article(parks, live=False)
    bare(page)
    client.force_login(hana)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{address}?id={page.pk}", {}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "is not complete yet" in response.content.decode()
    page.refresh_from_db()
    assert not page.live


def test_approving_a_page_that_became_incomplete_leads_to_its_editor(client, parks, ben, hana, edit, decide):
    page = make_article(parks, live=False)
    edit(ben, page, "submit")
    page.refresh_from_db()
    bare(page)
    response = decide(hana, page, "approve")
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    page.refresh_from_db()
    assert not page.live
    assert page.workflow_in_progress


def test_a_picture_is_described_or_said_to_decorate(parks):
    page = make_article(parks, live=False, picture=make_picture())
    with pytest.raises(IncompletePageError, match="Say what the picture shows"):
        page.get_latest_revision().publish()
    page.picture_decorates = True
    page.save_revision().publish()
    page.picture_decorates, page.picture_text = False, "Old trees in the rain"
    page.save_revision().publish()
    front = department_page(parks)
    front.picture = make_picture()
    with pytest.raises(IncompletePageError):
        front.save_revision().publish()


def test_a_picture_in_the_text_is_described_or_said_to_decorate(parks):
    for values in ({"alt_text": "Old trees"}, {"decorative": True}):
        page = make_article(parks, live=False)
        page.body = [picture_block(**values)]
        page.save_revision().publish()


def test_a_translation_needs_its_own_description(parks):
    page = make_article(parks, picture=make_picture(), picture_text="Old trees")
    spanish = translate(page, "es", title="Árboles")
    spanish.picture_text = ""
    with pytest.raises(IncompletePageError):
        spanish.save_revision().publish()


def test_a_page_is_complete_already_when_it_is_scheduled(parks):
    page = make_article(parks, live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(IncompletePageError):
        bare(page).publish()


def test_a_page_goes_public_and_expires_at_its_time(client, parks):
    page = make_article(parks, live=False)
    page.go_live_at, page.expire_at = timezone.now() + timedelta(hours=1), timezone.now() + timedelta(hours=2)
    revision = page.save_revision()
    revision.publish()
    page.refresh_from_db()
    assert not page.live
    past = timezone.now() - timedelta(minutes=1)
    revision.refresh_from_db()
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert client.get(page.url).status_code == 200
    type(page).objects.filter(pk=page.pk).update(expire_at=past)
    call_command("publish_scheduled")
    assert client.get(page.url).status_code == 404


def test_what_was_scheduled_goes_public_although_a_picture_is_gone_meanwhile(parks):
    page = make_article(parks, live=False)
    page.body = [picture_block(alt_text="Old trees")]
    page.go_live_at = timezone.now() + timedelta(hours=1)
    revision = page.save_revision()
    revision.publish()
    page.body[0].value["image"].delete()
    past = timezone.now() - timedelta(minutes=1)
    revision.refresh_from_db()
    revision.approved_go_live_at, revision.content["go_live_at"] = past, past.isoformat()
    revision.save()
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert page.live
