"""Looking at the staff's screens as somebody of the cast."""

from __future__ import annotations

import json

from django.urls import reverse
from django.utils.html import strip_tags

PEOPLE = ["ada", "ben", "cleo", "dora", "emil", "fay", "gus", "hana", "ivo"]


def refused(response):
    """Not there, forbidden, or sent away: to the login, or to the front page of the admin with a word."""
    away = response.status_code == 302 and (
        response.url == reverse("wagtailadmin_home") or "login" in response.url
    )
    return away or response.status_code in {403, 404}


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def words_on(response):
    """The text of a screen, with single spaces."""
    return " ".join(strip_tags(response.content.decode()).split())


def props_on(response):
    """What the editor of texts is given."""
    return json.loads(response.context["frame"].props)


def text_address(translation, segment):
    return reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])


def put(client, address, value):
    """As the editor of texts sends it."""
    from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

    return client.put(address, encode_multipart(BOUNDARY, {"value": value}), content_type=MULTIPART_CONTENT)
