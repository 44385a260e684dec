"""One block for each kind of question."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks import RICH_TEXT_FEATURES
from surveys.blocks.codes import CodeBlock, UntranslatedBlock
from surveys.blocks.parts import ChoicesBlock, PicturedChoicesBlock, RowsBlock
from surveys.blocks.rules import RuleBlock
from surveys.domain.kinds import Kind, Look

LONGEST_QUESTION = 400
LONGEST_HINT = 400


def _switch(label: Any, *, default: bool = False, help_text: Any = "") -> blocks.BooleanBlock:
    return blocks.BooleanBlock(label=label, required=False, default=default, help_text=help_text)


def _dont_know(*, default: bool) -> blocks.BooleanBlock:
    return _switch(_("Offer “I don’t know”"), default=default)


def _other() -> blocks.BooleanBlock:
    return _switch(_("Offer “Other, please say”"))


def _shuffle() -> blocks.BooleanBlock:
    return _switch(
        _("Shuffle the answers"),
        help_text=_("Each person sees another order. “I don’t know” and its like stay last."),
    )


def _reverse() -> blocks.BooleanBlock:
    return _switch(_("Turn the scale around for half of the people"))


def _layout(*own: str, settings: tuple[str, ...] = ()) -> blocks.BlockGroup:
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
            "Given by itself when left empty. Write {name} in a later question to repeat the answer."
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
    required = _switch(_("Must be answered"), help_text=_("Counts in surveys with pages."))
    other_wording = blocks.CharBlock(
        label=_("Another wording"),
        required=False,
        max_length=LONGEST_QUESTION,
        help_text=_("When filled in, half of the people read this instead, to compare the two."),
    )
    confidential = _switch(
        _("Never publish the answers"), help_text=_("Only the department’s staff see them.")
    )


class ListedBlock(QuestionBlock):
    """A question with choices of its own beside those that the portal words."""

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        codes = {choice["code"] for choice in cleaned["choices"]}
        for switch in ("other", "none"):
            if cleaned.get(switch) and switch in codes:
                problem = _("One of the answers has the code %(code)s already.") % {"code": switch}
                raise blocks.StructBlockValidationError({switch: ValidationError(problem)})
        return cleaned


class SingleChoiceBlock(ListedBlock):
    kind = Kind.SINGLE
    choices = ChoicesBlock()
    other = _other()
    dont_know = _dont_know(default=True)
    shuffle = _shuffle()

    class Meta:
        icon = "radio-full"
        label = _("One answer")
        group = _("Choose")
        description = _("Each answer is a button: one tap sends it.")
        form_layout = _layout("choices", "other", "dont_know", settings=("shuffle",))
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
    other = _other()
    none = _switch(_("Offer “None of these”"))
    dont_know = _dont_know(default=False)
    shuffle = _shuffle()

    class Meta:
        icon = "tick"
        label = _("Several answers")
        group = _("Choose")
        description = _("Boxes to tick, and a button to send them.")
        form_layout = _layout("choices", "other", "none", "dont_know", settings=("fewest", "most", "shuffle"))
        preview_value: ClassVar = {
            "question": "What would help most on your street?",
            "choices": [{"text": "More bins"}, {"text": "Sweeping more often"}, {"text": "More trees"}],
        }


class ImageChoiceBlock(BoundedBlock):
    kind = Kind.IMAGES
    choices = PicturedChoicesBlock()
    several = _switch(_("Several may be chosen"))
    dont_know = _dont_know(default=False)
    shuffle = _shuffle()

    class Meta:
        icon = "image"
        label = _("Pictures to choose from")
        group = _("Choose")
        description = _("Each answer is a picture with its words.")
        form_layout = _layout("choices", "several", "dont_know", settings=("fewest", "most", "shuffle"))
        preview_value: ClassVar = {
            "question": "Which bench would you like in your park?",
            "choices": [{"text": "Of wood"}, {"text": "Of steel"}],
        }


class YesNoBlock(QuestionBlock):
    kind = Kind.YES_NO
    built_in_codes = ("yes", "no")
    dont_know = _dont_know(default=True)
    reverse = _reverse()

    class Meta:
        icon = "check"
        label = _("Yes or no")
        group = _("Choose")
        description = _("Two buttons: one tap sends the answer.")
        form_layout = _layout("dont_know", settings=("reverse",))
        preview_value: ClassVar = {"question": "Have you visited a library this month?", "dont_know": True}


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
    dont_know = _dont_know(default=True)
    reverse = _reverse()

    class Meta:
        icon = "pick"
        label = _("Rating from 1 to 5")
        group = _("Rate")
        description = _("Five steps with words, from the worst to the best.")
        form_layout = _layout(
            "look",
            *(f"label_{step}" for step in range(1, 6)),
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
    dont_know = _dont_know(default=False)
    reverse = _reverse()

    class Meta:
        icon = "order"
        label = _("Scale from 0 to 10")
        group = _("Rate")
        description = _("Eleven steps; the meaning of both ends is said.")
        form_layout = _layout("label_0", "label_10", "dont_know", settings=("reverse",))
        preview_value: ClassVar = {
            "question": "How likely are you to recommend the library to a neighbour?",
            "label_0": "Not at all likely",
            "label_10": "Extremely likely",
        }


class MatrixBlock(QuestionBlock):
    kind = Kind.MATRIX
    rows = RowsBlock()
    choices = ChoicesBlock(help_text=_("One answer is chosen in each row."))
    dont_know = _dont_know(default=False)

    class Meta:
        icon = "table"
        label = _("Matrix")
        group = _("Rate")
        description = _("Several things rated with the same answers.")
        form_layout = _layout("rows", "choices", "dont_know")
        preview_value: ClassVar = {
            "question": "How good are these on your street?",
            "rows": [{"text": "Lighting"}, {"text": "Pavement"}],
            "choices": [{"text": "Bad"}, {"text": "Fair"}, {"text": "Good"}],
        }


class RankingBlock(BoundedBlock):
    kind = Kind.RANKING
    choices = ChoicesBlock()
    shuffle = _shuffle()

    class Meta:
        icon = "list-ol"
        label = _("Ranking")
        group = _("Rate")
        description = _("Answers are put in order, the most important first.")
        form_layout = _layout("choices", settings=("fewest", "most", "shuffle"))
        preview_value: ClassVar = {
            "question": "What should come first?",
            "choices": [{"text": "Trees"}, {"text": "Benches"}, {"text": "Lights"}],
        }


class NumberBlock(QuestionBlock):
    kind = Kind.NUMBER
    minimum = blocks.DecimalBlock(label=_("Smallest"), required=False, max_digits=12, decimal_places=3)
    maximum = blocks.DecimalBlock(label=_("Largest"), required=False, max_digits=12, decimal_places=3)
    decimals = _switch(_("Decimals are taken"))
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
        form_layout = _layout("minimum", "maximum", "unit", settings=("decimals", "bands"))
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
        form_layout = _layout("earliest", "latest")
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
        form_layout = _layout()
        preview_value: ClassVar = {"question": "What should we know about your street?"}


class LongTextBlock(QuestionBlock):
    kind = Kind.LONG_TEXT

    class Meta:
        icon = "doc-full"
        label = _("Long text")
        group = _("Write")
        description = _("Several paragraphs, up to 4,000 characters.")
        form_layout = _layout()
        preview_value: ClassVar = {"question": "What would you change about the plan?"}


class PlaceBlock(QuestionBlock):
    kind = Kind.PLACE
    point = _switch(
        _("A point on the plan may be set"),
        default=True,
        help_text=_("Rounded to about a hundred metres and kept apart from all other answers."),
    )
    dont_know = _dont_know(default=False)

    class Meta:
        icon = "globe"
        label = _("Place on the map")
        group = _("Write")
        description = _("A district from the plan or the list, and a point in it where wanted.")
        form_layout = _layout("point", "dont_know")
        preview_value: ClassVar = {"question": "Where did you see it?", "point": True}


class ConsentBlock(QuestionBlock):
    kind = Kind.CONSENT
    built_in_codes = ("yes",)
    required = _switch(_("Must be given to go on"), default=True)

    class Meta:
        icon = "lock"
        label = _("Consent")
        group = _("Say")
        description = _("A statement, and a box to tick.")
        form_layout = _layout()
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


class QuestionsBlock(blocks.StreamBlock):
    single_choice = SingleChoiceBlock()
    multiple_choice = MultipleChoiceBlock()
    image_choice = ImageChoiceBlock()
    yes_no = YesNoBlock()
    rating = RatingBlock()
    scale = ScaleBlock()
    matrix = MatrixBlock()
    ranking = RankingBlock()
    number = NumberBlock()
    date = DateBlock()
    short_text = ShortTextBlock()
    long_text = LongTextBlock()
    place = PlaceBlock()
    consent = ConsentBlock()
    information = InformationBlock()
    page = PageStartBlock()
