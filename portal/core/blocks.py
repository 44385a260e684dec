"""The blocks that the body of any page may hold."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        template = "components/blocks/heading.html"
        preview_value = "What changes on your street"
        description = _("Begins a section of the page.")


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=RICH_TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "components/blocks/paragraph.html"
        preview_value = "<p>Bins are emptied in the morning. <b>Nothing changes on bin day.</b></p>"
        description = _("Paragraphs, lists and links.")


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "components/blocks/picture.html"
        preview_template = "components/blocks/picture_preview.html"
        description = _("A picture with its description and, if wanted, a caption.")


class FactBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("What"), max_length=60)
    value = blocks.CharBlock(label=_("Fact"), max_length=200)


class FactsBlock(blocks.StructBlock):
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1, max_num=8)

    class Meta:
        icon = "list-ul"
        label = _("Facts")
        template = "components/blocks/facts.html"
        preview_value: ClassVar = {
            "facts": [
                {"term": "Starts", "value": "Tuesday 1 December"},
                {"term": "Hours", "value": "18:00–22:00, weekdays"},
                {"term": "Parking", "value": "No change on most streets"},
            ]
        }
        description = _("When, where, how much: a few facts at a glance.")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"), max_length=500)
    who = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "components/blocks/quote.html"
        preview_value: ClassVar = {
            "text": "We hear the birds again in the morning.",
            "who": "A resident of Mill",
        }
        description = _("Somebody’s own words.")


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Box")
        template = "components/blocks/callout.html"
        preview_value: ClassVar = {"title": "Good to know", "text": "<p>The service is free of charge.</p>"}
        description = _("Something that must not be overlooked.")


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(label=_("Label"), required=False, max_length=120)

    class Meta:
        icon = "doc-full"
        label = _("Download")
        template = "components/blocks/download.html"
        preview_template = "components/blocks/download_preview.html"
        description = _("A file to take along.")


class BodyBlock(blocks.StreamBlock):
    """What every body may hold; other apps add theirs by extending it."""

    heading = HeadingBlock(max_length=120)
    paragraph = ParagraphBlock()
    picture = PictureBlock()
    facts = FactsBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    download = DownloadBlock()
