from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from portal.accounts.models import User


def share_button(page: Page, user: User) -> Iterator[Button]:
    """The way to the page's preview links, for who may edit it and once there is a draft to show."""
    if page.alias_of_id is None and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Preview links"), reverse("preview_links:list", args=[page.pk]), icon_name="link", priority=60
        )


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("departments.share_draft", _("Make a preview link"), _("Preview link made"))
    actions.register_action(
        "departments.revoke_preview", _("Revoke a preview link"), _("Preview link revoked")
    )
