"""Handing stored mails over to the mail server. Logs name a row and a kind of error: never an address or a text."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import QuerySet
from django.utils import timezone

from portal.core.models import OutgoingMail

logger = logging.getLogger(__name__)

# Five minutes, then ten, twenty, … : the last try is about ten hours after the first.
FIRST_WAIT = timedelta(minutes=5)
MAX_ATTEMPTS = 8
# How long operators see what could not be delivered.
KEPT_AFTER_GIVING_UP = timedelta(days=30)


def delivery_connection() -> BaseEmailBackend:
    """The way out of the portal. Code that must not wait for the worker sends over it at once."""
    return get_connection(settings.MAIL_DELIVERY_BACKEND)


def deliver(mail_id: int) -> bool:
    """Send one stored mail, if its time has come and nobody else is at it. Whether it was handed over.

    The claim is written first, and is itself the next try: a worker that dies afterwards leaves a mail that is
    tried again, with the same Message-ID, so that a mail server which had it already can tell.
    """
    mail = due_mails().filter(pk=mail_id).first()
    if mail is None or not _claim(mail):
        return False
    try:
        delivery_connection().send_messages([_message(mail.message)])
    except Exception as error:
        # The text of an SMTP error holds addresses.
        logger.warning("Mail %s: try %s failed (%s)", mail.pk, mail.attempts + 1, type(error).__name__)
        return False
    mail.delete()
    return True


def due_mails() -> QuerySet[OutgoingMail]:
    return OutgoingMail.objects.filter(not_before__lte=timezone.now(), attempts__lt=MAX_ATTEMPTS)


def undeliverable_mails() -> QuerySet[OutgoingMail]:
    """What is no longer tried."""
    return OutgoingMail.objects.filter(not_before__lte=timezone.now(), attempts__gte=MAX_ATTEMPTS)


def try_undeliverable_again() -> int:
    """Start afresh with what had been given up; how many."""
    return undeliverable_mails().update(attempts=0)


def forget_undeliverable() -> None:
    undeliverable_mails().filter(not_before__lt=timezone.now() - KEPT_AFTER_GIVING_UP).delete()


def _claim(mail: OutgoingMail) -> bool:
    wait = FIRST_WAIT * 2**mail.attempts
    # The number of tries tells whether somebody else came first.
    mine = OutgoingMail.objects.filter(pk=mail.pk, attempts=mail.attempts)
    return mine.update(attempts=mail.attempts + 1, not_before=timezone.now() + wait) == 1


def _message(stored: dict[str, Any]) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        **{name: stored[name] for name in ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to")},
        headers=stored["headers"],
    )
    message.content_subtype = stored["content_subtype"]
    for content, mimetype in stored["alternatives"]:
        message.attach_alternative(content, mimetype)
    return message
