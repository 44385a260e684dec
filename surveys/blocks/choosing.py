"""Questions that are answered by choosing."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from surveys.blocks.parts import ChoicesBlock, PicturedChoicesBlock
from surveys.blocks.question import (
    QuestionBlock,
    layout,
    offer_dont_know,
    offer_other,
    reversed_for_half,
    shuffled,
    switch,
)
from surveys.domain.kinds import Kind


class ListedBlock(QuestionBlock):
    """A question with choices of its own beside those that the portal words."""

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        codes = {choice["code"] for choice in cleaned["choices"]}
        for offered in ("other", "none"):
            if cleaned.get(offered) and offered in codes:
                problem = _("One of the answers has the code %(code)s already.") % {"code": offered}
                raise blocks.StructBlockValidationError({offered: ValidationError(problem)})
        return cleaned


class SingleChoiceBlock(ListedBlock):
    kind = Kind.SINGLE
    choices = ChoicesBlock()
    other = offer_other()
    dont_know = offer_dont_know(default=True)
    shuffle = shuffled()

    class Meta:
        icon = "radio-full"
        label = _("One answer")
        group = _("Choose")
        description = _("Each answer is a button: one tap sends it.")
        form_layout = layout("choices", "other", "dont_know", settings=("shuffle",))
        preview_value: ClassVar = {
            "question": "How do you get to work on most days?",
            "choices": [
                {"text": "On foot"},
                {"text": "By bicycle"},
                {"text": "By tram or bus"},
                {"text": "By car"},
            ],
        }


class BoundedBlock(ListedBlock):
    """A question of which several answers are taken, within bounds."""

    fewest = blocks.IntegerBlock(label=_("At least"), required=False, min_value=1, max_value=100)
    most = blocks.IntegerBlock(label=_("At most"), required=False, min_value=1, max_value=100)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        fewest, most = cleaned["fewest"], cleaned["most"]
        choices = len(cleaned["choices"]) + bool(cleaned.get("other"))
        if fewest and most and fewest > most:
            raise blocks.StructBlockValidationError(
                {"most": ValidationError(_("At most cannot be less than at least."))}
            )
        if fewest and fewest > choices:
            raise blocks.StructBlockValidationError(
                {"fewest": ValidationError(_("There are not so many answers."))}
            )
        return cleaned


class MultipleChoiceBlock(BoundedBlock):
    kind = Kind.MULTIPLE
    choices = ChoicesBlock()
    other = offer_other()
    none = switch(_("Offer “None of these”"))
    dont_know = offer_dont_know(default=False)
    shuffle = shuffled()

    class Meta:
        icon = "tasks"
        label = _("Several answers")
        group = _("Choose")
        description = _("Boxes to tick, and a button to send them.")
        form_layout = layout("choices", "other", "none", "dont_know", settings=("fewest", "most", "shuffle"))
        preview_value: ClassVar = {
            "question": "What would help most on your street?",
            "choices": [{"text": "More bins"}, {"text": "Sweeping more often"}, {"text": "More trees"}],
        }


class ImageChoiceBlock(BoundedBlock):
    kind = Kind.IMAGES
    choices = PicturedChoicesBlock()
    several = switch(_("Several may be chosen"))
    dont_know = offer_dont_know(default=False)
    shuffle = shuffled()

    class Meta:
        icon = "image"
        label = _("Pictures to choose from")
        group = _("Choose")
        description = _("Each answer is a picture with its words.")
        form_layout = layout("choices", "several", "dont_know", settings=("fewest", "most", "shuffle"))
        preview_value: ClassVar = {
            "question": "Which bench would you like in your park?",
            "choices": [{"text": "Of wood"}, {"text": "Of steel"}],
        }


class YesNoBlock(QuestionBlock):
    kind = Kind.YES_NO
    built_in_codes = ("yes", "no")
    dont_know = offer_dont_know(default=True)
    reverse = reversed_for_half()

    class Meta:
        icon = "check"
        label = _("Yes or no")
        group = _("Choose")
        description = _("Two buttons: one tap sends the answer.")
        form_layout = layout("dont_know", settings=("reverse",))
        preview_value: ClassVar = {"question": "Have you visited a library this month?", "dont_know": True}
