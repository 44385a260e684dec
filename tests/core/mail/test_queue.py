from __future__ import annotations

import json

import pytest
from django.core import mail
from django.core.mail import BadHeaderError, EmailMultiAlternatives
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from portal.core.mail.delivery import deliver
from portal.core.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued")]


def letter(**fields):
    defaults = {
        "subject": "Trees — «Árboles»",
        "body": "Text",
        "from_email": "Queen's Harbour <city@northmere.example>",
        "to": ["ben@northmere.example"],
    }
    return EmailMultiAlternatives(**{**defaults, **fields})


def test_a_mail_waits_as_a_row_with_what_caused_it(mail_server):
    letter().send()
    assert OutgoingMail.objects.count() == 1
    assert mail_server.received == []
    assert mail.outbox == []


def test_what_did_not_happen_after_all_sends_no_mail():
    with transaction.atomic():
        letter().send()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_the_task_knows_the_number_of_the_mail_and_nothing_else():
    letter().send()
    task = DBTaskResult.objects.get()
    assert task.args_kwargs == {"args": [OutgoingMail.objects.get().pk], "kwargs": {}}
    assert task.task_path == "portal.core.mail.tasks.deliver_mail_task"


def test_text_formatted_text_and_headers_arrive_as_they_were_written(mail_server):
    message = letter(
        cc=["cleo@northmere.example"],
        bcc=["gus@northmere.example"],
        reply_to=["parks@northmere.example"],
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative("<p>Formatted</p>", "text/html")
    message.send()
    stored = OutgoingMail.objects.get()
    assert deliver(stored.pk)
    arrived = mail_server.received[0]
    assert arrived["To"] == "ben@northmere.example"
    assert arrived["Cc"] == "cleo@northmere.example"
    assert arrived["Bcc"] is None
    assert arrived["Reply-To"] == "parks@northmere.example"
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived["Message-ID"] == stored.message["headers"]["Message-ID"]
    assert [part.get_content_type() for part in arrived.walk()][1:] == ["text/plain", "text/html"]
    assert b"Formatted" in arrived.get_payload()[1].get_payload(decode=True)


def test_a_delivered_mail_leaves_nothing_behind(mail_server):
    letter().send()
    assert deliver(OutgoingMail.objects.get().pk)
    assert not OutgoingMail.objects.exists()
    assert "ben@" not in json.dumps(list(DBTaskResult.objects.values()), default=str)


def test_a_line_break_in_a_header_is_refused_at_once():
    with pytest.raises(BadHeaderError):
        letter(subject="Trees\nBcc: everybody@example.org").send()
    assert not OutgoingMail.objects.exists()


def test_attachments_are_refused_because_a_link_leads_to_a_file():
    message = letter()
    message.attach("plan.txt", "text", "text/plain")
    with pytest.raises(ValueError, match="attachments"):
        message.send()


def test_a_mail_to_nobody_is_no_mail():
    letter(to=[]).send()
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_real_worker_sends_what_waits(mail_server):
    letter().send()
    letter(to=["cleo@northmere.example"]).send()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)
    assert {message["To"] for message in mail_server.received} == {
        "ben@northmere.example",
        "cleo@northmere.example",
    }
    assert not OutgoingMail.objects.exists()


def test_a_login_code_does_not_wait_for_the_worker(client, ada):
    client.post("/en/account/login/code/", {"email": ada.email})
    assert mail.outbox[-1].to == [ada.email]
    assert not OutgoingMail.objects.exists()
