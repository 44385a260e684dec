from __future__ import annotations

import pytest

from tests.core.mail.sink import MailServer


@pytest.fixture
def queued(settings):
    """As in production: mails and tasks are rows until the worker comes."""
    settings.EMAIL_BACKEND = "portal.core.mail.QueuedMail"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def mail_server(settings):
    server = MailServer()
    settings.MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield server
    server.shutdown()
    server.server_close()
