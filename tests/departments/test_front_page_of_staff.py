"""What the admin's first screens say to whom."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.translation import override

from portal.core.models import CitySettings
from portal.core.templatetags.city import language_in_sentence

pytestmark = pytest.mark.django_db
ROOT_NOTE = "Pages created here"


def shown_to(client, person, address):
    client.force_login(person)
    return client.get(address)


def test_who_works_on_no_page_is_offered_no_search_of_pages(client, ben, dora, fay, ivo):
    home = reverse("wagtailadmin_home")
    assert "Search all pages" in shown_to(client, ben, home).content.decode()
    for person in (dora, fay, ivo):
        assert "Search all pages" not in shown_to(client, person, home).content.decode()
        assert shown_to(client, person, reverse("wagtailadmin_explore_root")).status_code == 404


def test_the_screens_are_headed_with_the_name_of_the_city(client, city, ben):
    page = shown_to(client, ben, reverse("wagtailadmin_home")).content.decode()
    name = str(CitySettings.objects.get().name)
    assert f"- {name}</title>" in page
    assert name in page.partition("<h1")[2].partition("</h1>")[0]
    assert "editor guide" not in page.lower()


def test_only_who_can_create_pages_at_the_root_reads_what_becomes_of_them(client, ben, gus):
    root = reverse("wagtailadmin_explore_root")
    assert ROOT_NOTE in shown_to(client, gus, root).content.decode()
    assert ROOT_NOTE not in shown_to(client, ben, root).content.decode()


def test_languages_are_named_within_a_sentence_as_the_language_of_the_sentence_does():
    with override("es"):
        assert language_in_sentence("Inglés") == "inglés"
    with override("en"):
        assert language_in_sentence("Spanish") == "Spanish"
