from __future__ import annotations

from portal.core.mail.delivery import delivery_connection, try_undeliverable_again, undeliverable_mails
from portal.core.mail.queue import QueuedMail, queue

__all__ = ["QueuedMail", "delivery_connection", "queue", "try_undeliverable_again", "undeliverable_mails"]
