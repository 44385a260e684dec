"""A page is translated by a file that leaves the translator's screen and comes back."""

from __future__ import annotations

import re
from pathlib import Path

import polib
from playwright.sync_api import expect
from wagtail.models import Page

from tests.journeys.words_of_every_kind import said


def translate_by_file(builder, survey, language):
    """From the stand-in in `language` to the published translation, in the browser of the builder."""
    page = builder.page
    target = Page.objects.get(translation_key=survey.key, locale__language_code=language)
    page.goto(f"/admin/pages/{target.pk}/edit/")
    builder.picture(f"{language}-not-translated")
    page.get_by_role("button", name=re.compile("Translate into")).click()
    page.locator(".translation-files summary").click()
    builder.picture(f"{language}-begun")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PO file").click()
    content = _translated(Path(download.value.path()).read_text("utf-8"), language)
    file = {"name": "texts.po", "mimeType": "text/x-gettext-translation", "buffer": content}
    with page.expect_navigation():
        page.locator(".js-translation-editor input[type=file]").set_input_files(file)
    expect(page.get_by_text(re.compile(r"\d+ texts were read in"))).to_be_visible()
    builder.picture(f"{language}-texts")
    page.locator("#translation-actions").get_by_role("button", name="Publish").click()
    expect(page.locator(".messages .success")).to_be_visible()
    builder.picture(f"{language}-published")


def _translated(content, language):
    file = polib.pofile(content)
    for entry in file:
        entry.msgstr = said(language, entry.msgid)
    return str(file).encode()
