"""What translating asks of the database. The limits are those that the screens promise."""

from __future__ import annotations

import uuid

import pytest

from portal.translations.engine.words import string_segments
from portal.translations.services import publish_translation, save_draft, submit_translation
from tests.factories import make_article
from tests.translations.conftest import in_every_language, paragraph
from tests.translations.translating import begin, edit, fill, publish

TEXTS = 30


def long_article(parks):
    """One with a title, a summary and as many paragraphs as make thirty texts."""
    body = [paragraph(f"<p>Sentence number {number}.</p>", str(uuid.uuid4())) for number in range(TEXTS - 2)]
    return in_every_language(make_article(parks, "A long one", summary="Much of it.", body=body))


@pytest.fixture
def long(parks):
    article = long_article(parks)
    # What Django remembers for good, such as the types of content, is asked once.
    publish(in_every_language(make_article(parks, "A short one")))
    return article


def test_submitting_thirty_texts_into_two_languages(long, ben, django_assert_max_num_queries):
    with django_assert_max_num_queries(800):
        for language in ("es", "ar"):
            translation = begin(long, language, ben)
            fill(translation, user=ben)
            submit_translation(translation=translation, user=ben)
    assert len(string_segments(translation)) == TEXTS


def test_saving_one_language(long, ben, django_assert_max_num_queries):
    translation = begin(long, "es", ben)
    fill(translation)
    with django_assert_max_num_queries(120):
        save_draft(translation=translation, user=ben)


def test_publishing_one_language(long, hana, django_assert_max_num_queries):
    translation = begin(long, "es", hana)
    fill(translation)
    with django_assert_max_num_queries(200):
        publish_translation(translation=translation, user=hana)


def test_more_texts_do_not_make_a_draft_dearer(parks, long, ben):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    short = begin(in_every_language(make_article(parks, "Three texts", summary="Two.")), "es", ben)
    with CaptureQueriesContext(connection) as few:
        save_draft(translation=short, user=ben)
    translation = begin(long, "es", ben)
    with CaptureQueriesContext(connection) as many:
        save_draft(translation=translation, user=ben)
    assert len(many) <= len(few) + 5


def test_publishing_a_source_again_costs_no_more_with_more_texts(long, django_assert_max_num_queries):
    publish(long, "es")
    publish(long, "ar")
    with django_assert_max_num_queries(250):
        edit(long, summary="Much more of it.")
