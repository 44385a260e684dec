from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from portal.translations.pages import other_languages


@transaction.atomic
def follow_privacy(*, source: Page) -> None:
    """Who may see `source` may see its other languages, aliases among them, and nobody else."""
    restriction = PageViewRestriction.objects.filter(page_id=source.pk).first()
    pages = other_languages(source)
    if restriction is None:
        PageViewRestriction.objects.filter(page__in=pages).delete()
        return
    groups = list(restriction.groups.all())
    for page in pages:
        copy, _created = PageViewRestriction.objects.update_or_create(
            page=page,
            defaults={"restriction_type": restriction.restriction_type, "password": restriction.password},
        )
        copy.groups.set(groups)
