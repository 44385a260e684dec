from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
)

from home.models import DepartmentPage
from home.services import found_city
from portal.departments.models import Department
from portal.departments.provisioning import provision_access, provision_department
from tests.factories import CITY_NAME

LANGUAGES = ["ar", "en", "es"]


def everything():
    return {
        "pages": set(Page.objects.values_list("path", "locale__language_code", "alias_of")),
        "groups": set(Group.objects.values_list("name", "permissions__codename")),
        "page rights": set(GroupPagePermission.objects.values_list("group", "page", "permission__codename")),
        "media rights": set(
            GroupCollectionPermission.objects.values_list("group", "collection", "permission__codename")
        ),
        "collections": set(Collection.objects.values_list("path", "name")),
        "workflows": set(Workflow.objects.values_list("name", "workflow_tasks__task__name")),
        "assigned": set(WorkflowPage.objects.values_list("page", "workflow__name")),
        "departments": set(Department.objects.values_list("code", "page_key", "collection")),
    }


def test_founding_the_city_again_changes_nothing(city):
    before = everything()
    found_city(name=CITY_NAME, hostname="testserver")
    assert everything() == before


def test_provisioning_again_changes_nothing(parks, roads):
    before = everything()
    provision_department(code="parks", name="Parks and Nature")
    provision_department(code="roads", name="Roads and Bridges")
    provision_access(department=parks)
    assert everything() == before


def test_a_department_has_a_page_in_every_language(parks):
    pages = DepartmentPage.objects.filter(translation_key=parks.page_key)
    assert sorted(page.locale.language_code for page in pages) == LANGUAGES
    assert all(page.live for page in pages)
    assert {page.slug for page in pages} == {"parks"}


def test_its_own_page_belongs_to_the_department(parks):
    assert {page.department for page in DepartmentPage.objects.filter(translation_key=parks.page_key)} == {
        parks
    }


def test_a_department_has_one_collection(parks):
    assert list(Collection.objects.filter(name=parks.name)) == [parks.collection]
