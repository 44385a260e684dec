from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from portal.accounts import services
from portal.core.models import CitySettings

PASSWORD = "a harbour full of light"


@pytest.fixture(autouse=True)
def city(db):
    cache.clear()
    city = CitySettings.for_site(Site.objects.get(is_default_site=True))
    city.name = {"en": "Queen's Harbour", "es": "Puerto de la Reina", "ar": "ميناء الملكة"}
    city.save()
    return city


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
