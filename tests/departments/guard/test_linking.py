from __future__ import annotations

import json

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction, Site

from portal.core.models import AlertBanner
from tests.factories import department_page, make_article


def asked(desk, name, *args, **query):
    return desk.get(reverse(name, args=args), query)


def test_one_links_to_what_is_published_and_to_the_own_drafts(desk, pond, pothole, bridge, roads, parks):
    below_roads = asked(desk, "wagtailadmin_choose_page_child", department_page(roads).pk).content
    assert b"Bridge open" in below_roads
    assert b"secret" not in below_roads
    assert b"Pond draft" in asked(desk, "wagtailadmin_choose_page_child", department_page(parks).pk).content


@pytest.mark.parametrize("word", ["secret", "Bridge", "Pothole"])
def test_searching_for_a_page_to_link_to_finds_no_secret(desk, pothole, bridge, roads, word):
    page = department_page(roads)
    page.title = "Roads secret"
    page.save_revision()
    assert b"secret" not in asked(desk, "wagtailadmin_choose_page_search", q=word).content


def test_searching_for_a_page_to_link_to_finds_the_own_draft(desk, pond):
    assert b"Pond draft" in asked(desk, "wagtailadmin_choose_page_search", q="Pond").content


def test_a_draft_of_another_department_is_no_place_to_look_below(desk, pothole):
    assert asked(desk, "wagtailadmin_choose_page_child", pothole.pk).status_code == 404


def test_a_private_page_is_no_page_to_link_to(desk, bridge):
    PageViewRestriction.objects.create(page=bridge, restriction_type=PageViewRestriction.LOGIN)
    assert asked(desk, "wagtailadmin_choose_page_child", bridge.pk).status_code == 404
    assert b"Bridge" not in asked(desk, "wagtailadmin_choose_page_search", q="Bridge open").content


def test_choosing_several_pages_names_no_draft(desk, pond, pothole, bridge):
    name = "wagtailadmin_choose_page_chosen_multiple"
    assert asked(desk, name, id=[pond.pk, bridge.pk]).status_code == 200
    assert asked(desk, name, id=[pond.pk, pothole.pk]).status_code == 404
    assert asked(desk, name, id=["x"]).status_code == 404


def test_looking_for_a_kind_of_page_begins_below_a_page_that_may_be_seen(desk, parks, roads):
    hidden = make_article(roads, "Hidden secret", live=False)
    hidden.live = False
    answer = asked(desk, "wagtailadmin_choose_page", page_type="news.ArticlePage")
    assert answer.status_code == 200
    assert b"secret" not in answer.content
    assert asked(desk, "wagtailadmin_choose_page", page_type="no.such").status_code == 404


def test_the_dialog_opens_at_the_root(desk, parks):
    assert asked(desk, "wagtailadmin_choose_page").status_code == 200


def test_the_analyst_may_open_the_dialog_and_sees_no_draft(client, fay, pond, bridge):
    client.force_login(fay)
    assert b"Pond" not in asked(client, "wagtailadmin_choose_page_search", q="Pond").content


def test_an_alert_leads_to_no_draft(client, dora, pothole, bridge):
    client.force_login(dora)
    form = {
        "level": "minor",
        **{f"text_{language}": "Bridge closed" for language in ("en", "es", "ar")},
        "starts_at": "2026-01-01 00:00",
        "ends_at": "2026-01-02 00:00",
    }
    add = reverse("alert-banners:add")
    answer = client.post(add, {**form, "link_page": pothole.pk})
    assert answer.status_code == 404
    assert b"secret" not in answer.content
    assert client.post(add, {**form, "link_page": bridge.pk}).status_code == 302
    banner = AlertBanner.objects.get()
    bridge.unpublish()
    # What it leads to already may stay, so that its text can be changed.
    edit = reverse("alert-banners:edit", args=[banner.pk])
    assert client.post(edit, {**form, "link_page": bridge.pk}).status_code == 302
    assert client.post(edit, {**form, "link_page": pothole.pk}).status_code == 404


@pytest.fixture
def portal(city):
    """The city's site, under a name that an address may have."""
    site = Site.objects.get()
    site.hostname = "portal.example"
    site.save()


def test_an_address_becomes_a_link_under_the_title_that_everybody_reads(desk, portal, bridge):
    form = {"external-link-chooser-url": bridge.full_url, "external-link-chooser-link_text": ""}
    answer = desk.post(reverse("wagtailadmin_choose_page_external_link"), form)
    assert json.loads(answer.content)["result"]["adminTitle"] == "Bridge open"


def test_an_address_of_a_draft_tells_nothing(desk, portal, pothole):
    form = {"external-link-chooser-url": pothole.full_url, "external-link-chooser-link_text": ""}
    answer = desk.post(reverse("wagtailadmin_choose_page_external_link"), form)
    assert b"secret" not in answer.content


def test_the_administrator_links_to_everything(client, gus, pothole):
    client.force_login(gus)
    assert b"Pothole secret" in asked(client, "wagtailadmin_choose_page_search", q="Pothole").content
