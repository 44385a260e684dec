from __future__ import annotations

import uuid

import pytest
from wagtail.models import Page, WorkflowPage, WorkflowState

from portal.core.models import StandIn
from portal.translations.queries import State, states_of
from portal.translations.services import (
    AlreadyWaiting,
    Incomplete,
    MayNotPublish,
    MayNotTranslate,
    PageLocked,
    publish_translation,
    save_draft,
    submit_translation,
)
from tests.translations.translating import begin, edit, fill, publish, target

ADDRESS = "/es/departments/parks/trees/"


def read(client, address=ADDRESS):
    return client.get(address).content.decode()


def approve(page, user):
    state = WorkflowState.objects.get(object_id=str(page.pk), status="in_progress")
    state.current_task_state.approve(user=user)


def test_a_translation_goes_public_when_the_departments_publisher_approves_it(client, article, emil, hana):
    translation = begin(article, "es", emil)
    fill(translation, {"Trees": "Árboles"}, emil)
    state = submit_translation(translation=translation, user=emil)
    assert state.workflow.name == "Parks and Nature: approval"
    assert states_of([target(article)]) == {target(article).pk: State.WAITING}
    assert "Árboles" not in read(client)
    approve(target(article), hana)
    assert "Árboles" in read(client)
    assert states_of([target(article)]) == {target(article).pk: State.DONE}
    assert not StandIn.objects.exists()
    assert not target(article).is_untranslated
    assert ADDRESS in client.get("/sitemap.xml").content.decode()


def test_an_unfinished_translation_is_not_submitted(article, emil):
    translation = begin(article, "es", emil)
    with pytest.raises(Incomplete) as refusal:
        submit_translation(translation=translation, user=emil)
    assert (refusal.value.missing, refusal.value.total) == (4, 4)
    assert target(article).latest_revision is None


def test_a_translation_is_submitted_once(article, emil):
    translation = begin(article, "es", emil)
    fill(translation)
    submit_translation(translation=translation, user=emil)
    with pytest.raises(AlreadyWaiting):
        submit_translation(translation=translation, user=emil)


def test_after_a_request_for_changes_the_same_workflow_goes_on(article, emil, hana):
    translation = begin(article, "es", emil)
    fill(translation)
    state = submit_translation(translation=translation, user=emil)
    state.current_task_state.reject(user=hana, comment="Warmer, please")
    assert states_of([target(article)]) == {target(article).pk: State.IN_PROGRESS}
    assert submit_translation(translation=translation, user=emil).pk == state.pk
    assert states_of([target(article)]) == {target(article).pk: State.WAITING}


def test_where_there_is_no_workflow_only_a_publisher_publishes(client, article, emil, hana):
    WorkflowPage.objects.all().delete()
    translation = begin(article, "es", emil)
    fill(translation, {"Trees": "Árboles"})
    with pytest.raises(MayNotPublish):
        submit_translation(translation=translation, user=emil)
    assert submit_translation(translation=translation, user=hana) is None
    assert "Árboles" in read(client)


def test_a_publisher_publishes_at_once(client, article, hana, ben):
    translation = begin(article, "es", ben)
    fill(translation, {"Trees": "Árboles"})
    with pytest.raises(MayNotPublish):
        publish_translation(translation=translation, user=ben)
    publish_translation(translation=translation, user=hana)
    assert "Árboles" in read(client)


def test_nobody_of_another_department_saves_or_submits(article, cleo):
    translation = begin(article)
    fill(translation)
    for service in (save_draft, submit_translation, publish_translation):
        with pytest.raises(MayNotTranslate):
            service(translation=translation, user=cleo)


def test_a_locked_page_takes_no_draft(article, emil, ben):
    translation = begin(article)
    Page.objects.filter(pk=target(article).pk).update(locked=True, locked_by=ben)
    with pytest.raises(PageLocked):
        save_draft(translation=translation, user=emil)


def test_the_old_words_stay_public_until_the_new_ones_are_approved(client, article, emil, hana):
    publish(article, words={"Trees": "Árboles", "A hundred of them.": "Cien."})
    edit(article, summary="Two hundred of them.")
    assert "Cien." in read(client)
    assert "Two hundred" not in read(client)
    translation = begin(article, "es", emil)
    draft = save_draft(translation=translation, user=emil)
    assert draft.as_object().summary == "Cien."
    fill(translation, {"Two hundred of them.": "Doscientos."}, emil)
    submit_translation(translation=translation, user=emil)
    assert "Cien." in read(client)
    approve(target(article), hana)
    assert "Doscientos." in read(client)
    assert "Cien." not in read(client)


def test_a_new_paragraph_reaches_residents_with_its_translation_only(client, article):
    publish(article)
    raw = list(article.body.raw_data)
    edit(
        article, body=[*raw, {"type": "paragraph", "id": str(uuid.uuid4()), "value": "<p>Bring a spade.</p>"}]
    )
    translation = begin(article)
    save_draft(translation=translation, user=None)
    assert "spade" not in read(client)
    fill(translation, {"Bring a spade.": "Traiga una pala."})
    publish_translation(translation=translation, user=None)
    assert "Traiga una pala." in read(client)


def test_links_come_back_with_the_translation(client, article):
    publish(article, words={'Ask <a id="a1">us</a>.': '<a id="a1">Pregunte</a>.'})
    assert '<a href="https://trees.example">Pregunte</a>' in read(client)


def test_the_address_stays_that_of_the_source(client, article):
    publish(article, words={"Trees": "Árboles"})
    assert target(article).slug == "trees"
