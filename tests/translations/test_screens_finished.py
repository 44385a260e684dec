"""When the translator's screen offers to submit or publish."""

from __future__ import annotations

import pytest

from tests.translations.screens import edit_address, put, text_address
from tests.translations.translating import begin, fill, target

pytestmark = pytest.mark.django_db


def finishes_on(response):
    """For each way to submit and publish, whether it is offered."""
    html = response.content.decode()
    tags = [tag.partition(">")[0] for tag in html.split("<button")[1:]]
    return [" hidden" not in tag for tag in tags if "data-translation-finish" in tag]


def test_a_finished_translation_asks_for_nothing_until_a_text_changes(client, article, emil, hana):
    translation = begin(article, "es", emil)
    address = edit_address(target(article))
    client.force_login(emil)
    shown = client.get(address)
    assert finishes_on(shown) == [True]
    assert 'aria-describedby="translation-missing"' in shown.content.decode()
    fill(translation, user=emil)
    assert 'aria-describedby="translation-missing"' not in client.get(address).content.decode()
    client.force_login(hana)
    client.post(address, {"translation-action": "publish"})
    client.force_login(emil)
    assert finishes_on(client.get(address)) == [False]
    put(client, text_address(translation, translation.source.stringsegment_set.first()), "Robles")
    assert finishes_on(client.get(address)) == [True]
