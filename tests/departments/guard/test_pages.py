from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.departments.guard import rule_for
from tests.factories import department_page, make_article

OF_A_PAGE = [
    *["edit", "view_draft", "delete", "unpublish", "copy", "lock", "unlock", "convert_alias"],
    *["usage", "history", "history_results", "workflow_history", "confirm_workflow_cancellation"],
    *["set_privacy", "revisions_index"],
]


@pytest.mark.parametrize("name", OF_A_PAGE)
def test_a_page_of_another_department_does_not_exist(desk, pothole, name):
    answer = desk.get(reverse(f"wagtailadmin_pages:{name}", args=[pothole.pk]))
    assert answer.status_code == 404
    assert b"secret" not in answer.content


@pytest.mark.parametrize("name", ["edit", "view_draft", "copy", "history", "usage"])
def test_an_editor_works_on_a_page_of_the_own_department(desk, pond, name):
    assert desk.get(reverse(f"wagtailadmin_pages:{name}", args=[pond.pk])).status_code == 200


@pytest.mark.parametrize(
    "name", ["edit", "view_draft", "delete", "unpublish", "copy", "usage", "history", "set_privacy"]
)
def test_an_administrator_works_on_every_page(client, gus, bridge, name):
    client.force_login(gus)
    assert client.get(reverse(f"wagtailadmin_pages:{name}", args=[bridge.pk])).status_code in {200, 302}


@pytest.mark.parametrize("name", ["wagtailadmin_explore", "wagtailadmin_explore_results"])
def test_the_explorer_opens_no_page_of_another_department(desk, pothole, bridge, roads, name):
    for page in (pothole, bridge, department_page(roads)):
        assert desk.get(reverse(name, args=[page.pk])).status_code == 404


def test_the_explorer_leads_down_to_the_own_pages(desk, pond, bridge, parks):
    for page in (Page.get_first_root_node(), *pond.get_ancestors()):
        answer = desk.get(reverse("wagtailadmin_explore", args=[page.pk]))
        assert answer.status_code == 200
        assert b"Cleo" not in answer.content
        assert b"Roads" not in answer.content


def test_the_root_of_the_explorer_names_nobody_of_another_department(desk, pond, bridge):
    answer = desk.get(reverse("wagtailadmin_explore_root"))
    assert answer.status_code == 200
    assert b"Cleo" not in answer.content


def test_one_filters_by_the_people_of_ones_own_pages(desk, pond, bridge):
    answer = desk.get(reverse("wagtailadmin_explore", args=[pond.get_parent().pk]))
    assert b"Ben Park" in answer.content


def test_a_page_is_not_moved_below_a_page_of_another_department_even_to_look(desk, pond, pothole, roads):
    theirs = department_page(roads)
    for page, target in ((pothole, pond.get_parent()), (pond, theirs)):
        address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk])
        assert desk.get(address).status_code == 404
        assert desk.post(address).status_code == 404
    assert Page.objects.get(pk=pothole.pk).get_parent().pk == theirs.pk


@pytest.mark.parametrize("name", ["copy", "move"])
def test_a_form_names_no_page_of_another_department(desk, pond, pothole, name):
    answer = desk.post(reverse(f"wagtailadmin_pages:{name}", args=[pond.pk]), {"new_parent_page": pothole.pk})
    assert answer.status_code == 404


def test_the_history_of_the_own_page_shows_no_revision_of_another(desk, pond, pothole):
    theirs = pothole.latest_revision_id
    for name in ("revisions_view", "revisions_revert", "revisions_unschedule"):
        answer = desk.get(reverse(f"wagtailadmin_pages:{name}", args=[pond.pk, theirs]))
        assert answer.status_code == 404
    answer = desk.get(reverse("wagtailadmin_pages:revisions_compare", args=[pond.pk, "earliest", theirs]))
    assert answer.status_code == 404
    answer = desk.get(
        reverse("wagtailadmin_pages:revisions_compare", args=[pothole.pk, "earliest", "latest"])
    )
    assert answer.status_code == 404


def test_a_task_of_another_page_is_not_named(desk, client, hana, pond, pothole):
    pothole.get_workflow().start(pothole, pothole.owner)
    state = pothole.current_workflow_task_state
    client.force_login(hana)
    for name, part in (("workflow_preview", [state.task_id]), ("workflow_action", ["approve", state.pk])):
        assert client.get(reverse(f"wagtailadmin_pages:{name}", args=[pond.pk, *part])).status_code == 404


def test_a_publisher_approves_what_waits_in_the_own_department(client, hana, ben, pond):
    pond.get_workflow().start(pond, ben)
    state = pond.current_workflow_task_state
    client.force_login(hana)
    address = reverse("wagtailadmin_pages:workflow_preview", args=[pond.pk, state.task_id])
    assert client.get(address).status_code == 200


def test_the_pages_of_one_type_are_the_own_ones(desk, pond, bridge):
    answer = desk.get(reverse("wagtailadmin_pages:type_use", args=["news", "articlepage"]))
    assert answer.status_code == 200
    assert b"Pond" in answer.content
    assert b"Bridge" not in answer.content
    assert b"Cleo" not in answer.content


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_the_staffs_interface_for_media_is_closed(desk, duck, plan, kind):
    assert desk.get(f"/admin/api/main/{kind}/").status_code == 404


def test_the_staffs_interface_lists_the_own_pages(desk, pond, pothole, bridge):
    answer = desk.get(reverse("wagtailadmin_api:pages:listing"))
    assert b"Pond" in answer.content
    assert b"secret" not in answer.content
    assert desk.get(reverse("wagtailadmin_api:pages:detail", args=[bridge.pk])).status_code == 404


def test_the_analyst_sees_no_draft(client, fay, pond):
    client.force_login(fay)
    for address in (
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[pond.pk]),
        reverse("wagtailadmin_pages:edit", args=[pond.pk]),
        reverse("wagtailadmin_pages:type_use", args=["news", "articlepage"]),
    ):
        assert client.get(address).status_code == 404


def test_the_guard_asks_once_for_the_page_and_once_for_the_rights(rf, ben, pond, django_assert_num_queries):
    request = rf.get("/")
    request.user = ben
    with django_assert_num_queries(2):
        assert rule_for("wagtailadmin_pages:edit")(request, {"page_id": pond.pk})
    with django_assert_num_queries(1):
        assert rule_for("wagtailadmin_pages:edit")(request, {"page_id": pond.pk})


def test_privacy_is_set_by_administrators_and_offered_to_nobody_else(client, hana, gus, bridge, parks):
    page = make_article(parks)
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    for person, expected in ((hana, 404), (gus, 200)):
        client.force_login(person)
        assert client.get(address).status_code == expected
        screen = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
        assert (b'data-a11y-dialog-show="set-privacy"' in screen) == (expected == 200)
