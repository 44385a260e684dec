"""What every block of a survey has, and what every question has beside it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from surveys.blocks.codes import CodeBlock, UntranslatedBlock
from surveys.blocks.rules import RuleBlock
from surveys.domain.kinds import Kind

LONGEST_QUESTION = 400
LONGEST_HINT = 400


def switch(label: Any, *, default: bool = False, help_text: Any = "") -> blocks.BooleanBlock:
    return blocks.BooleanBlock(label=label, required=False, default=default, help_text=help_text)


def offer_dont_know(*, default: bool) -> blocks.BooleanBlock:
    return switch(_("Offer “I don’t know”"), default=default)


def offer_other() -> blocks.BooleanBlock:
    return switch(_("Offer “Other, please say”"))


def shuffled() -> blocks.BooleanBlock:
    return switch(
        _("Shuffle the answers"),
        help_text=_("Each person sees another order. “I don’t know” and its like stay last."),
    )


def reversed_for_half() -> blocks.BooleanBlock:
    return switch(_("Turn the scale around for half of the people"))


def layout(*own: str | blocks.BlockGroup, settings: tuple[str, ...] = ()) -> blocks.BlockGroup:
    """What every question has stands around what the kind has of its own."""
    return blocks.BlockGroup(
        ["question", "hint", *own, "required", "ask_if"],
        settings=[*settings, "other_wording", "confidential", "name", "origin"],
    )


class ElementBlock(blocks.StructBlock):
    """What everything in a survey has. `kind` is the kind of question that a block asks."""

    kind: ClassVar[Kind]
    built_in_codes: ClassVar[tuple[str, ...]] = ()

    name = CodeBlock(
        label=_("Name in exports"),
        help_text=_(
            "Given by itself when left empty. In curly brackets in a later question, it repeats the answer."
        ),
    )
    ask_if = RuleBlock()
    origin = UntranslatedBlock(
        label=_("From the library"), required=False, max_length=80, form_classname="w-hidden"
    )

    class Meta:
        template = "surveys/blocks/question.html"
        preview_template = "surveys/blocks/question_preview.html"
        label_format = "{question}"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        from surveys.presentation import sample_of  # noqa: PLC0415  (the models import this module)

        return {**super().get_context(value, parent_context), "sample": sample_of(value)}


class QuestionBlock(ElementBlock):
    question = blocks.CharBlock(
        label=_("Question"),
        max_length=LONGEST_QUESTION,
        help_text=_("Short, about one thing, without a slant."),
    )
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=LONGEST_HINT)
    required = switch(_("Must be answered"), help_text=_("Otherwise people may leave it out."))
    other_wording = blocks.CharBlock(
        label=_("Another wording"),
        required=False,
        max_length=LONGEST_QUESTION,
        help_text=_("When filled in, half of the people read this instead, to compare the two."),
    )
    confidential = switch(
        _("Never publish the answers"), help_text=_("Only the department’s staff see them.")
    )
