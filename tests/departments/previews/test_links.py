from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from portal.departments.models import PreviewLink
from portal.departments.previews.services import (
    MayNotShareError,
    create_preview_link,
    forget_old_links,
    revoke_preview_link,
)
from portal.departments.previews.tokens import digest_of
from surveys.models import Submission
from tests.factories import department_page, make_article, make_user
from tests.surveys.making import open_survey, question


@pytest.fixture
def draft(parks):
    """A public article with a draft that says more."""
    page = make_article(parks, "Trees", summary="What everybody knows.")
    page.summary = "The kumquat is secret."
    page.save_revision()
    return page


@pytest.fixture
def link(draft, ben):
    return create_preview_link(page=draft, user=ben, note="The mayor")


def opened(client, token):
    return client.get(f"/preview/{token}/")


def test_whoever_has_the_link_reads_the_latest_draft_without_an_account(client, draft, link):
    response = opened(client, link[1])
    assert response.status_code == 200
    assert "The kumquat is secret." in response.content.decode()
    assert "Draft – not published" in response.content.decode()
    assert "kumquat" not in client.get(draft.url).content.decode()


def test_a_later_draft_is_shown_by_the_same_link(client, draft, link):
    draft.summary = "The kumquat grew."
    draft.save_revision()
    assert "The kumquat grew." in opened(client, link[1]).content.decode()


def test_neither_search_engines_nor_caches_nor_other_sites_learn_of_it(client, link):
    response = opened(client, link[1])
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert "unsafe-inline" not in response["Content-Security-Policy"]


def test_the_token_is_long_and_stored_nowhere(link):
    stored, token = link
    assert len(token) >= 43
    assert stored.digest == digest_of(token)
    assert token not in str(list(PreviewLink.objects.values()) + list(PageLogEntry.objects.values()))


def test_unknown_expired_revoked_and_orphaned_links_lead_to_the_same_nothing(client, draft, ben):
    def token(**changes):
        stored, token = create_preview_link(page=draft, user=ben)
        PreviewLink.objects.filter(pk=stored.pk).update(**changes)
        return token

    past = timezone.now() - timedelta(seconds=1)
    tokens = [
        "no-such-token",
        token(expires_at=past, created_at=past - timedelta(days=7)),
        token(revoked_at=past),
        token(created_by=None),
    ]
    answers = [opened(client, each) for each in tokens]
    assert {answer.status_code for answer in answers} == {404}
    assert len({re.sub(r"/preview/[^/]+/", "", answer.content.decode()) for answer in answers}) == 1
    assert all(answer["Cache-Control"] == "private, no-store" for answer in answers)


def test_a_link_to_a_deleted_page_leads_nowhere(client, draft, link):
    draft.delete()
    assert opened(client, link[1]).status_code == 404


def test_a_link_dies_when_its_maker_may_no_longer_edit_the_page(client, link, ben):
    ben.groups.clear()
    assert opened(client, link[1]).status_code == 404


def test_a_link_dies_with_the_account_of_its_maker(client, link, ben):
    ben.is_active = False
    ben.save()
    assert opened(client, link[1]).status_code == 404


def test_a_link_dies_when_the_page_goes_to_another_department(client, draft, link, roads):
    draft.move(department_page(roads), pos="last-child")
    assert opened(client, link[1]).status_code == 404


def test_only_who_may_edit_the_page_makes_and_revokes_links(draft, link, ben, cleo, emil, fay, hana):
    for person in (cleo, emil, fay):
        with pytest.raises(MayNotShareError):
            create_preview_link(page=draft, user=person)
        with pytest.raises(MayNotShareError):
            revoke_preview_link(link=link[0], user=person)
    revoke_preview_link(link=link[0], user=hana)
    link[0].refresh_from_db()
    assert link[0].revoked_at


@pytest.mark.parametrize("days", [0, 31])
def test_a_link_lasts_from_one_to_thirty_days(draft, ben, days):
    with pytest.raises(ValueError, match="30 days"):
        create_preview_link(page=draft, user=ben, days=days)


def test_making_and_revoking_are_in_the_log_of_the_page(draft, link, ben):
    revoke_preview_link(link=link[0], user=ben)
    actions = PageLogEntry.objects.filter(page=draft.pk, user=ben).values_list("action", flat=True)
    assert {"departments.share_draft", "departments.revoke_preview"} <= set(actions)


def test_a_drafts_own_preview_stays_with_those_who_may_edit_it(client, draft, cleo):
    address = reverse("wagtailadmin_pages:view_draft", args=[draft.pk])
    assert "kumquat" not in client.get(address, follow=True).content.decode()
    client.force_login(cleo)
    response = client.get(address)
    assert response.status_code in {302, 403, 404}
    assert "kumquat" not in response.content.decode()


def test_a_session_adds_nothing_to_what_the_link_shows(client, link, gus):
    anonymous = opened(client, link[1]).content.decode()
    client.force_login(gus)
    assert opened(client, link[1]).content.decode() == anonymous


def test_answering_in_a_shared_draft_stores_nothing(client, parks, ben):
    survey = open_survey(
        parks, question("yes_no", "Is it clean?", dont_know=True, hint=""), slug="clean", title="Clean?"
    )
    page = make_article(parks, "Streets", body=[("micro_survey", {"survey": survey.page_in("en").specific})])
    _link, token = create_preview_link(page=page, user=ben)
    html = opened(client, token).content.decode()
    assert "Is it clean?" in html
    assert f"/q/{survey.code}/" not in html
    form = re.search(r'<form method="get" action="([^"]+)" data-ask', html)
    assert "nothing was stored" in client.get(form[1], {"answer": "yes"}).content.decode()
    assert not Submission.objects.exists()


def test_a_shared_draft_shows_no_draft_of_a_survey_that_stands_in_it(client, parks, roads, ben):
    survey = open_survey(
        roads, question("yes_no", "Is it clean?", dont_know=True, hint=""), slug="clean", title="Clean?"
    )
    asked = survey.page_in("en").specific
    asked.questions[0].value["question"] = "Is the kumquat ripe?"
    asked.save_revision()
    page = make_article(parks, "Streets", body=[("micro_survey", {"survey": asked})])
    _link, token = create_preview_link(page=page, user=ben)
    html = opened(client, token).content.decode()
    assert "kumquat" not in html
    assert "Is it clean?" in html


def test_long_expired_links_are_forgotten(draft, link, ben):
    now = timezone.now()
    create_preview_link(page=draft, user=ben, now=now - timedelta(days=60))
    forget_old_links()
    assert list(PreviewLink.objects.all()) == [link[0]]


def test_an_editor_makes_a_link_sees_it_once_and_revokes_it(client, draft, ben):
    client.force_login(ben)
    address = reverse("preview_links:list", args=[draft.pk])
    html = client.post(address, {"note": "The mayor", "days": "7"}).content.decode()
    token = re.search(r"http://testserver/preview/([\w-]+)/", html)[1]
    assert token not in client.get(address).content.decode()
    assert "The mayor" in client.get(address).content.decode()
    assert opened(client, token).status_code == 200
    client.post(reverse("preview_links:revoke", args=[draft.pk, PreviewLink.objects.get().pk]))
    assert opened(client, token).status_code == 404
    assert "The mayor" not in client.get(address).content.decode()


def test_another_department_finds_neither_the_screen_nor_the_links(client, draft, link, cleo, fay):
    for person in (cleo, fay):
        client.force_login(person)
        address = reverse("preview_links:list", args=[draft.pk])
        revoke = reverse("preview_links:revoke", args=[draft.pk, link[0].pk])
        assert client.get(address).status_code == 404
        assert client.post(address, {"days": "7"}).status_code == 404
        assert client.post(revoke).status_code == 404
    link[0].refresh_from_db()
    assert link[0].revoked_at is None


def test_a_link_is_revoked_on_the_screen_of_its_own_page_only(client, draft, link, parks, ben, cleo):
    other = make_article(parks, "Ponds")
    client.force_login(ben)
    assert client.post(reverse("preview_links:revoke", args=[other.pk, link[0].pk])).status_code == 404


def test_an_unpublished_page_in_arabic_is_shared_in_arabic(client, parks, ben):
    page = make_article(parks, "أشجار", language="ar", live=False, slug="trees-ar")
    _link, token = create_preview_link(page=page, user=make_user("x@a.example", is_superuser=True))
    assert '<html lang="ar" dir="rtl"' in opened(client, token).content.decode()
