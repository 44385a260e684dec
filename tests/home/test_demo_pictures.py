from __future__ import annotations

from io import BytesIO

from PIL import Image

from home.demo.pictures import SCENES, render


def test_a_picture_is_the_same_every_time():
    assert render("lantern-walk") == render("lantern-walk")


def test_every_picture_has_the_size_of_a_lead_picture():
    for name in SCENES:
        image = Image.open(BytesIO(render(name)))
        assert (image.format, image.size) == ("JPEG", (1600, 900)), name
        assert len(image.convert("L").getcolors()) > 64, name
