from __future__ import annotations

from django.utils import timezone

from portal.core.schedule import every
from portal.departments.previews.services import forget_old_links
from portal.departments.reviews.services import remind_of_reviews


@every(days=1)
def forget_old_preview_links() -> None:
    """Links that have led nowhere for a month."""
    forget_old_links()


@every(days=1)
def remind_of_page_reviews() -> None:
    """Once for each page and day."""
    remind_of_reviews(today=timezone.localdate())
