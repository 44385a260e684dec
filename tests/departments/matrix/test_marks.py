"""The matrix finds something where there is something to find."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.departments.matrix.attacking import gets_nothing, signed_in
from tests.departments.matrix.marks import marks_in
from tests.departments.matrix.staff import TRIERS


def places(roads):
    """Where somebody who may everything reads which secret of roads."""
    return {
        "quietdraft": ("wagtailadmin_explore", roads.page.pk),
        "quietbody": ("wagtailadmin_pages:edit", roads.pending.pk),
        "quietborrador": ("wagtailadmin_explore", roads.drafted_translation.get_parent().pk),
        "quietremark": ("wagtailadmin_pages:edit", roads.draft.pk),
        "quietphoto": ("wagtailimages:edit", roads.image.pk),
        "quietfile": ("wagtaildocs:edit", roads.private_document.pk),
        "quietcellar": ("wagtailadmin_collections:index",),
        "quiettag": ("wagtailimages:edit", roads.image.pk),
        "quietworkflow": ("wagtailadmin_workflows:edit", roads.workflow.pk),
        "quiettask": ("wagtailadmin_workflows:edit_task", roads.task.pk),
        "quietgroup": ("wagtailusers_groups:index",),
        "quietpublisher": ("wagtailusers_users:index",),
        "quietredirect": ("wagtailredirects:index",),
        "quietwave": ("survey_admin:survey", roads.survey.pk),
        "quietanswer": ("survey_admin:texts", roads.survey.pk),
        "quietstring": ("wagtailadmin_pages:edit", roads.translated.pk),
        "quietnote": ("preview_links:list", roads.draft.pk),
    }


def test_who_may_everything_reads_each_secret_of_roads_in_its_place(world):
    client = signed_in(world.administrator)
    unread = {
        mark: place
        for mark, place in places(world.roads).items()
        if mark not in marks_in(client.get(reverse(place[0], args=place[1:])))
    }
    assert unread == {}


def test_the_number_of_answers_is_a_secret_too(world):
    client = signed_in(world.administrator)
    figures = client.get(reverse("survey_admin:survey", args=[world.roads.survey.pk]))
    assert any(mark.replace(",", "") == "471139" for mark in marks_in(figures))


@pytest.mark.parametrize("name", ["lock", "delete"])
def test_a_change_of_roads_is_noticed(world, name):
    address = reverse(f"wagtailadmin_pages:{name}", args=[world.roads.draft.pk])
    assert not gets_nothing(world, world.administrator, address, {"next": "/admin/"})


def test_a_new_page_below_roads_is_noticed(world):
    data = {"new_title": "Mine", "new_slug": "mine", "new_parent_page": world.roads.page.pk}
    address = reverse("wagtailadmin_pages:copy", args=[world.parks.draft.pk])
    assert not gets_nothing(world, world.administrator, address, data)


def test_every_role_and_everybody_around_tries(world):
    assert set(TRIERS) == world.people.keys()
