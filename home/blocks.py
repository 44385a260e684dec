from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks import BodyBlock
from surveys.blocks import MicroSurveyBlock


class PageBodyBlock(BodyBlock):
    micro_survey = MicroSurveyBlock()


class ServiceBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Service"), max_length=80)
    line = blocks.CharBlock(label=_("In one line"), max_length=200, required=False)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)

    class Meta:
        icon = "cogs"
        label = _("Service")
        label_format = "{title}"
        template = "home/blocks/service.html"
        preview_value: ClassVar = {
            "title": "Report a dirty street",
            "line": "We come within two working days.",
        }
        description = _("Something the department does for people.")
