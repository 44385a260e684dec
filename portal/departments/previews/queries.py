from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Page

from portal.departments.models import PreviewLink
from portal.departments.previews.tokens import digest_of


def draft_behind(token: str, now: datetime) -> Page | None:
    """The latest draft that `token` opens at `now`.

    None for an unknown, expired or revoked link, and for one whose maker is gone or may no longer edit the page.
    """
    link = (
        open_links(now).filter(digest=digest_of(token)).select_related("page__locale", "created_by").first()
    )
    if link is None or link.created_by is None or not link.created_by.is_active:
        return None
    page = link.page.specific
    if not page.permissions_for_user(link.created_by).can_edit():
        return None
    return page.get_latest_revision_as_object()


def open_links(now: datetime) -> QuerySet[PreviewLink]:
    """Neither expired nor revoked."""
    return PreviewLink.objects.filter(revoked_at=None, expires_at__gt=now)
