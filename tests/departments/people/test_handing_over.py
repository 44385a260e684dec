"""What is a leaver's goes to somebody else in one step."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageSubscription, WorkflowState

from portal.departments.models import PreviewLink
from portal.departments.people.handing_over import NoSuccessor, belongings_of, hand_over
from portal.departments.people.queries import roles_of
from portal.departments.people.services import OwnRole
from tests.factories import group_of, make_article

EVERY_KIND = ("pages", "locks", "requests", "subscriptions", "previews")


def give_work_to(person, department, title):
    """One thing of each kind."""
    page = make_article(department, title, live=False)
    page.get_workflow().start(page, person)
    Page.objects.filter(pk=page.pk).update(
        owner=person, locked=True, locked_by=person, locked_at=timezone.now()
    )
    PageSubscription.objects.create(page=page, user=person, comment_notifications=True)
    now = timezone.now()
    PreviewLink.objects.create(
        page=page,
        digest=f"{page.pk}",
        created_by=person,
        created_at=now,
        expires_at=now + timedelta(days=1),
    )
    return page


def counts_of(person):
    theirs = belongings_of(person)
    return {kind: getattr(theirs, kind).count() for kind in EVERY_KIND}


@pytest.fixture
def works(parks, roads, ben, cleo):
    """A page of each of two editors, with one thing of each kind."""
    return give_work_to(ben, parks, "Pond"), give_work_to(cleo, roads, "Bridge")


def everything(by, leaver, successor, **options):
    roles = [link.group for link in roles_of(leaver)]
    return hand_over(leaver=leaver, successor=successor, by=by, **{"roles": roles, **options})


def test_everything_moves_to_the_successor(works, greta, ben, hana, parks):
    moved = everything(greta, ben, hana)
    assert moved == dict.fromkeys((*EVERY_KIND, "roles"), 1)
    assert counts_of(ben) == dict.fromkeys(EVERY_KIND, 0)
    assert counts_of(hana) == dict.fromkeys(EVERY_KIND, 1)
    assert set(hana.groups.all()) == {group_of(parks, "publisher"), group_of(parks, "editor")}
    assert not ben.groups.exists()


def test_what_belongs_to_others_stays_theirs(works, greta, ben, hana, cleo, roads):
    everything(greta, ben, hana)
    assert counts_of(cleo) == dict.fromkeys(EVERY_KIND, 1)
    assert set(cleo.groups.all()) == {group_of(roads, "editor")}


def test_the_successor_can_unlock_and_the_page_is_still_in_its_workflow(works, greta, ben, hana):
    everything(greta, ben, hana)
    page = Page.objects.get(pk=works[0].pk).specific
    assert page.locked_by == hana
    assert page.workflow_in_progress
    assert page.current_workflow_state.requested_by == hana


def test_what_is_finished_keeps_the_name_of_who_did_it(works, greta, ben, hana):
    WorkflowState.objects.filter(requested_by=ben).update(status=WorkflowState.STATUS_APPROVED)
    everything(greta, ben, hana)
    assert WorkflowState.objects.filter(requested_by=ben).count() == 1
    assert not works[0].revisions.filter(user=hana).exists()


def test_a_preview_link_that_is_over_does_not_move(works, greta, ben, hana):
    PreviewLink.objects.filter(created_by=ben).update(revoked_at=timezone.now())
    assert everything(greta, ben, hana)["previews"] == 0


def test_a_page_that_both_follow_is_followed_once(works, greta, ben, hana):
    PageSubscription.objects.create(page=works[0], user=hana, comment_notifications=False)
    assert everything(greta, ben, hana)["subscriptions"] == 1
    subscription = PageSubscription.objects.get(page=works[0], user=hana)
    assert subscription.comment_notifications


def test_only_the_chosen_roles_go_along(greta, ben, hana, cleo, parks, roads):
    ben.groups.add(group_of(roads, "analyst"))
    hand_over(leaver=ben, successor=hana, by=greta, roles=[group_of(parks, "editor")])
    assert group_of(roads, "analyst") not in hana.groups.all()
    assert group_of(parks, "editor") in hana.groups.all()
    assert not ben.groups.exists()


def test_a_group_that_the_leaver_does_not_have_is_not_given(greta, ben, hana, parks):
    hand_over(leaver=ben, successor=hana, by=greta, roles=[group_of(parks, "head")])
    assert group_of(parks, "head") not in hana.groups.all()


def test_who_stays_keeps_the_roles_that_did_not_move(works, greta, ben, hana, parks):
    hand_over(leaver=ben, successor=hana, by=greta, roles=[], deactivate=False)
    ben.refresh_from_db()
    assert ben.is_active
    assert set(ben.groups.all()) == {group_of(parks, "editor")}


def test_that_somebody_is_a_superuser_never_moves(gus, hana, ben):
    ben.is_superuser = True
    ben.save()
    everything(gus, ben, hana)
    hana.refresh_from_db()
    assert not hana.is_superuser


def test_the_leaver_is_out_at_once_wherever_she_was_signed_in(client, works, greta, ben, hana):
    client.force_login(ben)
    UserSession.objects.create(user=ben, ip="127.0.0.1", session_key=client.session.session_key)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    everything(greta, ben, hana)
    ben.refresh_from_db()
    assert not ben.is_active
    assert not UserSession.objects.filter(user=ben).exists()
    assert not Session.objects.filter(session_key=client.cookies["sessionid"].value).exists()
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


@pytest.mark.parametrize("who", ["the leaver", "a resident", "somebody whose account is closed"])
def test_who_cannot_take_over(request, works, greta, ben, hana, who):
    hana.is_active = False
    hana.save()
    successor = {"the leaver": ben, "a resident": request.getfixturevalue("ada")}.get(who, hana)
    with pytest.raises(NoSuccessor):
        everything(greta, ben, successor)
    assert counts_of(ben) == dict.fromkeys(EVERY_KIND, 1)


def test_an_administrator_takes_work_over_but_no_role(works, greta, ben):
    with pytest.raises(OwnRole):
        everything(greta, ben, greta)
    assert counts_of(ben) == dict.fromkeys(EVERY_KIND, 1)
    assert everything(greta, ben, greta, roles=[])["pages"] == 1


def test_nothing_is_half_done_when_something_fails(monkeypatch, works, greta, ben, hana, parks):
    def fail(session):
        raise RuntimeError

    # The last thing that is done.
    monkeypatch.setattr(UserSession, "end", fail)
    UserSession.objects.create(user=ben, ip="127.0.0.1", session_key="x" * 40)
    with pytest.raises(RuntimeError):
        everything(greta, ben, hana)
    ben.refresh_from_db()
    assert ben.is_active
    assert counts_of(ben) == dict.fromkeys(EVERY_KIND, 1)
    assert set(ben.groups.all()) == {group_of(parks, "editor")}
    assert set(hana.groups.all()) == {group_of(parks, "publisher")}
    assert not ModelLogEntry.objects.filter(action__startswith="departments.").exists()


def test_doing_it_twice_moves_nothing_more(works, greta, ben, hana):
    everything(greta, ben, hana)
    again = hand_over(leaver=ben, successor=hana, by=greta, roles=[])
    assert set(again.values()) == {0}
    assert ModelLogEntry.objects.filter(action="departments.hand_over").count() == 1


def test_it_is_in_the_log_with_who_what_and_how_much(works, greta, ben, hana, parks):
    everything(greta, ben, hana)
    entry = ModelLogEntry.objects.get(action="departments.hand_over")
    assert (entry.object_id, entry.user) == (str(ben.pk), greta)
    assert entry.data["successor_id"] == hana.pk
    assert entry.data["moved"]["pages"] == 1
    assert "Hana Print" in entry.message
    roles = ModelLogEntry.objects.for_instance(parks).filter(action__endswith="_role")
    assert {(each.action, each.data["person_id"]) for each in roles} == {
        ("departments.give_role", hana.pk),
        ("departments.take_role", ben.pk),
    }
