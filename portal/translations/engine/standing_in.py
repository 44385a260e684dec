from __future__ import annotations

from django.db import transaction
from wagtail.models import Page

from portal.translations.pages import stand_ins_for

# What belongs to the drafts of a stand-in, not to what it shows.
OWN = ("draft_title", "has_unpublished_changes", "latest_revision_created_at")


@transaction.atomic
def follow_source(source: Page) -> None:
    """Show on the stand-ins what the specific `source` shows now, as on its aliases. Their drafts stay as they are."""
    kept = {page["pk"]: page for page in stand_ins_for(source).values("pk", *OWN)}
    if not kept:
        return
    aliases = list(source.aliases.values_list("pk", flat=True))
    # For a moment they are aliases again, and Wagtail brings them up to date; it has done so with the real ones.
    Page.objects.filter(pk__in=kept).update(alias_of=source.pk)
    source.update_aliases(revision=source.live_revision, _updated_ids=aliases)
    for pk, own in kept.items():
        Page.objects.filter(pk=pk).update(alias_of=None, **{name: own[name] for name in OWN})
