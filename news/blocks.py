from __future__ import annotations

from portal.core.blocks import BodyBlock
from surveys.blocks import MicroSurveyBlock


class ArticleBodyBlock(BodyBlock):
    micro_survey = MicroSurveyBlock()
