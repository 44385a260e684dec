"""What is said, begun or agreed to between questions."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks import RICH_TEXT_FEATURES
from surveys.blocks.question import (
    LONGEST_HINT,
    LONGEST_QUESTION,
    ElementBlock,
    QuestionBlock,
    layout,
    switch,
)
from surveys.domain.kinds import Kind


class ConsentBlock(QuestionBlock):
    kind = Kind.CONSENT
    built_in_codes = ("yes",)
    required = switch(_("Must be given to go on"), default=True)

    class Meta:
        icon = "lock"
        label = _("Consent")
        group = _("Say")
        description = _("A statement, and a box to tick.")
        form_layout = layout()
        preview_value: ClassVar = {"question": "The department may use my answers to plan the new park."}


class InformationBlock(ElementBlock):
    kind = Kind.INFORMATION
    question = blocks.CharBlock(label=_("Heading"), required=False, max_length=LONGEST_QUESTION)
    body = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Information")
        group = _("Say")
        description = _("Something to read before the next question. Nothing is answered.")
        form_layout = blocks.BlockGroup(["question", "body", "ask_if"], settings=["name", "origin"])
        preview_value: ClassVar = {
            "question": "About the new park",
            "body": "<p>The city plans a park on the old railway land.</p>",
        }


class PageStartBlock(ElementBlock):
    kind = Kind.PAGE
    question = blocks.CharBlock(label=_("Title of the page"), required=False, max_length=LONGEST_QUESTION)
    hint = blocks.CharBlock(label=_("Introduction"), required=False, max_length=LONGEST_HINT)

    class Meta:
        icon = "doc-empty"
        label = _("New page")
        group = _("Say")
        description = _("The questions below it stand on a page of their own; all are sent at the end.")
        form_layout = blocks.BlockGroup(["question", "hint", "ask_if"], settings=["name", "origin"])
        preview_value: ClassVar = {"question": "About your street"}
