from __future__ import annotations

import pytest
from django.core import mail
from wagtail.users.models import UserProfile

from portal.core.mail.delivery import deliver
from portal.core.models import OutgoingMail
from tests.factories import group_of, make_article, make_user

pytestmark = pytest.mark.usefixtures("queued")


@pytest.fixture
def page(parks):
    return make_article(parks, "Kumquats", live=False)


@pytest.fixture
def roads_publisher(roads):
    return make_user("rita@northmere.example", "Rita", groups=[group_of(roads, "publisher")], is_staff=True)


@pytest.fixture
def waiting():
    """The mails that wait: who gets them, and what they say."""

    def read():
        mails = OutgoingMail.objects.order_by("pk").values_list("message", flat=True)
        return [(message["to"], message["subject"] + "\n" + message["body"]) for message in mails]

    return read


def speaks(user, language):
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


def test_handing_in_tells_the_publishers_of_the_department_and_nobody_else(
    page, ben, hana, gus, cleo, roads_publisher, edit, waiting
):
    edit(ben, page, "submit")
    page.refresh_from_db()
    assert page.workflow_in_progress
    [(people, text)] = waiting()
    assert people == [hana.email]
    assert "Kumquats" in text


def test_handing_in_approving_and_rejecting_send_nothing_in_the_request(
    page, ben, hana, edit, decide, waiting
):
    edit(ben, page, "submit")
    decide(hana, page, "reject", "The date is missing.")
    edit(ben, page, "restart-workflow")
    decide(hana, page, "approve")
    page.refresh_from_db()
    assert page.live
    assert mail.outbox == []
    people = [people for people, _text in waiting()]
    assert people == [[hana.email], [ben.email], [hana.email], [ben.email]]
    for number in OutgoingMail.objects.values_list("pk", flat=True):
        assert deliver(number)
    assert [message.to for message in mail.outbox] == people


def test_the_author_reads_why_the_page_came_back(page, ben, hana, edit, decide, waiting):
    edit(ben, page, "submit")
    decide(hana, page, "reject", "The date is missing.")
    people, text = waiting()[-1]
    assert people == [ben.email]
    assert "The date is missing." in text


def test_everybody_reads_mails_in_their_own_language(page, ben, hana, edit, waiting):
    speaks(hana, "es")
    edit(ben, page, "submit")
    [(_people, text)] = waiting()
    assert "ha sido enviada" in text or "moderación" in text


def test_a_page_that_could_not_be_handed_in_sends_no_mail(page, ben, hana, edit, waiting):
    edit(ben, page, "submit", title="")
    assert waiting() == []
