from __future__ import annotations

import datetime

import pytest

from portal.translations.engine.words import is_translated, string_segments
from portal.translations.models import PublishedTranslation, SourceText
from portal.translations.queries import State, stale_among, states_of
from portal.translations.services import (
    NotPublished,
    confirm_up_to_date,
    publish_translation,
    save_draft,
    submit_translation,
)
from tests.factories import make_picture, translate
from tests.translations.test_publishing import approve
from tests.translations.translating import begin, edit, fill, publish, target


def state(page, language="es"):
    found = target(page, language)
    return states_of([found])[found.pk]


def test_a_page_nobody_has_begun_is_new(article):
    assert state(article) == State.NEW


def test_a_changed_sentence_makes_the_translation_stale(article):
    publish(article)
    assert state(article) == State.DONE
    edit(article, summary="Two hundred of them.")
    assert state(article) == State.STALE
    assert stale_among([target(article)]) == {target(article).pk}


def test_changing_and_changing_back_is_no_change(article):
    publish(article)
    edit(article, summary="Two hundred of them.")
    edit(article, summary="A hundred of them.")
    assert state(article) == State.DONE


def test_a_draft_of_the_source_makes_nothing_stale(article):
    publish(article)
    article.summary = "Two hundred of them."
    article.save_revision()
    assert state(article) == State.DONE


def test_a_source_that_changes_before_the_approval_leaves_the_translation_stale_at_once(article, emil, hana):
    translation = begin(article, "es", emil)
    fill(translation)
    submit_translation(translation=translation, user=emil)
    edit(article, summary="Two hundred of them.")
    approve(target(article), hana)
    assert state(article) == State.STALE
    assert target(article).summary == "es A hundred of them."


def test_a_new_draft_of_a_stale_translation_is_in_progress_and_still_stale(article):
    publish(article)
    edit(article, summary="Two hundred of them.")
    save_draft(translation=begin(article), user=None)
    assert state(article) == State.IN_PROGRESS
    assert stale_among([target(article)]) == {target(article).pk}


def test_a_translation_written_by_hand_is_of_the_texts_of_its_day(article):
    spanish = translate(article, "es", title="Árboles")
    assert state(article) == State.DONE
    edit(article, title="Old trees")
    assert state(article) == State.STALE
    edit(spanish, summary="Cien.")
    assert state(article) == State.STALE


def test_somebody_may_say_that_a_translation_still_fits(article, emil):
    publish(article)
    edit(article, summary="A hundred of them!")
    confirm_up_to_date(page=target(article), user=emil)
    assert state(article) == State.DONE
    translation = begin(article)
    assert all(is_translated(segment) for segment in string_segments(translation))
    publish_translation(translation=translation, user=None)
    assert target(article).summary == "es A hundred of them."


def test_only_a_published_translation_can_be_said_to_fit(article, emil):
    begin(article)
    with pytest.raises(NotPublished):
        confirm_up_to_date(page=target(article), user=emil)


def test_a_new_picture_and_date_follow_at_once_under_the_same_words(article):
    publish(article)
    picture = make_picture()
    edit(article, picture=picture, picture_decorates=True, date=datetime.date(2026, 5, 1))
    spanish = target(article)
    assert (spanish.picture, spanish.date) == (picture, datetime.date(2026, 5, 1))
    assert spanish.title == "es Trees"
    assert state(article) == State.DONE
    assert not spanish.has_unpublished_changes


def test_publishing_a_source_again_as_it_is_publishes_nothing_else(article):
    publish(article)
    before = target(article).latest_revision_id
    edit(article)
    assert target(article).latest_revision_id == before


@pytest.mark.parametrize("hindrance", ["draft", "lock", "workflow"])
def test_where_somebody_is_at_work_the_picture_waits_for_the_next_approval(article, emil, hana, hindrance):
    translation = publish(article)
    if hindrance == "draft":
        save_draft(translation=translation, user=emil)
    elif hindrance == "lock":
        type(article).objects.filter(pk=target(article).pk).update(locked=True, locked_by=emil)
    else:
        submit_translation(translation=translation, user=emil)
    picture = make_picture()
    edit(article, picture=picture, picture_decorates=True)
    assert target(article).picture is None
    type(article).objects.filter(pk=target(article).pk).update(locked=False, locked_by=None)
    publish_translation(translation=translation, user=hana)
    assert target(article).picture == picture


def test_a_changed_text_keeps_the_new_picture_waiting_too(article):
    publish(article)
    edit(article, picture=make_picture(), picture_decorates=True, summary="Two hundred of them.")
    assert target(article).picture is None


def test_words_that_only_lie_in_the_list_of_texts_do_not_slip_out_with_a_picture(article):
    translation = publish(article)
    segment = string_segments(translation)[0]
    segment.words.data = "Arboledas"
    segment.words.save()
    edit(article, picture=make_picture(), picture_decorates=True)
    assert target(article).title == "es Trees"


def test_what_is_known_of_a_page_goes_with_it(article):
    publish(article)
    article.delete()
    assert not SourceText.objects.filter(key=article.translation_key).exists()
    assert not PublishedTranslation.objects.filter(page__translation_key=article.translation_key).exists()
