"""Mails are written down with what caused them, and sent by the worker. Nobody waits for a mail server."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import formatdate, make_msgid
from typing import Any

from django.core.mail import DNS_NAME, EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from portal.core.mail.tasks import deliver_mail_task
from portal.core.models import OutgoingMail


class QueuedMail(BaseEmailBackend):
    """Django's way of sending: a row, and a task that knows its number, both in the caller's transaction."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            queue(message)
        return len(email_messages)


@transaction.atomic
def queue(message: EmailMessage) -> None:
    """Store `message` for the worker. ValueError for one with attachments: a link leads to a file.

    BadHeaderError where a header holds a line break, now and not in the worker.
    """
    if message.attachments:
        raise ValueError("A queued mail has no attachments.")
    if not message.recipients():
        return
    stored = _stored(message)
    message.message()
    mail = OutgoingMail.objects.create(message=stored)
    deliver_mail_task.enqueue(mail.pk)


def _stored(message: EmailMessage) -> dict[str, Any]:
    headers = {name: str(value) for name, value in message.extra_headers.items()}
    names = {name.lower() for name in headers}
    # Settled now, so that a second try is the same mail.
    if "message-id" not in names:
        headers["Message-ID"] = make_msgid(domain=DNS_NAME)
    if "date" not in names:
        headers["Date"] = formatdate(localtime=True)
    return {
        "subject": str(message.subject),
        "body": str(message.body),
        "from_email": message.from_email,
        **{name: list(getattr(message, name)) for name in ("to", "cc", "bcc", "reply_to")},
        "headers": headers,
        "content_subtype": message.content_subtype,
        "alternatives": [[str(part[0]), part[1]] for part in getattr(message, "alternatives", [])],
    }
