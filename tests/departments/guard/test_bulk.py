from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.departments.guard import rule_for
from tests.factories import department_page, make_article


def many(action, app="wagtailcore", model="page"):
    return reverse("wagtail_bulk_action", args=[app, model, action])


@pytest.fixture
def desk(client, hana):
    client.force_login(hana)
    return client


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_one_page_of_another_department_among_the_own_refuses_all(desk, pond, pothole, action):
    address = many(action) + f"?id={pond.pk}&id={pothole.pk}"
    answer = desk.get(address)
    assert answer.status_code == 404
    assert b"secret" not in answer.content
    assert desk.post(address).status_code == 404
    assert Page.objects.filter(pk=pond.pk, live=False).exists()


@pytest.mark.parametrize("action", ["publish", "delete", "move"])
def test_a_publisher_does_one_thing_with_several_own_pages(desk, parks, pond, action):
    other = make_article(parks)
    assert desk.get(many(action) + f"?id={pond.pk}&id={other.pk}").status_code == 200


def test_all_pages_means_those_below_a_page_of_ones_own(desk, parks, roads, pond, pothole):
    for department, expected in ((parks, 200), (roads, 404)):
        below = department_page(department).pk
        assert desk.get(many("publish") + f"?id=all&childOf={below}").status_code == expected
    assert desk.get(many("publish") + "?id=all").status_code == 404
    assert desk.get(many("publish") + "?id=all&childOf=none").status_code == 404


def test_pages_are_not_moved_below_another_department(desk, pond, roads):
    target = department_page(roads)
    answer = desk.post(many("move") + f"?id={pond.pk}", {"chooser": target.pk})
    assert answer.status_code == 404
    assert Page.objects.get(pk=pond.pk).get_parent().pk != target.pk


@pytest.mark.parametrize("action", ["delete", "add_tags", "add_to_collection"])
def test_images_of_another_department_are_not_even_named(desk, duck, crane, action):
    address = many(action, "core", "cityimage")
    assert desk.get(f"{address}?id={duck.pk}").status_code == 200
    answer = desk.get(f"{address}?id={duck.pk}&id={crane.pk}")
    assert answer.status_code == 404
    assert b"secret" not in answer.content
    assert desk.get(f"{address}?id=all").status_code == 200
    assert get_image_model().objects.count() == 2


@pytest.mark.parametrize("action", ["delete", "add_tags", "add_to_collection"])
def test_documents_of_another_department_are_not_even_named(desk, plan, contract, action):
    address = many(action, "core", "citydocument")
    assert desk.get(f"{address}?id={plan.pk}").status_code == 200
    assert desk.get(f"{address}?id={contract.pk}").status_code == 404


def test_people_are_the_administrators_alone(desk, client, cleo, gus):
    address = many("delete", "accounts", "user") + f"?id={cleo.pk}"
    assert desk.get(address).status_code == 404
    client.force_login(gus)
    assert client.get(address).status_code == 200


def test_what_is_no_action_and_what_is_no_row_does_not_exist(desk, pond):
    assert desk.get(many("burn") + f"?id={pond.pk}").status_code == 404
    assert desk.get(many("publish") + "?id=999999").status_code == 404
    assert desk.get(many("publish") + "?id=x").status_code == 404


def test_a_set_of_pages_costs_no_query_for_each(rf, hana, parks, django_assert_num_queries):
    request = rf.get("/", {"id": [make_article(parks).pk for _number in range(10)]})
    request.user = hana
    names = {"app_label": "wagtailcore", "model_name": "page", "action": "publish"}
    with django_assert_num_queries(2):
        assert rule_for("wagtail_bulk_action")(request, names)
