from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, Revision

from portal.translations.pages import other_languages

# As revisions write a moment.
ENCODER = DjangoJSONEncoder()
DATES = ("go_live_at", "expire_at")


def follow_dates(source: Page) -> None:
    """Give the days on which `source` appears and ends to its translations, their drafts and approved revisions.

    Aliases and stand-ins take them with everything else. What was approved for a day that has come is published.
    """
    dates = {name: getattr(source, name) for name in DATES}
    pages = other_languages(source).filter(alias_of=None)
    for page in pages:
        if {name: getattr(page, name) for name in DATES} != dates:
            Page.objects.filter(pk=page.pk).update(**dates)
        _follow_in_revisions(page, dates)


def _follow_in_revisions(page: Page, dates: dict[str, Any]) -> None:
    in_use = (
        Q(pk=page.latest_revision_id) | Q(pk=page.live_revision_id) | Q(approved_go_live_at__isnull=False)
    )
    written = {name: ENCODER.default(day) if day else None for name, day in dates.items()}
    for revision in page.revisions.filter(in_use):
        if {name: revision.content.get(name) for name in DATES} != written:
            revision.content = {**revision.content, **written}
            revision.save(update_fields=["content"])
        if revision.approved_go_live_at is not None:
            _approve_for(revision, dates["go_live_at"])


def _approve_for(revision: Revision, day: Any) -> None:
    if day is None or day <= timezone.now():
        revision.publish()
    elif revision.approved_go_live_at != day:
        revision.approved_go_live_at = day
        revision.save(update_fields=["approved_go_live_at"])
