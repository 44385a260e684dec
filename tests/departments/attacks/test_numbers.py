"""Numbers of things of roads, written in ways that a form or a database reads and a careless check does not."""

from __future__ import annotations

import pytest
from django.urls import reverse

SPELLINGS = [" {}", "+{}", "0{}", "{}\n", "\t{}"]
IMPOSSIBLE = ["9" * 19, "9" * 40, "-1", "²", "1e3", "1,2", "0x1"]


def spellings(page):
    full_width = "".join(chr(0xFF10 + int(digit)) for digit in str(page.pk))
    return [*(spelling.format(page.pk) for spelling in SPELLINGS), full_width]


def parent_forms(page):
    """Every address that takes the number of another page from a form, and the name of the field."""
    yield reverse("wagtailadmin_pages:copy", args=[page.pk]), "new_parent_page"
    yield reverse("wagtailadmin_pages:move", args=[page.pk]), "new_parent_page"
    yield reverse("wagtailadmin_pages:choose_parent", args=["news", "articlepage"]), "parent_page"
    yield reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={page.pk}", "chooser"


def test_a_foreign_parent_is_refused_however_its_number_is_written(desk, pond, pothole):
    for address, field in parent_forms(pond):
        for written in spellings(pothole):
            answer = desk.post(address, {"new_title": "Mine", "new_slug": "mine", field: written})
            assert answer.status_code == 404, (address, written)
            assert "Pothole secret" not in answer.text


@pytest.mark.parametrize("written", IMPOSSIBLE)
def test_a_number_that_nothing_can_have_is_simply_not_found(desk, pond, written):
    for address, field in parent_forms(pond):
        answer = desk.post(address, {"new_title": "Mine", "new_slug": "mine", field: written})
        assert answer.status_code == 404, address
    for name in (
        "wagtailadmin_choose_page_chosen_multiple",
        "wagtailimages_chooser:chosen_multiple",
        "wagtaildocs_chooser:chosen_multiple",
    ):
        assert b"secret" not in desk.get(reverse(name), {"id": written}).content
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert desk.get(bulk, {"id": written}).status_code == 404
    assert desk.get(bulk, {"id": "all", "childOf": written}).status_code == 404


def test_a_foreign_draft_is_not_put_behind_a_banner_however_its_number_is_written(client, dora, pothole):
    client.force_login(dora)
    for written in [str(pothole.pk), *spellings(pothole)]:
        data = {"level": "major", "text_en": "Flood", "link_page": written, "starts_at": "2026-01-01 10:00"}
        answer = client.post(reverse("alert-banners:add"), data)
        assert answer.status_code in {200, 404}
        assert "Pothole secret" not in answer.text


def test_a_foreign_page_is_reached_by_no_other_spelling_of_its_address_or_method(desk, pothole):
    page = f"pages/{pothole.pk}/edit/"
    addresses = [
        f"//admin/{page}",
        f"/ADMIN/{page}",
        f"/admin//{page}",
        f"/en/admin/{page}",
        f"/es/admin/{page}",
        f"/admin/./{page}",
        f"/admin/%70ages/{pothole.pk}/edit/",
        f"/admin/{page}.",
        f"/admin/{page}%00",
        f"/admin/pages/0{pothole.pk}/edit/",
    ]
    headers = {
        "X-HTTP-Method-Override": "GET",
        "X-Requested-With": "XMLHttpRequest",
        "X-Original-URL": f"/admin/{page}",
        "Accept": "application/json",
    }
    for address in addresses:
        for method in ("get", "head", "options", "post", "put", "patch", "delete"):
            answer = getattr(desk, method)(address, headers=headers)
            assert answer.status_code in {301, 302, 403, 404}, (method, address)
            assert b"Pothole" not in answer.content
