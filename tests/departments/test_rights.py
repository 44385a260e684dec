from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Collection, Workflow, WorkflowPage

from home.models import DepartmentPage
from portal.departments.models import DepartmentGroup
from portal.departments.permissions import departments_where, user_can
from portal.departments.provisioning import provision_access
from portal.departments.roles import ROLES, Action
from tests.factories import department_page, group_of, make_article, make_picture, translate

LANGUAGES = ["en", "es", "ar"]
PEOPLE = ["ada", "ben", "cleo", "dora", "emil", "fay", "gus", "hana", "ivo"]


@pytest.fixture
def people(request):
    """Everybody of the cast by name."""
    return {name: request.getfixturevalue(name) for name in PEOPLE}


@pytest.fixture
def trees(parks):
    page = make_article(parks, "Trees", slug="trees")
    return {
        "en": page,
        "es": translate(page, "es", title="Árboles"),
        "ar": translate(page, "ar", title="أشجار"),
    }


def able(people, test):
    return {name for name, user in people.items() if test(user)}


def test_who_may_edit_a_page_of_parks_in_each_language(people, trees):
    editors = {
        language: able(people, lambda user, page=page: page.permissions_for_user(user).can_edit())
        for language, page in trees.items()
    }
    assert editors == {
        "en": {"ben", "gus", "hana"},
        "es": {"ben", "emil", "gus", "hana"},
        "ar": {"ben", "gus", "hana"},
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_may_publish_a_page_of_parks(people, trees, language):
    page = trees[language]
    assert able(people, lambda user: page.permissions_for_user(user).can_publish()) == {"gus", "hana"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_may_write_a_new_page_for_parks(people, parks, language):
    page = department_page(parks, language)
    assert able(people, lambda user: page.permissions_for_user(user).can_add_subpage()) == {
        "ben",
        "gus",
        "hana",
    }


def test_who_may_write_a_page_for_the_whole_city(people, city):
    assert able(people, lambda user: city.permissions_for_user(user).can_add_subpage()) == {"gus"}
    assert able(people, lambda user: city.permissions_for_user(user).can_edit()) == {"gus"}


def test_who_may_use_change_and_add_the_pictures_of_parks(people, parks):
    picture = make_picture(collection=parks.collection)
    may = {
        action: able(
            people,
            lambda user, action=action: image_policy.user_has_permission_for_instance(user, action, picture),
        )
        for action in ("choose", "change")
    }
    assert may == {"choose": {"ben", "emil", "gus", "hana"}, "change": {"ben", "gus", "hana"}}
    assert able(people, lambda user: image_policy.user_has_permission(user, "add")) == {
        "ben",
        "cleo",
        "gus",
        "hana",
    }


def test_new_media_go_to_the_own_collection_only(ben, cleo, parks, roads):
    for policy in (image_policy, document_policy):
        assert list(policy.collections_user_has_permission_for(ben, "add")) == [parks.collection]
        assert list(policy.collections_user_has_permission_for(cleo, "add")) == [roads.collection]


def test_who_may_come_to_the_editing_desk(people, client):
    def comes_in(user):
        client.force_login(user)
        return client.get(reverse("wagtailadmin_home")).status_code == 200

    assert able(people, comes_in) == set(PEOPLE) - {"ada"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_editor_opens_their_page_and_another_departments_editor_does_not(
    client, ben, cleo, trees, language
):
    address = reverse("wagtailadmin_pages:edit", args=[trees[language].pk])
    client.force_login(ben)
    assert client.get(address).status_code == 200
    client.force_login(cleo)
    assert client.get(address, follow=False).status_code == 404


@pytest.mark.parametrize(
    ("action", "names"),
    [
        pytest.param(Action.SEE_FIGURES, {"ben", "fay", "gus", "hana", "ivo"}, id="figures"),
        pytest.param(Action.EXPORT_ANSWERS, {"fay", "gus"}, id="export"),
        pytest.param(Action.RUN_WAVES, {"gus", "hana"}, id="waves"),
    ],
)
def test_what_the_roles_of_parks_allow(people, parks, action, names):
    assert able(people, lambda user: user_can(user, action, parks)) == names
    assert able(people, lambda user: parks in departments_where(user, action)) == names


def test_nobody_may_do_anything_for_no_department_except_an_administrator(people):
    assert able(people, lambda user: user_can(user, Action.SEE_FIGURES, None)) == {"gus"}


def test_who_was_deactivated_may_nothing(ben, gus, parks):
    for user in (ben, gus):
        user.is_active = False
        user.save()
        assert not user_can(user, Action.SEE_FIGURES, parks)
        assert not departments_where(user, Action.SEE_FIGURES).exists()


def test_every_role_of_every_department_has_its_group(parks, roads):
    for department in (parks, roads):
        links = DepartmentGroup.objects.filter(department=department).values_list("role", "language")
        expected = [
            (role.code, language)
            for role in ROLES.values()
            for language in (LANGUAGES if role.per_language else [""])
        ]
        assert sorted(links) == sorted(expected)


def test_provisioning_takes_back_what_the_matrix_does_not_grant(parks, roads):
    from django.contrib.auth.models import Permission
    from wagtail.models import GroupCollectionPermission, GroupPagePermission

    group = group_of(parks, "editor")
    publish = Permission.objects.get(codename="publish_page")
    change_image = Permission.objects.get(codename="change_image", content_type__app_label="wagtailimages")
    GroupPagePermission.objects.create(group=group, page=department_page(roads), permission=publish)
    GroupCollectionPermission.objects.create(
        group=group, collection=Collection.get_first_root_node(), permission=change_image
    )
    group.permissions.add(Permission.objects.get(codename="change_locale"))
    provision_access(department=parks)
    assert not GroupPagePermission.objects.filter(group=group, permission=publish).exists()
    assert set(group.collection_permissions.values_list("collection", flat=True)) == {parks.collection_id}
    assert [permission.codename for permission in group.permissions.all()] == ["access_admin"]


def test_pages_go_through_the_workflow_of_their_department(trees, parks, roads):
    for page in trees.values():
        assert page.get_workflow().name == "Parks and Nature: approval"
    task = Workflow.objects.get(name="Parks and Nature: approval").workflow_tasks.get().task.specific
    assert [group.name for group in task.groups.all()] == ["parks: publisher"]


def test_no_workflow_waits_at_the_root_for_pages_that_nobody_owns(city, parks):
    assert not WorkflowPage.objects.filter(page__depth=1).exists()
    assert city.get_workflow() is None


def test_an_editor_hands_in_and_a_publisher_approves(client, ben, hana, parks):
    page = make_article(parks, "Pond", live=False)
    client.force_login(ben)
    form = {
        "title": "Pond",
        "slug": page.slug,
        "date": page.date.isoformat(),
        "summary": "",
        "body-count": "0",
        "topic_links-TOTAL_FORMS": "0",
        "topic_links-INITIAL_FORMS": "0",
        "picture_text": "",
        "picture_caption": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-submit": "yes",
    }
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    page.refresh_from_db()
    assert page.workflow_in_progress
    assert not page.live
    state = page.current_workflow_task_state
    client.force_login(hana)
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"comment": ""}
    )
    page.refresh_from_db()
    assert page.live


def test_a_new_language_of_a_department_page_brings_its_rights(parks, ben):
    from wagtail.models import Locale

    DepartmentPage.objects.get(translation_key=parks.page_key, locale__language_code="es").delete()
    locale = Locale.objects.get(language_code="es")
    page = department_page(parks).copy_for_translation(locale, alias=True)
    assert page.permissions_for_user(ben).can_add_subpage()
    assert page.get_workflow().name == "Parks and Nature: approval"
