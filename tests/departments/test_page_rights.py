"""Our answers to "may she?" are Wagtail's, for every page and person and for every question but that of privacy."""

from __future__ import annotations

import inspect

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission, Page, PagePermissionTester

from portal.core.explorer import look_below, share_tasks
from portal.core.page_rights import PageRights
from tests.departments.many_pages import add_round
from tests.factories import department_page, make_user

# Who publishes in one department does not make its pages private.
OURS = {"can_set_view_restrictions"}
QUESTIONS = [
    name
    for name, method in inspect.getmembers(PagePermissionTester, inspect.isfunction)
    if not name.startswith("_")
    and name not in OURS
    and list(inspect.signature(method).parameters) in (["self"], ["self", "ignore_bulk"])
]


@pytest.fixture
def pages(parks, roads, ben):
    add_round(parks, 1, editor=ben)
    add_round(parks, 2, editor=ben, language="es")
    return list(Page.objects.filter(depth__gt=1).prefetch_workflow_states().specific())


@pytest.fixture
def adder(parks, django_user_model):
    """Somebody who may only add pages, and has added one."""
    from django.contrib.auth.models import Group

    group = Group.objects.create(name="Adders")
    GroupPagePermission.objects.create(
        group=group,
        page=department_page(parks),
        permission=Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore"),
    )
    return make_user("add@northmere.example", "Adam Add", groups=[group], is_staff=True)


@pytest.fixture
def everybody(pages, adder, ben, cleo, dora, emil, fay, greta, gus, hana, ivo):
    gone = make_user(
        "gone@northmere.example", "Gone", groups=ben.groups.all(), is_staff=True, is_active=False
    )
    Page.objects.filter(title__in=["Survey 1", "Section 1"]).update(owner=adder)
    return [adder, ben, cleo, dora, emil, fay, gone, greta, gus, hana, ivo]


def answers(tester, page, user, destinations):
    rights = tester(user, page)
    # Nobody asks about the locks of somebody who may not even come in, and Wagtail would not know.
    asked = [name for name in QUESTIONS if user.is_active or not name.endswith("lock")]
    plain = {name: bool(getattr(rights, name)()) for name in asked}
    plain["delete whatever hangs below"] = rights.can_delete(ignore_bulk=True)
    for place in destinations:
        plain[f"move to {place}"] = rights.can_move_to(place)
        plain[f"copy to {place}"] = rights.can_copy_to(place)
    return plain


@pytest.mark.parametrize("in_a_list", [False, True], ids=["alone", "in_a_list"])
def test_every_answer_is_wagtails(in_a_list, pages, parks, roads, everybody):
    destinations = [department_page(parks), department_page(parks, "es"), department_page(roads)]
    if in_a_list:
        look_below(pages)
        share_tasks(pages)
    assert len(QUESTIONS) >= 16
    seen = set()
    for user in everybody:
        for page in pages:
            ours = answers(PageRights, page, user, destinations)
            assert ours == answers(PagePermissionTester, page, user, destinations), f"{user} on {page}"
            seen |= set(ours.items())
    # Each question had both answers, or the comparison says little.
    assert {name for name, _answer in seen if (name, True) in seen and (name, False) in seen} >= {
        name for name in QUESTIONS if name not in ("can_view_revisions",)
    }


def test_pages_of_the_portal_ask_us(pages, ben):
    assert {type(page.permissions_for_user(ben)) for page in pages} == {PageRights}
