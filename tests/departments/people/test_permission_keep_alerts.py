"""Who puts an alert on every page of the city."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from portal.core.models import AlertBanner
from portal.departments.permissions import user_can_for_city
from portal.departments.roles import CityAction

KEEPERS = {"dora", "greta", "gus"}


def test_communications_and_administrators_keep_the_alerts(able):
    assert able(lambda person: user_can_for_city(person, CityAction.KEEP_ALERTS)) == KEEPERS


def test_they_open_the_screens_of_alerts_and_nobody_else(able_to_open):
    banner = AlertBanner.objects.create(text={"en": "The bridge is closed."}, starts_at=timezone.now())
    assert able_to_open(reverse("alert-banners:index")) == KEEPERS
    assert able_to_open(reverse("alert-banners:edit", args=[banner.pk])) == KEEPERS


def test_communications_have_no_right_on_any_page_or_collection(dora):
    group = dora.groups.get()
    assert not group.page_permissions.exists()
    assert not group.collection_permissions.exists()
