"""The form of a page as an administrator's browser would send it back, with another title."""

from __future__ import annotations

from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import querydict_from_html


def editor_form(world, page):
    """Read once for each page. Empty where there is no such form, as for a stand-in."""
    if page.pk not in world.forms:
        world.forms[page.pk] = _read(world.administrator, page)
    return world.forms[page.pk]


def _read(user, page):
    with transaction.atomic():
        client = Client()
        client.force_login(user)
        html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        transaction.set_rollback(True)
    if 'id="page-edit-form"' not in html:
        return {"title": "Taken over"}
    form = querydict_from_html(html, form_id="page-edit-form").dict()
    # A script draws the blocks of a page, so they are not in its HTML.
    blocks = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
    return {**form, **{f"{field.name}-count": "0" for field in blocks}, "title": "Taken over"}
