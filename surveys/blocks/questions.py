"""All that a survey can hold: one block for each kind of question."""

from __future__ import annotations

from wagtail import blocks

from surveys.blocks.choosing import ImageChoiceBlock, MultipleChoiceBlock, SingleChoiceBlock, YesNoBlock
from surveys.blocks.question import LONGEST_HINT, LONGEST_QUESTION, QuestionBlock
from surveys.blocks.rating import MatrixBlock, RankingBlock, RatingBlock, ScaleBlock
from surveys.blocks.saying import ConsentBlock, InformationBlock, PageStartBlock
from surveys.blocks.writing import DateBlock, LongTextBlock, NumberBlock, PlaceBlock, ShortTextBlock

__all__ = ["LONGEST_HINT", "LONGEST_QUESTION", "QuestionBlock", "QuestionsBlock"]


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
