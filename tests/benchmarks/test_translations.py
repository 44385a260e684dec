"""What translating takes: a page of thirty texts. Times are of one process and this machine."""

from __future__ import annotations

import pytest
from wagtail.models import WorkflowState

from portal.translations.services import begin_translation, save_draft, submit_translation
from tests.factories import make_city, make_department, make_user
from tests.translations.test_costs import long_article
from tests.translations.translating import begin, fill, locale

pytestmark = pytest.mark.django_db
LIMIT = 2.0


@pytest.fixture
def desk(db):
    make_city()
    parks = make_department("parks", "Parks and Nature")
    return parks, make_user("gus@northmere.example", "Gus Keys", is_staff=True, is_superuser=True)


def test_submitting_thirty_texts_into_two_languages(desk, benchmark):
    parks, user = desk

    def prepare():
        return (long_article(parks),), {}

    def submit(article):
        for language in ("es", "ar"):
            translation = begin_translation(page=article, locale=locale(language), user=user)
            fill(translation, user=user)
            submit_translation(translation=translation, user=user)

    benchmark.pedantic(submit, setup=prepare, rounds=10)
    assert WorkflowState.objects.count() == 20
    assert benchmark.stats.stats.max < LIMIT


def test_saving_one_language(desk, benchmark):
    parks, user = desk
    translation = begin(long_article(parks), "es", user)
    fill(translation, user=user)
    benchmark.pedantic(lambda: save_draft(translation=translation, user=user), rounds=10, warmup_rounds=1)
    assert benchmark.stats.stats.max < LIMIT
