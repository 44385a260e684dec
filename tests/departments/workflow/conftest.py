from __future__ import annotations

import pytest
from django.urls import reverse


@pytest.fixture
def queued(settings):
    """As in production: mails and tasks are rows until the worker comes."""
    settings.EMAIL_BACKEND = "portal.core.mail.QueuedMail"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def edit(client):
    """Posts the editor's form of an article as `user`."""

    def post(user, page, action="", **changes):
        client.force_login(user)
        form = {
            "title": page.title,
            "slug": page.slug,
            "date": page.date.isoformat(),
            "summary": "",
            "body-count": "0",
            "topic_links-TOTAL_FORMS": "0",
            "topic_links-INITIAL_FORMS": "0",
            "picture_text": "",
            "picture_caption": "",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            **changes,
        }
        if action:
            form[f"action-{action}"] = "yes"
        return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)

    return post


@pytest.fixture
def decide(client):
    """Approves or rejects what waits, as `user`."""

    def post(user, page, name, comment=""):
        client.force_login(user)
        page.refresh_from_db()
        state = page.current_workflow_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])
        return client.post(address, {"comment": comment})

    return post
