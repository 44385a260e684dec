"""What somebody had once: a role that was taken away, a page that moved to another department."""

from __future__ import annotations

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment, Page, PageSubscription

from portal.departments.previews.services import create_preview_link
from surveys.models import SurveyPage
from tests.factories import department_page, group_of
from tests.surveys.making import publish_survey

LISTS = [
    "/admin/",
    "/admin/reports/site-history/",
    "/admin/reports/site-history/?export=csv",
    "/admin/reports/locked/",
    "/admin/reports/workflow/",
    "/admin/reviews/",
    "/admin/translations/",
]
OF_A_PAGE = ["edit", "history", "view_draft", "revisions_index", "workflow_history", "unlock"]


def page_address(name, page):
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


def move(page, department, by):
    Page.objects.get(pk=page.pk).move(department_page(department), pos="last-child", user=by)


def mails_to(person):
    return [message for message in mail.outbox if person.email in message.to]


def test_who_lost_her_role_gets_no_mail_about_new_comments(edit, remark, ben, hana, pond):
    PageSubscription.objects.create(page=pond.page_ptr, user=ben, comment_notifications=True)
    edit(hana, pond, **remark("Before"))
    assert len(mails_to(ben)) == 1
    ben.groups.clear()
    edit(hana, pond, **remark("Since"))
    assert Comment.objects.count() == 2
    assert len(mails_to(ben)) == 1


def test_who_lost_her_role_gets_no_mail_about_answers_to_her_comments(edit, remark, ben, hana, pond):
    comment = Comment.objects.create(page=pond.page_ptr, user=ben, text="Too long", contentpath="title")
    ben.groups.clear()
    edit(hana, pond, **remark("Shortened", comment))
    assert comment.replies.count() == 1
    assert not mails_to(ben)


@pytest.mark.parametrize("decision", ["approve", "reject"])
def test_who_lost_her_role_does_not_hear_what_was_decided(edit, decide, ben, hana, pond, decision):
    edit(ben, pond, "submit")
    mail.outbox.clear()
    ben.groups.clear()
    decide(hana, pond, decision, "For your eyes only")
    assert not mails_to(ben)


def test_a_role_counts_at_the_next_click_wherever_one_is_signed_in(desk, ben, pond, parks):
    assert desk.get(page_address("edit", pond)).status_code == 200
    ben.groups.clear()
    assert desk.get(page_address("edit", pond)).status_code == 403
    ben.groups.add(group_of(parks, "editor"))
    assert desk.get(page_address("edit", pond)).status_code == 200
    ben.is_active = False
    ben.save()
    assert desk.get(page_address("edit", pond)).status_code == 302


def test_approvers_have_no_hold_on_a_page_that_moved_while_it_waited(
    client, edit, ben, hana, gus, roads, wanderer
):
    edit(ben, wanderer, "submit")
    wanderer.refresh_from_db()
    _link, token = create_preview_link(page=wanderer, user=hana)
    client.logout()
    assert client.get(reverse("shared_draft", args=[token])).status_code == 200
    move(wanderer, roads, gus)
    moved = Page.objects.get(pk=wanderer.pk)
    assert not moved.workflow_in_progress
    assert not moved.permissions_for_user(hana).can_edit()
    assert client.get(reverse("shared_draft", args=[token])).status_code == 404


def test_a_page_that_moves_within_its_department_still_waits_for_approval(edit, ben, gus, parks, wanderer):
    edit(ben, wanderer, "submit")
    move(wanderer, parks, gus)
    assert Page.objects.get(pk=wanderer.pk).workflow_in_progress


@pytest.mark.parametrize("name", ["ben", "hana"])
def test_a_page_that_moved_is_known_to_its_new_department_only(
    request, client, roads, cleo, hana, gus, wanderer, name
):
    wanderer.title = "Wandering words, again"
    wanderer.save_revision(user=wanderer.owner, log_action=True)
    Page.objects.filter(pk=wanderer.pk).update(locked=True, locked_by=hana)
    move(wanderer, roads, gus)
    client.force_login(request.getfixturevalue(name))
    for address in LISTS:
        answer = client.get(address)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"Wandering" not in text, address
    assert {client.get(page_address(each, wanderer)).status_code for each in OF_A_PAGE} == {404}
    client.force_login(cleo)
    for each in ("edit", "history"):
        assert "Wandering words" in client.get(page_address(each, wanderer)).text


def test_the_figures_of_a_survey_move_with_its_page(client, parks, roads, fay, cleo, gus):
    survey = publish_survey(parks)
    page = SurveyPage.objects.get(translation_key=survey.key, locale__language_code="en")
    address = reverse("survey_admin:survey", args=[survey.pk])
    client.force_login(fay)
    assert client.get(address).status_code == 200
    move(page, roads, gus)
    assert client.get(address).status_code == 404
    client.force_login(cleo)
    assert client.get(address).status_code == 200
