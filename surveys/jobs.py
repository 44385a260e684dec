"""The app's scheduled work."""

from __future__ import annotations

from django.utils import timezone

from portal.core.schedule import every
from surveys.services.waves import settle_closed_waves


@every(minutes=1)
def publish_figures_of_closed_waves() -> None:
    settle_closed_waves(now=timezone.now())
