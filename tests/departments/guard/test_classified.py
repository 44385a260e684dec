from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.urls import path

from portal import urls
from portal.departments.guard import anyone_on_staff, classify, nobody
from portal.departments.guard.registry import classified
from tests.departments.guard.walking import addresses_of_the_admin

urlpatterns = [
    path("admin/brand-new/", lambda request: HttpResponse("opened"), name="brand_new"),
    path("admin/nameless/", lambda request: HttpResponse("opened")),
    *urls.urlpatterns,
]
handler403, handler404 = urls.handler403, urls.handler404


def test_every_address_of_the_admin_is_classified():
    names = {name for name, _route in addresses_of_the_admin()}
    assert len(names) > 200
    assert names - classified() == set()


def test_every_rule_belongs_to_an_address():
    assert classified() - {name for name, _route in addresses_of_the_admin()} == set()


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/admin/brand-new/", "/admin/nameless/"])
def test_an_address_that_nobody_has_classified_is_refused_even_to_the_administrator(
    client, city, gus, address
):
    client.force_login(gus)
    answer = client.get(address)
    assert answer.status_code == 403
    assert b"opened" not in answer.content


@pytest.mark.urls(__name__)
def test_an_address_that_nobody_has_classified_is_refused_to_a_stranger(client, city):
    assert client.get("/admin/brand-new/").status_code == 403


def test_one_address_cannot_have_two_rules():
    with pytest.raises(ImproperlyConfigured):
        classify({"wagtailadmin_home": nobody})
    classify({"wagtailadmin_account": anyone_on_staff})


def test_what_is_refused_answers_as_what_is_missing(client, ben):
    client.force_login(ben)
    refused, missing = client.get("/admin/groups/"), client.get("/admin/no-such-thing/")
    assert refused.status_code == missing.status_code == 404
    assert refused.content.replace(b"groups", b"") == missing.content.replace(b"no-such-thing", b"")


def test_a_script_is_refused_as_a_person_is(client, ben):
    client.force_login(ben)
    answer = client.get("/admin/groups/", headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 404


def test_who_is_not_signed_in_is_led_to_the_login(client, city):
    answer = client.get("/admin/pages/")
    assert answer.status_code == 302
    assert "login" in answer.url


def test_the_login_is_open_to_all(client, city):
    assert client.get("/admin/login/").status_code == 302
