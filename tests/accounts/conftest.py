from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page, Site

from portal.accounts import services
from portal.core.models import CitySettings

PASSWORD = "a harbour full of light"


@pytest.fixture(autouse=True)
def city(db):
    cache.clear()
    # A request in another language leaves it switched on in this thread.
    translation.activate("en")
    site = Site.objects.filter(is_default_site=True).first() or new_site()
    city = CitySettings.for_site(site)
    city.name = {"en": "Queen's Harbour", "es": "Puerto de la Reina", "ar": "ميناء الملكة"}
    city.save()
    return city


def new_site() -> Site:
    # Tests that run in real transactions leave an empty database behind.
    Locale.objects.get_or_create(language_code="en")
    root = Page.objects.filter(depth=1).first() or Page.add_root(instance=Page(title="Root", slug="root"))
    return Site.objects.create(hostname="localhost", root_page=root, is_default_site=True)


@pytest.fixture
def ada():
    return services.add_person(
        email="ada@northmere.example", name="Ada Romero", password=PASSWORD, is_verified=True
    )


@pytest.fixture
def gus():
    return services.add_person(
        email="gus@northmere.example",
        name="Gus Larsen",
        password=PASSWORD,
        is_verified=True,
        is_superuser=True,
    )


@pytest.fixture
def give_password(client):
    """Fill in the login form; another client may be given."""

    def give(email: str, password: str = PASSWORD, *, to: Client = client, query: str = "", **headers):
        address = reverse("account_login") + query
        return to.post(address, {"login": email, "password": password}, **headers)

    return give


def code_in_last_mail() -> str:
    return re.search(r"^([A-Z]{4}-[A-Z]{4})$", mail.outbox[-1].body, re.MULTILINE)[1]


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("account_home")).status_code == 200
