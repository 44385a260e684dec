from __future__ import annotations

from django.core.management import call_command

from portal.core.mail.delivery import due_mails, forget_undeliverable
from portal.core.mail.tasks import deliver_due_mails_task
from portal.core.schedule import every


@every(minutes=1)
def publish_scheduled() -> None:
    """Publish and expire pages whose time has come."""
    call_command("publish_scheduled", verbosity=0)


@every(days=1)
def prune_task_results() -> None:
    """Forget finished background work after two weeks."""
    call_command("prune_db_task_results", verbosity=0)


@every(minutes=1)
def retry_mails() -> None:
    """Mails whose next try has come, or whose worker died, go to the worker again."""
    if due_mails().exists():
        deliver_due_mails_task.enqueue()


@every(days=1)
def forget_undeliverable_mails() -> None:
    forget_undeliverable()
