from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from tests.factories import make_user

REPORTS = ["locked_pages", "workflow", "workflow_tasks", "site_history", "aging_pages"]


@pytest.fixture
def desk(client, hana):
    client.force_login(hana)
    return client


def lock(page, person):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=person, locked_at=timezone.now())


@pytest.fixture
def their_work(bridge, pothole, cleo, roads):
    """Everything that reports are about, in the other department."""
    pothole.get_workflow().start(pothole, cleo)
    lock(bridge, cleo)


@pytest.mark.parametrize("name", [*REPORTS, *[f"{name}_results" for name in REPORTS]])
def test_a_report_names_nothing_of_another_department(desk, their_work, pond, ben, name):
    pond.get_workflow().start(pond, ben)
    answer = desk.get(reverse(f"wagtailadmin_reports:{name}"))
    assert answer.status_code == 200
    for word in (b"secret", b"Bridge", b"Cleo", b"cleo@", b"Roads"):
        assert word not in answer.content


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_download_names_nothing_of_another_department(desk, their_work, pond, name, form):
    answer = desk.get(reverse(f"wagtailadmin_reports:{name}"), {"export": form})
    assert answer.status_code == 200
    if form == "csv":
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"secret" not in content
        assert b"cleo" not in content.lower()


def test_a_report_filters_by_what_is_ones_own(desk, pond, ben):
    pond.get_workflow().start(pond, ben)
    content = desk.get(reverse("wagtailadmin_reports:workflow")).content
    assert b"Parks and Nature: approval" in content
    assert b"Ben Park" in content
    content = desk.get(reverse("wagtailadmin_reports:workflow_tasks")).content
    assert b"Parks and Nature: publisher approves" in content


def test_the_administrator_sees_the_work_of_all(client, gus, their_work):
    client.force_login(gus)
    for name, word in (("locked_pages", b"Bridge"), ("workflow", b"Pothole"), ("site_history", b"Bridge")):
        assert word in client.get(reverse(f"wagtailadmin_reports:{name}")).content


@pytest.mark.parametrize("name", ["page_types_usage", "page_types_usage_results"])
def test_counting_the_pages_of_the_city_is_for_administrators(desk, client, gus, bridge, name):
    assert desk.get(reverse(f"wagtailadmin_reports:{name}")).status_code == 404
    client.force_login(gus)
    assert client.get(reverse(f"wagtailadmin_reports:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["task_chooser", "task_chooser_results", "index", "task_index"])
def test_workflows_are_kept_by_administrators(desk, client, gus, parks, name):
    assert desk.get(reverse(f"wagtailadmin_workflows:{name}")).status_code == 404
    client.force_login(gus)
    assert client.get(reverse(f"wagtailadmin_workflows:{name}")).status_code == 200


def test_the_dashboard_forgets_pages_that_are_no_longer_ones_own(client, bridge, cleo, roads):
    lock(bridge, cleo)
    client.force_login(cleo)
    home = reverse("wagtailadmin_home")
    assert b"Bridge open" in client.get(home).content
    cleo.groups.set(make_user("left@northmere.example").groups.all())
    roads.groups.get(role="analyst").group.user_set.add(cleo)
    content = client.get(home).content
    assert b"Bridge" not in content


def test_the_dashboard_shows_what_waits_for_the_publisher(desk, pond, ben, their_work):
    pond.get_workflow().start(pond, ben)
    content = desk.get(reverse("wagtailadmin_home")).content
    assert b"Pond draft" in content
    assert b"secret" not in content


def test_the_dashboard_counts_ones_own_pages_alone(desk, pond, bridge):
    def counted():
        content = desk.get(reverse("wagtailadmin_home")).content.decode()
        return int(re.search(r"(\d+)\s+Pages?\s+<span", content)[1])

    before = counted()
    copy_again(bridge)
    assert counted() == before
    copy_again(pond)
    assert counted() == before + 1


def copy_again(page):
    page.copy(update_attrs={"slug": f"{page.slug}-again"})
