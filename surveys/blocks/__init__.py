"""The blocks that editors build surveys from, and the one that puts a survey inside another page."""

from __future__ import annotations

from surveys.blocks.codes import CODE, CodeBlock
from surveys.blocks.micro_survey import MicroSurveyBlock
from surveys.blocks.parts import ChoiceBlock, ChoicesBlock, PicturedChoicesBlock, RowsBlock
from surveys.blocks.questions import QuestionBlock, QuestionsBlock
from surveys.blocks.rules import ConditionBlock, RuleBlock

__all__ = [
    "CODE",
    "ChoiceBlock",
    "ChoicesBlock",
    "CodeBlock",
    "ConditionBlock",
    "MicroSurveyBlock",
    "PicturedChoicesBlock",
    "QuestionBlock",
    "QuestionsBlock",
    "RowsBlock",
    "RuleBlock",
]
