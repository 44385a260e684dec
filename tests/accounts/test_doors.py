"""There is one door: the portal's own login. What Wagtail brings beside it is shut."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from portal.accounts import services
from tests.accounts.conftest import PASSWORD, is_signed_in

EVIL = [
    "//evil.example",
    "https:evil.example",
    "https:///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example@testserver",
    "https://testserver@evil.example",
    "http://evil.example/admin/",
    "javascript:alert(1)",
    "/\t/evil.example",
]


def test_the_admin_login_leads_to_the_one_door_and_back(client):
    answer = client.get("/admin/login/?next=/admin/pages/")
    assert urlsplit(answer.url).path == reverse("account_login")
    assert parse_qs(urlsplit(answer.url).query) == {"next": ["/admin/pages/"]}


def test_any_address_of_the_admin_leads_there_too(client):
    assert urlsplit(client.get("/admin/pages/").url).path == reverse("account_login")


def test_after_the_door_one_is_where_one_wanted_to_be(client, gus, give_password):
    assert give_password(gus.email, query="?next=/admin/pages/").url == "/admin/pages/"


@pytest.mark.parametrize("wanted", EVIL)
def test_the_admin_login_forgets_a_way_that_leaves_this_host(client, wanted):
    answer = client.get("/admin/login/", {"next": wanted})
    assert parse_qs(urlsplit(answer.url).query) == {"next": ["/admin/"]}


@pytest.mark.parametrize("wanted", EVIL)
def test_after_a_login_nobody_is_sent_to_another_host(client, ada, wanted):
    fields = {"login": ada.email, "password": PASSWORD, "next": wanted}
    target = urlsplit(client.post(reverse("account_login"), fields).url)
    assert (target.scheme, target.netloc) == ("", "")
    assert target.path.startswith("/en/")


@pytest.mark.parametrize("wanted", EVIL)
def test_after_signing_out_nobody_is_sent_to_another_host(client, ada, wanted):
    client.force_login(ada)
    target = urlsplit(client.post(reverse("account_logout"), {"next": wanted}).url)
    assert (target.scheme, target.netloc) == ("", "")


def test_a_password_sent_to_the_admin_login_opens_nothing(client, gus):
    fields = {"username": gus.email, "password": PASSWORD, "next": "/admin/"}
    assert client.post("/admin/login/", fields).status_code == 302
    assert not is_signed_in(client)


def test_a_password_sent_to_the_login_of_private_pages_opens_nothing(client, ada):
    answer = client.post("/en/_util/login/", {"username": ada.email, "password": PASSWORD})
    assert urlsplit(answer.url).path == reverse("account_login")
    assert not is_signed_in(client)


@pytest.mark.parametrize("address", ["/admin/password_reset/", "/admin/password_reset/done/"])
def test_wagtail_resets_no_passwords(client, address):
    assert client.get(address, follow=True).status_code == 404


def test_the_admin_account_page_offers_no_password_and_no_address(client, gus):
    client.force_login(gus)
    page = client.get(reverse("wagtailadmin_account")).text
    assert "new_password1" not in page
    assert 'name="name_email-email"' not in page


def test_who_does_not_work_for_the_city_stays_outside(client, ada):
    client.force_login(ada)
    assert client.get("/admin/").status_code == 403
    assert client.get("/admin/login/").status_code == 302


def test_somebody_who_signs_up_has_no_rights(client):
    resident = services.add_person(email="new@northmere.example")
    assert not resident.is_staff
    assert not resident.get_all_permissions()
