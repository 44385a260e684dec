from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Locale, Workflow, WorkflowPage

from portal.departments.provisioning import provision_access, provision_department
from tests.factories import department_page, make_article

LANGUAGES = ["en", "es", "ar"]


@pytest.fixture
def without_approval(parks):
    parks.has_approval = False
    parks.save()
    provision_access(department=parks)
    return parks


def test_a_department_without_approval_has_no_workflow_in_any_language(without_approval, roads):
    for language in LANGUAGES:
        assert department_page(without_approval, language).get_workflow() is None
        assert department_page(roads, language).get_workflow().name == "Roads and Bridges: approval"


def test_without_approval_publishers_publish_and_editors_only_draft(without_approval, ben, hana):
    page = make_article(without_approval, live=False)
    assert not page.permissions_for_user(ben).can_publish()
    assert not page.permissions_for_user(ben).can_submit_for_moderation()
    assert page.permissions_for_user(hana).can_publish()


def test_a_department_that_wants_approval_again_gets_its_own_workflow_back(without_approval):
    without_approval.has_approval = True
    without_approval.save()
    provision_access(department=without_approval)
    names = {department_page(without_approval, each).get_workflow().name for each in LANGUAGES}
    assert names == {"Parks and Nature: approval"}
    assert Workflow.objects.filter(name__startswith="Parks").count() == 1


def test_what_waited_when_approval_was_given_up_can_still_be_approved(parks, ben, hana, edit, decide):
    page = make_article(parks, live=False)
    edit(ben, page, "submit")
    parks.has_approval = False
    parks.save()
    provision_access(department=parks)
    decide(hana, page, "approve")
    page.refresh_from_db()
    assert page.live


def test_an_administrator_switches_approval_off_on_the_departments_screen(client, parks, gus):
    client.force_login(gus)
    client.post(reverse("departments:edit", args=[parks.pk]), {"name": parks.name})
    assert department_page(parks).get_workflow() is None
    client.post(reverse("departments:edit", args=[parks.pk]), {"name": parks.name, "has_approval": "on"})
    assert department_page(parks).get_workflow() is not None


def test_the_workflow_keeps_its_history_when_the_department_changes_its_name(client, parks, gus):
    before = department_page(parks).get_workflow()
    client.force_login(gus)
    client.post(reverse("departments:edit", args=[parks.pk]), {"name": "Green", "has_approval": "on"})
    after = department_page(parks).get_workflow()
    assert after.pk == before.pk
    assert after.name == "Green: approval"
    assert GroupApprovalTask.objects.filter(name="Green: publisher approves").count() == 1


def test_a_new_language_tree_has_the_workflow_from_the_start(parks):
    department_page(parks, "ar").delete()
    department_page(parks).copy_for_translation(Locale.objects.get(language_code="ar"), alias=True)
    assert department_page(parks, "ar").get_workflow().name == "Parks and Nature: approval"


def test_a_page_that_moves_goes_through_the_new_departments_workflow(parks, roads):
    page = make_article(parks)
    page.move(department_page(roads), pos="last-child")
    page.refresh_from_db()
    assert page.get_workflow().name == "Roads and Bridges: approval"


def test_no_workflow_waits_above_the_departments(city, parks):
    provision_department(code="parks", name="Parks and Nature")
    owners = WorkflowPage.objects.values_list("page__translation_key", flat=True).distinct()
    assert list(owners) == [parks.page_key]
    assert city.get_workflow() is None


def test_who_rejects_says_why_and_the_author_has_the_page_back(parks, ben, hana, edit, decide):
    page = make_article(parks, live=False)
    edit(ben, page, "submit")
    decide(hana, page, "reject", "The date is missing.")
    page.refresh_from_db()
    state = page.current_workflow_state
    assert state.status == state.STATUS_NEEDS_CHANGES
    assert state.current_task_state.specific.get_comment() == "The date is missing."
    assert not page.live
    assert page.permissions_for_user(ben).can_edit()
    edit(ben, page, "restart-workflow")
    page.refresh_from_db()
    assert page.current_workflow_state.status == state.STATUS_IN_PROGRESS
