"""Work for the background worker."""

from __future__ import annotations

from django_tasks import task
from wagtail.images import get_image_model

from portal.core.pictures import FILTERS


@task()
def make_renditions_task(image_id: int) -> None:
    """Make the sizes that pages show, so that no visitor waits for them. A picture that is gone needs none."""
    image = get_image_model().objects.filter(pk=image_id).first()
    if image is not None:
        image.get_renditions(*FILTERS)
