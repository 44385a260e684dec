from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from portal.departments.models import ReviewReminder
from portal.departments.reviews.dates import in_months
from portal.departments.reviews.queries import stale_pages
from portal.departments.reviews.services import MayNotReviewError, mark_reviewed, remind_of_reviews
from tests.factories import make_article, make_event, make_standard_page, translate

TODAY = date(2026, 11, 22)


def due(department, title="Trees", *, days=0, **fields):
    return make_article(department, title, review_on=TODAY + timedelta(days=days), **fields)


@pytest.fixture
def trees(parks):
    return due(parks)


def test_the_owner_is_reminded_on_the_day_and_only_once(parks, ben, hana):
    due(parks, owner=ben)
    assert remind_of_reviews(today=TODAY - timedelta(days=1)) == 0
    assert remind_of_reviews(today=TODAY) == 1
    assert remind_of_reviews(today=TODAY + timedelta(days=1)) == 0
    assert [message.to for message in mail.outbox] == [[ben.email]]
    assert "Trees" in mail.outbox[0].subject
    assert "/admin/pages/" in mail.outbox[0].body


def test_without_an_owner_the_publishers_of_the_department_are_reminded(trees, hana, ben, cleo):
    remind_of_reviews(today=TODAY)
    assert [message.to for message in mail.outbox] == [[hana.email]]


def test_an_owner_who_may_no_longer_edit_the_page_is_not_asked(parks, ben, hana):
    due(parks, owner=ben)
    ben.groups.clear()
    remind_of_reviews(today=TODAY)
    assert [message.to for message in mail.outbox] == [[hana.email]]


def test_a_page_that_nobody_keeps_is_told_of_as_soon_as_somebody_does(trees, ben, parks):
    assert remind_of_reviews(today=TODAY) == 0
    trees.owner = ben
    trees.save()
    assert remind_of_reviews(today=TODAY) == 1


def test_a_new_day_is_reminded_of_anew(parks, ben):
    page = due(parks, owner=ben)
    remind_of_reviews(today=TODAY)
    day = mark_reviewed(page=page, user=ben, months=6, today=TODAY)
    assert remind_of_reviews(today=TODAY) == 0
    assert remind_of_reviews(today=day) == 1
    assert ReviewReminder.objects.count() == 2


def test_the_reminder_speaks_the_language_of_who_gets_it(parks, ben):
    profile = UserProfile.get_for_user(ben)
    profile.preferred_language = "ar"
    profile.save()
    due(parks, owner=ben)
    remind_of_reviews(today=TODAY)
    assert "نوفمبر" in mail.outbox[0].body


def test_of_a_page_in_three_languages_one_reminder_is_sent(parks, trees, ben, hana):
    translate(trees, "es", title="Árboles", review_on=TODAY)
    translate(trees, "ar", alias=True)
    assert remind_of_reviews(today=TODAY) == 1


def test_drafts_are_not_reviewed(parks, hana):
    due(parks, live=False)
    assert remind_of_reviews(today=TODAY) == 0


def test_the_list_holds_the_pages_that_one_may_edit_of_every_kind(parks, roads, city, ben, cleo, fay, dora):
    pages = [
        due(parks),
        make_event(parks, review_on=TODAY - timedelta(days=3)),
        due(parks, days=14),
    ]
    due(parks, days=15)
    due(roads, "Bridges")
    make_standard_page(city, review_on=TODAY)
    assert {page.pk for page in stale_pages(ben, TODAY)} == {page.pk for page in pages}
    assert [page.title for page in stale_pages(cleo, TODAY)] == ["Bridges"]
    assert not stale_pages(fay, TODAY)
    assert not stale_pages(dora, TODAY)


def test_the_list_needs_one_query_for_any_number_of_pages(parks, gus, django_assert_max_num_queries):
    for _page in range(4):
        due(parks)
    with django_assert_max_num_queries(1):
        assert len(list(stale_pages(gus, TODAY))) == 4


def test_noting_a_review_publishes_nothing_that_waits_as_a_draft(trees, ben):
    trees.title = "Kumquats"
    trees.save_revision()
    day = mark_reviewed(page=trees, user=ben, months=12, today=TODAY)
    trees.refresh_from_db()
    assert trees.review_on == day == date(2027, 11, 22)
    assert trees.title == "Trees"
    draft = trees.get_latest_revision_as_object()
    assert draft.title == "Kumquats"
    assert draft.review_on == day


def test_noting_a_review_is_in_the_log_of_the_page(trees, ben):
    mark_reviewed(page=trees, user=ben, months=6, today=TODAY)
    entry = PageLogEntry.objects.get(page=trees.pk, action="departments.review_page")
    assert entry.user == ben
    assert entry.data == {"next": "2027-05-22"}


def test_only_who_may_edit_the_page_notes_its_review(trees, cleo, fay, emil):
    for person in (cleo, fay, emil):
        with pytest.raises(MayNotReviewError):
            mark_reviewed(page=trees, user=person, months=6, today=TODAY)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        pytest.param(date(2026, 8, 31), 6, date(2027, 2, 28), id="last_of_february"),
        pytest.param(date(2027, 8, 31), 6, date(2028, 2, 29), id="leap_year"),
        pytest.param(date(2026, 6, 15), 6, date(2026, 12, 15), id="december"),
        pytest.param(date(2026, 12, 1), 12, date(2027, 12, 1), id="a_year"),
    ],
)
def test_the_same_day_of_a_later_month(day, months, expected):
    assert in_months(day, months) == expected


def test_staff_see_what_is_due_on_their_front_page_and_note_it_there(client, parks, ben, cleo):
    page = make_article(parks, "Kumquats", review_on=timezone.localdate() - timedelta(days=1))
    client.force_login(cleo)
    assert "Kumquats" not in client.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(ben)
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'id="pages-to-review' in home
    assert "Kumquats" in home
    client.post(reverse("page_reviews:mark", args=[page.pk]), {"months": "6", "next": "/admin/"})
    assert 'id="pages-to-review' not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_report_is_filtered_by_state_and_shows_no_other_departments(client, parks, roads, ben):
    today = timezone.localdate()
    make_article(parks, "Late kumquat", review_on=today)
    make_article(parks, "Far kumquat", review_on=today + timedelta(days=90))
    make_article(roads, "Foreign kumquat", review_on=today)
    client.force_login(ben)
    address = reverse("page_reviews:list")
    everything = client.get(address).content.decode()
    assert "Late kumquat" in everything
    assert "Far kumquat" in everything
    assert "Foreign" not in everything
    assert "Roads and Bridges" not in everything
    overdue = client.get(address, {"state": "overdue"}).content.decode()
    assert "Late kumquat" in overdue
    assert "Far kumquat" not in overdue
    by_foreign = client.get(address, {"department": roads.pk}).content.decode()
    assert "Foreign" not in by_foreign


def test_nobody_else_notes_a_review_on_the_screens(client, parks, cleo, fay):
    page = make_article(parks, review_on=TODAY)
    for person in (cleo, fay):
        client.force_login(person)
        assert client.post(reverse("page_reviews:mark", args=[page.pk]), {"months": "6"}).status_code == 404
    page.refresh_from_db()
    assert page.review_on == TODAY


@pytest.mark.parametrize("months", ["", "7", "x"])
def test_a_made_up_number_of_months_is_refused(client, parks, ben, months):
    page = make_article(parks, review_on=TODAY)
    client.force_login(ben)
    assert client.post(reverse("page_reviews:mark", args=[page.pk]), {"months": months}).status_code == 404


def test_the_way_back_leads_to_no_other_site(client, parks, ben):
    page = make_article(parks, review_on=TODAY)
    client.force_login(ben)
    form = {"months": "6", "next": "https://evil.example/"}
    response = client.post(reverse("page_reviews:mark", args=[page.pk]), form)
    assert response["Location"] == reverse("page_reviews:list")


def test_the_editor_sets_the_day_beside_the_words_for_search_engines(client, parks, ben):
    client.force_login(ben)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[make_article(parks).pk])).content.decode()
    assert 'name="review_on"' in html
