"""Work for the background worker."""

from __future__ import annotations

from django_tasks import task

from portal.core.mail.delivery import deliver, due_mails

# A mail server that hangs must not hold the worker for long.
MAILS_AT_A_TIME = 20


@task()
def deliver_mail_task(mail_id: int) -> None:
    """Hand over one mail; one that is not due, or gone, is somebody else's."""
    deliver(mail_id)


@task()
def deliver_due_mails_task() -> None:
    """Try again what is due."""
    for mail_id in due_mails().values_list("pk", flat=True)[:MAILS_AT_A_TIME]:
        deliver(mail_id)
