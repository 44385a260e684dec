"""Questions in which things are rated or put in order."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from surveys.blocks.choosing import BoundedBlock
from surveys.blocks.parts import ChoicesBlock, RowsBlock
from surveys.blocks.question import QuestionBlock, layout, offer_dont_know, reversed_for_half, shuffled
from surveys.domain.kinds import Kind, Look

STEPS = blocks.BlockGroup(
    [f"label_{step}" for step in range(1, 6)],
    heading=_("Words of the steps"),
    icon="list-ol",
    classname="collapsed",
    label_format="{label_1} – {label_5}",
)


class RatingBlock(QuestionBlock):
    kind = Kind.RATING
    built_in_codes = ("1", "2", "3", "4", "5")
    look = blocks.ChoiceBlock(
        label=_("Drawn as"),
        choices=[
            (Look.FACES.value, _("faces")),
            (Look.STARS.value, _("stars")),
            (Look.NUMBERS.value, _("numbers")),
        ],
        default=Look.FACES.value,
    )
    label_1 = blocks.CharBlock(label=_("1, the worst"), max_length=40, default=_("Very dissatisfied"))
    label_2 = blocks.CharBlock(label=_("2"), max_length=40, default=_("Dissatisfied"))
    label_3 = blocks.CharBlock(label=_("3"), max_length=40, default=_("Neither"))
    label_4 = blocks.CharBlock(label=_("4"), max_length=40, default=_("Satisfied"))
    label_5 = blocks.CharBlock(label=_("5, the best"), max_length=40, default=_("Very satisfied"))
    dont_know = offer_dont_know(default=True)
    reverse = reversed_for_half()

    class Meta:
        icon = "pick"
        label = _("Rating from 1 to 5")
        group = _("Rate")
        description = _("Five steps with words, from the worst to the best.")
        form_layout = layout(
            "look",
            STEPS,
            "dont_know",
            settings=("reverse",),
        )
        preview_value: ClassVar = {
            "question": "How clean was your street this week?",
            "label_1": "Very dirty",
            "label_2": "Dirty",
            "label_3": "Neither",
            "label_4": "Clean",
            "label_5": "Very clean",
            "dont_know": True,
        }


class ScaleBlock(QuestionBlock):
    kind = Kind.SCALE
    built_in_codes = tuple(str(step) for step in range(11))
    label_0 = blocks.CharBlock(label=_("0 means"), max_length=60, default=_("Not at all likely"))
    label_10 = blocks.CharBlock(label=_("10 means"), max_length=60, default=_("Extremely likely"))
    dont_know = offer_dont_know(default=False)
    reverse = reversed_for_half()

    class Meta:
        icon = "order"
        label = _("Scale from 0 to 10")
        group = _("Rate")
        description = _("Eleven steps; the meaning of both ends is said.")
        form_layout = layout("label_0", "label_10", "dont_know", settings=("reverse",))
        preview_value: ClassVar = {
            "question": "How likely are you to recommend the library to a neighbour?",
            "label_0": "Not at all likely",
            "label_10": "Extremely likely",
        }


class MatrixBlock(QuestionBlock):
    kind = Kind.MATRIX
    rows = RowsBlock()
    choices = ChoicesBlock(help_text=_("One answer is chosen in each row."))
    dont_know = offer_dont_know(default=False)

    class Meta:
        icon = "table"
        label = _("Matrix")
        group = _("Rate")
        description = _("Several things rated with the same answers.")
        form_layout = layout("rows", "choices", "dont_know")
        preview_value: ClassVar = {
            "question": "How good are these on your street?",
            "rows": [{"text": "Lighting"}, {"text": "Pavement"}],
            "choices": [{"text": "Bad"}, {"text": "Fair"}, {"text": "Good"}],
        }


class RankingBlock(BoundedBlock):
    kind = Kind.RANKING
    choices = ChoicesBlock()
    shuffle = shuffled()

    class Meta:
        icon = "list-ol"
        label = _("Ranking")
        group = _("Rate")
        description = _("Answers are put in order, the most important first.")
        form_layout = layout("choices", settings=("fewest", "most", "shuffle"))
        preview_value: ClassVar = {
            "question": "What should come first?",
            "choices": [{"text": "Trees"}, {"text": "Benches"}, {"text": "Lights"}],
        }
