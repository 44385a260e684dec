"""The blocks that editors build surveys from, and the one that puts a survey inside another page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue

from surveys.domain.questions import DONT_KNOW, Kind

CODE = RegexValidator(
    r"\A[A-Za-z0-9_-]{1,40}\Z",
    _("Only letters without accents, digits, hyphens and underscores; at most 40."),
)


class CodeBlock(blocks.CharBlock):
    """A code for machines. No translation changes it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=40, validators=[CODE], **kwargs)

    def get_translatable_segments(self, value: str) -> list[Any]:
        return []

    def restore_translated_segments(self, value: str, segments: list[Any]) -> str:
        return value


class ChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=120)
    code = CodeBlock(
        label=_("Code"), help_text=_("Given by itself when left empty. It stays as it is in every language.")
    )
    opinion = blocks.BooleanBlock(
        label=_("An opinion"),
        required=False,
        default=True,
        help_text=_("Untick for answers such as “does not apply to me”."),
    )

    class Meta:
        icon = "radio-empty"
        label = _("Answer")
        label_format = "{text}"


class ChoicesBlock(blocks.ListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(ChoiceBlock(), min_num=2, max_num=30, label=_("Answers"), **kwargs)

    def clean(self, value: ListValue) -> ListValue:
        cleaned = super().clean(value)
        seen: set[str] = {DONT_KNOW}
        errors: dict[int, ValidationError] = {}
        for place, choice in enumerate(cleaned):
            code = choice["code"]
            if code and code in seen:
                errors[place] = ValidationError(_("The code %(code)s is taken.") % {"code": code})
            seen.add(code)
        if errors:
            raise ListBlockValidationError(block_errors=errors)
        return cleaned


class QuestionBlock(blocks.StructBlock):
    """What all questions have. `kind` is the kind of question that a block asks."""

    kind: ClassVar[Kind]
    built_in_codes: ClassVar[tuple[str, ...]] = ()

    question = blocks.CharBlock(
        label=_("Question"), max_length=200, help_text=_("Short, about one thing, without a slant.")
    )
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=200)

    class Meta:
        template = "surveys/blocks/question.html"
        preview_template = "surveys/blocks/question_preview.html"
        label_format = "{question}"


def _dont_know(*, default: bool) -> blocks.BooleanBlock:
    return blocks.BooleanBlock(label=_("Offer “I don’t know”"), required=False, default=default)


def _name() -> CodeBlock:
    return CodeBlock(label=_("Name in exports"), help_text=_("Given by itself when left empty."))


class SingleChoiceBlock(QuestionBlock):
    kind = Kind.SINGLE
    choices = ChoicesBlock()
    dont_know = _dont_know(default=True)
    name = _name()

    class Meta:
        icon = "radio-full"
        label = _("One answer")
        description = _("Each answer is a button: one tap sends it.")
        preview_value: ClassVar = {
            "question": "How do you get to work on most days?",
            "choices": [
                {"text": "On foot"},
                {"text": "By bicycle"},
                {"text": "By tram or bus"},
                {"text": "By car"},
            ],
        }


class MultipleChoiceBlock(QuestionBlock):
    kind = Kind.MULTIPLE
    choices = ChoicesBlock()
    dont_know = _dont_know(default=False)
    name = _name()

    class Meta:
        icon = "tick"
        label = _("Several answers")
        description = _("Boxes to tick, and a button to send them.")
        preview_value: ClassVar = {
            "question": "What would help most on your street?",
            "choices": [{"text": "More bins"}, {"text": "Sweeping more often"}, {"text": "More trees"}],
        }


class RatingBlock(QuestionBlock):
    kind = Kind.RATING
    built_in_codes = ("1", "2", "3", "4", "5")
    label_1 = blocks.CharBlock(label=_("1, the worst"), max_length=40, default=_("Very dissatisfied"))
    label_2 = blocks.CharBlock(label=_("2"), max_length=40, default=_("Dissatisfied"))
    label_3 = blocks.CharBlock(label=_("3"), max_length=40, default=_("Neither"))
    label_4 = blocks.CharBlock(label=_("4"), max_length=40, default=_("Satisfied"))
    label_5 = blocks.CharBlock(label=_("5, the best"), max_length=40, default=_("Very satisfied"))
    dont_know = _dont_know(default=True)
    name = _name()

    class Meta:
        icon = "pick"
        label = _("Rating from 1 to 5")
        description = _("Five faces with words, from the worst to the best.")
        preview_value: ClassVar = {
            "question": "How clean was your street this week?",
            "label_1": "Very dirty",
            "label_2": "Dirty",
            "label_3": "Neither",
            "label_4": "Clean",
            "label_5": "Very clean",
            "dont_know": True,
        }


class YesNoBlock(QuestionBlock):
    kind = Kind.YES_NO
    built_in_codes = ("yes", "no")
    dont_know = _dont_know(default=True)
    name = _name()

    class Meta:
        icon = "check"
        label = _("Yes or no")
        description = _("Two buttons: one tap sends the answer.")
        preview_value: ClassVar = {"question": "Have you visited a library this month?", "dont_know": True}


class ShortTextBlock(QuestionBlock):
    kind = Kind.TEXT
    name = _name()

    class Meta:
        icon = "pilcrow"
        label = _("Short text")
        description = _("A few words of one’s own, up to 500 characters.")
        preview_value: ClassVar = {"question": "What should we know about your street?"}


class QuestionsBlock(blocks.StreamBlock):
    single_choice = SingleChoiceBlock()
    multiple_choice = MultipleChoiceBlock()
    rating = RatingBlock()
    yes_no = YesNoBlock()
    short_text = ShortTextBlock()


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
