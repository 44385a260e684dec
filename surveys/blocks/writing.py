"""Questions that are answered by writing, or by pointing to a place."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from surveys.blocks.codes import UntranslatedBlock
from surveys.blocks.question import QuestionBlock, layout, offer_dont_know, switch
from surveys.domain.kinds import Kind


class NumberBlock(QuestionBlock):
    kind = Kind.NUMBER
    minimum = blocks.DecimalBlock(label=_("Smallest"), required=False, max_digits=12, decimal_places=3)
    maximum = blocks.DecimalBlock(label=_("Largest"), required=False, max_digits=12, decimal_places=3)
    decimals = switch(_("Decimals are taken"))
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=30, help_text=_("Such as km or years.")
    )
    bands = UntranslatedBlock(
        label=_("Groups in results"),
        required=False,
        max_length=120,
        help_text=_("Where groups begin, such as 18, 30, 45, 65. Chosen by themselves when left empty."),
    )

    class Meta:
        icon = "decimal"
        label = _("Number")
        group = _("Write")
        description = _("A number within bounds; digits of any script are taken.")
        form_layout = layout("minimum", "maximum", "unit", settings=("decimals", "bands"))
        preview_value: ClassVar = {"question": "How many people live in your household?", "unit": "people"}

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        low, high = cleaned["minimum"], cleaned["maximum"]
        if low is not None and high is not None and low > high:
            raise blocks.StructBlockValidationError(
                {"maximum": ValidationError(_("The largest cannot be less than the smallest."))}
            )
        return cleaned


class DateBlock(QuestionBlock):
    kind = Kind.DATE
    earliest = blocks.DateBlock(label=_("Earliest"), required=False)
    latest = blocks.DateBlock(label=_("Latest"), required=False)

    class Meta:
        icon = "date"
        label = _("Date")
        group = _("Write")
        description = _("A day, within bounds.")
        form_layout = layout("earliest", "latest")
        preview_value: ClassVar = {"question": "When did you last use the night bus?"}

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        first, last = cleaned["earliest"], cleaned["latest"]
        if first is not None and last is not None and first > last:
            raise blocks.StructBlockValidationError(
                {"latest": ValidationError(_("The latest day cannot come before the earliest."))}
            )
        return cleaned


class ShortTextBlock(QuestionBlock):
    kind = Kind.TEXT

    class Meta:
        icon = "pilcrow"
        label = _("Short text")
        group = _("Write")
        description = _("A few words of one’s own, up to 500 characters.")
        form_layout = layout()
        preview_value: ClassVar = {"question": "What should we know about your street?"}


class LongTextBlock(QuestionBlock):
    kind = Kind.LONG_TEXT

    class Meta:
        icon = "doc-full"
        label = _("Long text")
        group = _("Write")
        description = _("Several paragraphs, up to 4,000 characters.")
        form_layout = layout()
        preview_value: ClassVar = {"question": "What would you change about the plan?"}


class PlaceBlock(QuestionBlock):
    kind = Kind.PLACE
    point = switch(
        _("A point on the plan may be set"),
        default=True,
        help_text=_("Rounded to about a hundred metres and kept apart from all other answers."),
    )
    dont_know = offer_dont_know(default=False)

    class Meta:
        icon = "globe"
        label = _("Place on the map")
        group = _("Write")
        description = _("A district from the plan or the list, and a point in it where wanted.")
        form_layout = layout("point", "dont_know")
        preview_value: ClassVar = {"question": "Where did you see it?", "point": True}
