from __future__ import annotations

import logging
import threading
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.db import connection
from django.utils import timezone

from portal.core.jobs import forget_undeliverable_mails, retry_mails
from portal.core.mail.delivery import FIRST_WAIT, MAX_ATTEMPTS, deliver, try_undeliverable_again
from portal.core.mail.tasks import deliver_due_mails_task
from portal.core.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued")]


@pytest.fixture
def waiting():
    EmailMessage("Trees", "A secret text", "city@northmere.example", ["ben@northmere.example"]).send()
    return OutgoingMail.objects.get()


def time_passes(mail):
    OutgoingMail.objects.filter(pk=mail.pk).update(not_before=timezone.now() - timedelta(seconds=1))


def give_up(mail):
    for _try in range(MAX_ATTEMPTS):
        time_passes(mail)
        assert not deliver(mail.pk)


def test_a_refused_mail_is_tried_again_after_growing_waits(waiting, mail_server):
    mail_server.refuses = True
    waits = []
    for _try in range(3):
        before = timezone.now()
        assert not deliver(waiting.pk)
        waiting.refresh_from_db()
        waits.append((waiting.not_before - before).total_seconds())
        time_passes(waiting)
    first = FIRST_WAIT.total_seconds()
    assert waits == [pytest.approx(first * factor, abs=30) for factor in (1, 2, 4)]


def test_a_mail_that_was_refused_once_arrives_at_the_next_try(waiting, mail_server):
    mail_server.refuses = True
    deliver(waiting.pk)
    mail_server.refuses = False
    time_passes(waiting)
    retry_mails()
    deliver_due_mails_task.call()
    assert len(mail_server.received) == 1
    assert not OutgoingMail.objects.exists()


def test_a_mail_is_not_tried_before_its_time(waiting, mail_server):
    mail_server.refuses = True
    deliver(waiting.pk)
    mail_server.refuses = False
    assert not deliver(waiting.pk)
    assert mail_server.received == []


def test_a_worker_that_dies_before_sending_loses_nothing(waiting, mail_server, monkeypatch):
    def die(self, messages):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", die)
        with pytest.raises(SystemExit):
            deliver(waiting.pk)
    assert not deliver(waiting.pk), "the claim holds while the other may still be at it"
    time_passes(waiting)
    assert deliver(waiting.pk)
    assert len(mail_server.received) == 1


def test_after_the_last_try_operators_see_the_mail_and_can_start_afresh(waiting, mail_server, client, city):
    mail_server.refuses = True
    give_up(waiting)
    time_passes(waiting)
    assert client.get("/readyz").content == b"ok\nmails that could not be delivered: 1"
    assert not deliver(waiting.pk)
    mail_server.refuses = False
    assert try_undeliverable_again() == 1
    assert deliver(waiting.pk)
    assert client.get("/readyz").content == b"ok"


def test_an_undeliverable_mail_is_forgotten_after_a_month(waiting, mail_server):
    mail_server.refuses = True
    give_up(waiting)
    forget_undeliverable_mails()
    assert OutgoingMail.objects.exists()
    OutgoingMail.objects.update(not_before=timezone.now() - timedelta(days=31))
    forget_undeliverable_mails()
    assert not OutgoingMail.objects.exists()


def test_logs_hold_neither_addresses_nor_texts(waiting, mail_server, caplog):
    mail_server.refuses = True
    with caplog.at_level(logging.DEBUG):
        deliver(waiting.pk)
    assert f"Mail {waiting.pk}: try 1 failed (SMTPRecipientsRefused)" in caplog.text
    assert "@" not in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_no_mail_twice(mail_server):
    for number in range(20):
        EmailMessage(f"Mail {number}", "Text", "city@northmere.example", ["ben@northmere.example"]).send()
    numbers = list(OutgoingMail.objects.values_list("pk", flat=True))

    def work():
        for number in numbers:
            deliver(number)
        connection.close()

    workers = [threading.Thread(target=work) for _worker in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    subjects = [message["Subject"] for message in mail_server.received]
    assert sorted(subjects) == sorted(f"Mail {number}" for number in range(20))
