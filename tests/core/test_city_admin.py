from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from portal.core.fields import Translated
from portal.core.models import AlertBanner, District, Topic

SCREENS = ["topics", "alert-banners", "districts"]
OUTLINES = "districts:outlines"


@pytest.fixture
def desk(client, gus, city):
    client.force_login(gus)
    return client


def upload(desk, data):
    return desk.post(reverse(OUTLINES), {"file": SimpleUploadedFile("city.geojson", data)}, follow=True)


@pytest.mark.parametrize("screen", SCREENS)
def test_an_administrator_sees_the_lists_and_forms_of_the_city(desk, screen):
    Topic.objects.create(code="nature", name=Translated(en="Nature"))
    District.objects.create(code="mill", name=Translated(en="Mill"), population=12_000)
    AlertBanner.objects.create(text=Translated(en="Storm"), starts_at=timezone.now())
    page = desk.get(reverse(f"{screen}:index"))
    assert any(name in page.content.decode() for name in ("Nature", "Mill", "Storm"))
    assert desk.get(reverse(f"{screen}:add")).status_code == 200


@pytest.mark.parametrize("screen", [*(f"{name}:index" for name in SCREENS), "topics:add", OUTLINES])
@pytest.mark.parametrize("person", ["ada", "ben", "dora", "hana"])
def test_nobody_else_does(client, request, person, screen):
    client.force_login(request.getfixturevalue(person))
    keeps_alerts = person == "dora" and screen.startswith("alert-banners")
    assert (client.get(reverse(screen)).status_code == 200) is keeps_alerts


def test_a_topic_is_written_in_every_language(desk):
    form = {"code": "nature", "name_en": "Nature", "name_es": "Naturaleza", "name_ar": "الطبيعة"}
    assert desk.post(reverse("topics:add"), form).status_code == 302
    assert Topic.objects.get().name == {"en": "Nature", "es": "Naturaleza", "ar": "الطبيعة"}


def test_a_topic_needs_a_name_in_the_citys_language(desk):
    response = desk.post(reverse("topics:add"), {"code": "nature", "name_es": "Naturaleza"})
    assert "Write the text in English" in response.content.decode()
    assert not Topic.objects.exists()


def test_an_alert_is_put_up(desk, client):
    form = {"level": "major", "text_en": "Tunnel closed", "starts_at": "2026-01-01 08:00"}
    assert desk.post(reverse("alert-banners:add"), form).status_code == 302
    assert "Tunnel closed" in client.get("/en/").content.decode()


def test_outlines_are_uploaded_and_shown_as_a_plan(desk):
    page = upload(desk, Path("home/demo/content/districts.geojson").read_bytes()).content.decode()
    assert "8 outlines were stored." in page
    assert page.count("<path d=") >= 8
    assert District.objects.exclude(outline=None).count() == 8


def test_a_file_with_a_fault_is_explained_and_nothing_is_stored(desk):
    page = upload(desk, b'{"type": "FeatureCollection", "features": [{"geometry": {}}]}').content.decode()
    assert "Area 1 needs a property “code”" in page
    assert "This is not a GeoJSON file." in upload(desk, b"code;name").content.decode()
    assert not District.objects.exists()


def test_a_name_in_a_file_cannot_bring_a_script(desk):
    data = Path("home/demo/content/districts.geojson").read_bytes()
    hostile = data.replace(b'"code":"mill"', b'"code":"mill","name":"<script>alert(1)</script>"', 1)
    assert b"<script>alert(1)" not in upload(desk, hostile).content
