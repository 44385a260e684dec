from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class MicroSurveyBlock(blocks.StructBlock):
    """One survey inside a page: its first question, then the next one after each answer."""

    survey = blocks.PageChooserBlock(page_type="surveys.SurveyPage", label=_("Survey"))

    class Meta:
        icon = "form"
        label = _("Micro-survey")
        description = _("A question that readers answer inside this page with one tap.")
        template = "surveys/blocks/micro_survey.html"
        preview_template = "surveys/blocks/micro_survey_preview.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        from surveys.presentation import card_for_block  # noqa: PLC0415  (the models import this module)

        context = super().get_context(value, parent_context)
        context["card"] = card_for_block(value.get("survey"), parent_context or {})
        return context
