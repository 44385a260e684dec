from __future__ import annotations

import uuid

import pytest

from tests.factories import make_article


def paragraph(text, block_id=None):
    return {"type": "paragraph", "id": block_id or str(uuid.uuid4()), "value": text}


@pytest.fixture
def article(parks):
    """The trees of parks, public in English, with aliases in the other languages as the portal makes them."""
    return in_every_language(
        make_article(
            parks,
            "Trees",
            slug="trees",
            summary="A hundred of them.",
            body=[
                paragraph("<p>We plant in <b>May</b>.</p><p>Ask <a href='https://trees.example'>us</a>.</p>")
            ],
        )
    )


def in_every_language(page):
    from wagtail.models import Locale

    for locale in Locale.objects.exclude(pk=page.locale_id):
        if not page.has_translation(locale):
            page.copy_for_translation(locale, alias=True)
    return page
