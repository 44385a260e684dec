"""Preview links: made and taken back by who may edit the page, and dead as soon as their maker may not."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from portal.accounts.models import User
from portal.departments.models import PreviewLink
from portal.departments.previews.tokens import digest_of, new_token

DEFAULT_DAYS = 7
MAX_DAYS = 30
KEPT_AFTER_EXPIRY = timedelta(days=30)


class MayNotShareError(Exception):
    """The person may not edit the page."""


@transaction.atomic
def create_preview_link(
    *, page: Page, user: User, days: int = DEFAULT_DAYS, note: str = "", now: datetime | None = None
) -> tuple[PreviewLink, str]:
    """The link, and the token for its address, which is stored nowhere. ValueError outside 1 to 30 days."""
    if not 1 <= days <= MAX_DAYS:
        raise ValueError(f"A preview link lasts from 1 to {MAX_DAYS} days.")
    _require_editor(page, user)
    now = now or timezone.now()
    token = new_token()
    link = PreviewLink.objects.create(
        page=Page.objects.get(pk=page.pk),
        digest=digest_of(token),
        note=note,
        created_by=user,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    log(page, "departments.share_draft", user=user, data={"link": link.pk, "days": days})
    return link, token


@transaction.atomic
def revoke_preview_link(*, link: PreviewLink, user: User) -> None:
    """From now on the link leads nowhere. A second time changes nothing."""
    _require_editor(link.page, user)
    if PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now()):
        log(link.page.specific, "departments.revoke_preview", user=user, data={"link": link.pk})


def forget_old_links() -> None:
    PreviewLink.objects.filter(expires_at__lt=timezone.now() - KEPT_AFTER_EXPIRY).delete()


def _require_editor(page: Page, user: User) -> None:
    if not page.permissions_for_user(user).can_edit():
        raise MayNotShareError
