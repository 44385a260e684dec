from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from portal.core.models import CityImage
from portal.core.tasks import make_renditions_task


@receiver(post_save, sender=CityImage)
def make_renditions_of_new_picture(
    sender: type[CityImage], instance: CityImage, created: bool, **kwargs: Any
) -> None:
    if created and not kwargs.get("raw"):
        make_renditions_task.enqueue(instance.pk)
