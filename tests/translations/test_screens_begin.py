"""Having a page translated: from its own screen, into the languages that one chooses."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from portal.translations.queries import State, states_of
from tests.factories import make_article
from tests.translations.screens import edit_address, refused, words_on
from tests.translations.translating import target

pytestmark = pytest.mark.django_db


def test_the_page_of_the_source_leads_to_its_translation(client, article, ben):
    client.force_login(ben)
    address = reverse("translations:begin", args=[article.pk])
    assert address in client.get(edit_address(article)).content.decode()
    answer = client.post(address, {"languages": ["es", "ar"]}, follow=True)
    assert "The translations have begun." in words_on(answer)
    states = states_of([target(article), target(article, "ar")])
    assert set(states.values()) == {State.IN_PROGRESS}


def test_a_page_that_was_never_public_is_not_translated_yet(client, parks, ben, emil):
    draft = make_article(parks, "Plans", live=False)
    client.force_login(ben)
    address = reverse("translations:begin", args=[draft.pk])
    assert refused(client.get(address)) or "Publish this page first" in words_on(client.get(address))
    client.force_login(emil)
    assert refused(client.post(address, {"languages": "es"})) or not Translation.objects.exists()
