"""Choices and rows: the parts of a question that are counted."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue
from wagtail.images.blocks import ImageChooserBlock

from surveys.blocks.codes import CodeBlock
from surveys.domain.questions import DONT_KNOW

LONGEST_LABEL = 250
MOST_CHOICES = 100
MOST_ROWS = 30


def _code() -> CodeBlock:
    return CodeBlock(
        label=_("Code"), help_text=_("Given by itself when left empty. It stays as it is in every language.")
    )


class ChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=LONGEST_LABEL)
    code = _code()
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
        form_layout = blocks.BlockGroup(["text"], settings=["code", "opinion"])


class PicturedChoiceBlock(blocks.StructBlock):
    picture = ImageChooserBlock(label=_("Picture"))
    text = blocks.CharBlock(
        label=_("Answer"),
        max_length=LONGEST_LABEL,
        help_text=_("Stands below the picture, and is read aloud instead of it."),
    )
    code = _code()

    class Meta:
        icon = "image"
        label = _("Answer")
        label_format = "{text}"
        form_layout = blocks.BlockGroup(["picture", "text"], settings=["code"])


class RowBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Row"), max_length=LONGEST_LABEL)
    code = _code()

    class Meta:
        icon = "minus"
        label = _("Row")
        label_format = "{text}"
        form_layout = blocks.BlockGroup(["text"], settings=["code"])


class CodedListBlock(blocks.ListBlock):
    """A list whose items each have a code of their own. A new one begins with empty lines."""

    lines = 2

    def get_default(self) -> ListValue:
        return self.normalize([self.child_block.get_default() for _line in range(self.lines)])

    def get_form_state(self, value: ListValue | list[Any]) -> list[dict[str, Any]]:
        if not isinstance(value, ListValue):
            value = ListValue(self, values=value)
        # Two new questions begin with the same lines: the browser then gives each line an id of its own.
        return [
            {"value": self.child_block.get_form_state(child.value)}
            | ({"id": child.id} if child.original_id else {})
            for child in value.bound_blocks
        ]

    def clean(self, value: ListValue) -> ListValue:
        cleaned = super().clean(value)
        seen: set[str] = {DONT_KNOW}
        errors: dict[int, ValidationError] = {}
        for place, item in enumerate(cleaned):
            code = item["code"]
            if code and code in seen:
                errors[place] = ValidationError(_("The code %(code)s is taken.") % {"code": code})
            seen.add(code)
        if errors:
            raise ListBlockValidationError(block_errors=errors)
        return cleaned


class ChoicesBlock(CodedListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(ChoiceBlock(), min_num=2, max_num=MOST_CHOICES, label=_("Answers"), **kwargs)


class PicturedChoicesBlock(CodedListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(PicturedChoiceBlock(), min_num=2, max_num=12, label=_("Answers"), **kwargs)


class RowsBlock(CodedListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(RowBlock(), min_num=1, max_num=MOST_ROWS, label=_("Rows"), **kwargs)
