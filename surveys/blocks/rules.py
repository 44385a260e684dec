"""When a question is asked: conditions on earlier answers.

The editor's script (`static/js/admin/conditions.js`) offers questions and answers by their words; what is stored are
the id of the question's block, and the code of the answer, or for a moment the id of its list item.
"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from surveys.blocks.codes import UntranslatedBlock
from surveys.domain.logic import Match, Operator

OPERATORS = [
    (Operator.IS.value, _("is")),
    (Operator.IS_NOT.value, _("is not")),
    (Operator.CONTAINS.value, _("contains")),
    (Operator.CONTAINS_NOT.value, _("does not contain")),
    (Operator.MORE.value, _("is more than")),
    (Operator.LESS.value, _("is less than")),
]
MATCHES = [
    (Match.ALL.value, _("all of these are true")),
    (Match.ANY.value, _("any of these is true")),
]


class _MarkedBlock(UntranslatedBlock):
    """A text input that the editor's script finds by its mark."""

    def __init__(self, *, mark: str, **kwargs: object) -> None:
        self._mark = mark
        super().__init__(**kwargs)
        self.field.widget = forms.TextInput(attrs={f"data-condition-{mark}": ""})


class ConditionBlock(blocks.StructBlock):
    question = _MarkedBlock(mark="question", label=_("Question"), max_length=64)
    operator = blocks.ChoiceBlock(label=_("Comparison"), choices=OPERATORS, default=Operator.IS.value)
    value = _MarkedBlock(
        mark="value",
        label=_("Answer"),
        required=False,
        max_length=100,
        help_text=_("Left empty, “is” means not answered and “is not” means answered."),
    )

    class Meta:
        icon = "help"
        label = _("Condition")


class RuleBlock(blocks.StructBlock):
    match = blocks.ChoiceBlock(label=_("Ask when"), choices=MATCHES, default=Match.ALL.value)
    conditions = blocks.ListBlock(
        ConditionBlock(),
        label=_("Conditions"),
        min_num=0,
        max_num=20,
        default=[],
        help_text=_("Without any, it is always asked."),
    )

    class Meta:
        icon = "sliders"
        label = _("Ask only when")
        collapsed = True
